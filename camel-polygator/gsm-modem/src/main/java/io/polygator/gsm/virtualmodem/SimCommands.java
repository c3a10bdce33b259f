package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.CmeError;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import java.util.Map;
import java.util.Optional;

/** The SIM: its lock, its numbers, and the one file that tells the last TP-MR. */
final class SimCommands implements Family {
    private static final int READ_BINARY = 176;
    private static final int INTERNATIONAL_ISDN = 145;
    private static final int UNKNOWN_ISDN = 129;
    private static final int EF_SMSS = 0x6F43;
    private static final String DONE = "144,0";
    private static final String FILE_NOT_FOUND = "148,4";
    private static final String WRONG_LENGTH = "103,0";
    private static final Map<VirtualSim.State, String> STATE_WORDS = Map.of(
            VirtualSim.State.READY, "READY",
            VirtualSim.State.PIN_REQUIRED, "SIM PIN",
            VirtualSim.State.PUK_REQUIRED, "SIM PUK");
    private static final Map<VirtualSim.State, Integer> STATE_ERRORS = Map.of(
            VirtualSim.State.PIN_REQUIRED, 11,
            VirtualSim.State.PUK_REQUIRED, 12,
            VirtualSim.State.NOT_INSERTED, 10,
            VirtualSim.State.BUSY, 14,
            VirtualSim.State.BLOCKED, 13);

    @Override
    public void register(Registry commands) {
        commands.read("+CPIN", SimCommands::tellState)
                .set("+CPIN", SimCommands::unlock)
                .exists("+CPIN")
                .execute("+CIMI", command -> command.answer(readySim(command).imsi()))
                .exists("+CIMI")
                .execute("+CNUM", SimCommands::tellOwnNumber)
                .exists("+CNUM")
                .set("+CRSM", SimCommands::readFile)
                .exists("+CRSM")
                .guard(CommandGrant.PASSWORD, "+CPIN");
    }

    /**
     * The SIM once it is ready.
     *
     * @throws CommandRefused with the error of 3GPP TS 27.007 §9.2 when it is not
     */
    static VirtualSim readySim(Command command) throws CommandRefused {
        VirtualSim sim = command.modem().sim();
        Integer error = STATE_ERRORS.get(sim.state());
        if (error != null) {
            throw CommandRefused.cme(error);
        }
        return sim;
    }

    private static void tellState(Command command) throws CommandRefused {
        VirtualSim.State state = command.modem().sim().state();
        String words = STATE_WORDS.get(state);
        if (words == null) {
            throw CommandRefused.cme(STATE_ERRORS.getOrDefault(state, 13));
        }
        command.answer("+CPIN: " + words);
    }

    private static void unlock(Command command) throws CommandRefused {
        Arguments arguments = command.arguments();
        VirtualSim sim = command.modem().sim();
        Optional<CmeError> error = arguments.count() > 1
                ? sim.enterPuk(arguments.text(0), arguments.text(1))
                : sim.enterPin(arguments.text(0));
        if (error.isPresent()) {
            throw new CommandRefused(new FinalResult.Cme(error.get()));
        }
    }

    private static void tellOwnNumber(Command command) throws CommandRefused {
        CharacterSet characterSet = command.settings().characterSet;
        readySim(command)
                .ownNumber()
                .ifPresent(number -> command.answer("+CNUM: \"\",\"" + characterSet.quotable(number) + "\","
                        + (number.startsWith("+") ? INTERNATIONAL_ISDN : UNKNOWN_ISDN)));
    }

    /** One file only, and reading only; the status words are those of 3GPP TS 51.011 §9.4. */
    private static void readFile(Command command) throws CommandRefused {
        VirtualSim sim = readySim(command);
        Arguments arguments = command.arguments();
        boolean known = arguments.number(0, 0, 255) == READ_BINARY && arguments.numberOr(1, 0, 0xFFFF, 0) == EF_SMSS;
        if (!known) {
            command.answer("+CRSM: " + FILE_NOT_FOUND);
            return;
        }
        Octets content = sim.smsStatus();
        int length = arguments.numberOr(4, 0, 255, 0);
        command.answer(
                length > content.length()
                        ? "+CRSM: " + WRONG_LENGTH
                        : "+CRSM: " + DONE + ",\"" + content.toString().substring(0, 2 * wanted(length, content))
                                + "\"");
    }

    /** A length of 0 means the whole file. */
    private static int wanted(int length, Octets content) {
        return length == 0 ? content.length() : length;
    }
}
