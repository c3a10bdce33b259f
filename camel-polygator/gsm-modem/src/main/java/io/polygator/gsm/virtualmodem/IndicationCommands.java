package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;

/** How messages are announced and acknowledged (3GPP TS 27.005 §3.2.1, §3.3.4 and §3.4). */
final class IndicationCommands implements Family {
    private static final int LONGEST_TPDU = 164;
    private static final int REFUSAL = 2;

    @Override
    public void register(Registry commands) {
        commands.read("+CSMS", command -> command.answer("+CSMS: " + command.settings().messageService + ",1,1,1"))
                .set("+CSMS", IndicationCommands::chooseService)
                .test("+CSMS", "(0,1)")
                .read("+CNMI", IndicationCommands::tellIndication)
                .set("+CNMI", IndicationCommands::chooseIndication)
                .execute("+CNMI", IndicationCommands::choosePlainIndication)
                .test("+CNMI", "(0-2),(0-3),(0,2),(0-2),(0,1)")
                .read("+CSCB", command -> command.answer("+CSCB: 0,\"\",\"\""))
                .set("+CSCB", command -> {})
                .test("+CSCB", "(0,1)")
                .execute("+CNMA", IndicationCommands::acknowledge)
                .set("+CNMA", IndicationCommands::acknowledge)
                .test("+CNMA", "(0-2)")
                .beforeLogin("+CSMS");
    }

    private static void chooseService(Command command) throws CommandRefused {
        command.settings().messageService = command.arguments().number(0, 0, 1);
        command.answer("+CSMS: 1,1,1");
    }

    private static void tellIndication(Command command) {
        MessageIndication now = command.settings().indication;
        command.answer("+CNMI: " + now.mode() + "," + now.messages() + "," + now.broadcasts() + "," + now.reports()
                + "," + now.buffer());
    }

    private static void chooseIndication(Command command) throws CommandRefused {
        Arguments arguments = command.arguments();
        MessageIndication before = command.settings().indication;
        command.settings().indication = new MessageIndication(
                arguments.numberOr(0, 0, 3, before.mode()),
                arguments.numberOr(1, 0, 3, before.messages()),
                arguments.numberOr(2, 0, 3, before.broadcasts()),
                arguments.numberOr(3, 0, 2, before.reports()),
                arguments.numberOr(4, 0, 1, before.buffer()));
        command.indications().onIndicationSet();
    }

    private static void choosePlainIndication(Command command) {
        command.settings().indication = MessageIndication.NONE;
    }

    /** +CNMA: 0 or 1 take the message, 2 refuses it; a length announces an answer to the network (§3.4.4, §4.7). */
    private static void acknowledge(Command command) throws CommandRefused {
        int verdict = command.arguments().numberOr(0, 0, 2, 0);
        if (command.arguments().numberOr(1, 0, LONGEST_TPDU, 0) > 0) {
            Command.Completion completion = command.defer();
            // The network behind a virtual modem takes yes or no; what else the client tells it goes no further.
            command.prompt(typed -> end(completion, command, verdict));
        } else if (!isExpected(command, verdict)) {
            throw CommandRefused.cms(CommandRefused.NO_ACKNOWLEDGEMENT_EXPECTED);
        }
    }

    private static void end(Command.Completion completion, Command command, int verdict) {
        if (isExpected(command, verdict)) {
            completion.ok();
        } else {
            completion.end(CommandRefused.cms(CommandRefused.NO_ACKNOWLEDGEMENT_EXPECTED)
                    .result());
        }
    }

    private static boolean isExpected(Command command, int verdict) {
        return verdict == REFUSAL
                ? command.indications().refuse()
                : command.indications().acknowledge();
    }
}
