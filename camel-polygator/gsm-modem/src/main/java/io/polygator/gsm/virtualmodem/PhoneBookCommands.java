package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;

/** A phone book with nothing in it (3GPP TS 27.007 §8.11 to §8.13), for programs that look into it when they start. */
final class PhoneBookCommands implements Family {
    private static final String SIM = "\"SM\"";
    private static final int CAPACITY = 250;

    @Override
    public void register(Registry commands) {
        commands.read("+CPBS", command -> command.answer("+CPBS: " + SIM + ",0," + CAPACITY))
                .set("+CPBS", PhoneBookCommands::choose)
                .test("+CPBS", "(" + SIM + ")")
                .set("+CPBR", PhoneBookCommands::read)
                .test("+CPBR", "(1-" + CAPACITY + "),40,14")
                .set("+CPBF", command -> command.arguments().text(0))
                .test("+CPBF", "40,14");
    }

    private static void choose(Command command) throws CommandRefused {
        if (!command.arguments().text(0).equals("SM")) {
            throw CommandRefused.cme(CommandRefused.NOT_SUPPORTED);
        }
    }

    /** A range without entries is answered with nothing, one entry that is missing with an error. */
    private static void read(Command command) throws CommandRefused {
        int first = command.arguments().number(0, 1, CAPACITY);
        if (command.arguments().numberOr(1, 1, CAPACITY, first) == first) {
            throw CommandRefused.cme(CommandRefused.NOT_FOUND);
        }
    }
}
