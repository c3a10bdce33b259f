package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import java.util.Optional;

/** USSD (3GPP TS 27.007 §7.15). */
final class UssdCommands implements Family {
    private static final int CANCEL = 2;
    private static final int INVALID_CHARACTERS = 25;

    @Override
    public void register(Registry commands) {
        commands.read("+CUSD", command -> command.answer("+CUSD: " + (command.settings().ussdShown ? 1 : 0)))
                .set("+CUSD", UssdCommands::request)
                .test("+CUSD", "(0-2)")
                .guard(CommandGrant.USSD, "+CUSD", arguments -> !arguments.isMissing(1));
    }

    private static void request(Command command) throws CommandRefused {
        Arguments arguments = command.arguments();
        int mode = arguments.number(0, 0, CANCEL);
        if (mode == CANCEL) {
            cancel(command);
            return;
        }
        command.settings().ussdShown = mode == 1;
        if (!arguments.isMissing(1)) {
            SimCommands.readySim(command);
            String text = command.settings()
                    .characterSet
                    .unquoted(arguments.text(1))
                    .orElseThrow(() -> CommandRefused.cme(INVALID_CHARACTERS));
            Optional<FinalResult> error = command.modem().radio().requestUssd(text);
            if (error.isPresent()) {
                throw new CommandRefused(error.get());
            }
            command.settings().ussdOpen = true;
        }
    }

    /** Only the dialogue of this client: another one may be at it, too. */
    private static void cancel(Command command) {
        if (command.settings().ussdOpen) {
            command.settings().ussdOpen = false;
            command.modem().radio().cancelUssd();
        }
    }
}
