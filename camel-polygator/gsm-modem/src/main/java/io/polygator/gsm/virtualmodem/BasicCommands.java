package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;

/** The commands of ITU-T V.250 that concern the AT interface itself. */
final class BasicCommands implements Family {

    @Override
    public void register(Registry commands) {
        commands.execute("Z", Command::recallProfile)
                .execute("&F", command -> command.settings().toFactory())
                .execute("&W", Command::saveProfile)
                .execute("E", command -> command.settings().echo = isOn(command))
                .execute("V", command -> command.settings().verbose = isOn(command))
                .execute("Q", command -> command.settings().quiet = isOn(command))
                .read("+CMEE", command -> command.answer("+CMEE: " + command.settings().errorDetail))
                .set(
                        "+CMEE",
                        command -> command.settings().errorDetail =
                                command.arguments().number(0, 0, 2))
                .test("+CMEE", "(0-2)");
        acceptAndIgnore(commands);
    }

    /** What clients set and a wire without a UART has no use for: flow control, speed, timers, call progress. */
    private static void acceptAndIgnore(Registry commands) {
        for (String name : new String[] {"S0", "S3", "S4", "S5", "S7"}) {
            commands.set(name, command -> {}).execute(name, command -> {});
        }
        for (String name : new String[] {"X", "L", "M", "&C", "&D", "&K", "&S"}) {
            commands.execute(name, command -> {});
        }
        commands.read("S0", command -> command.answer("000"))
                .read("S3", command -> command.answer("013"))
                .read("S4", command -> command.answer("010"))
                .read("S5", command -> command.answer("008"))
                .set("+IFC", command -> command.arguments().number(0, 0, 3))
                .read("+IFC", command -> command.answer("+IFC: 0,0"))
                .test("+IFC", "(0-2),(0-2)")
                .set("+ICF", command -> {})
                .set("+IPR", command -> command.arguments().number(0, 0, 921_600))
                .read("+IPR", command -> command.answer("+IPR: 115200"))
                .test("+IPR", "(),(0,1200,2400,4800,9600,19200,38400,57600,115200)");
    }

    private static boolean isOn(Command command) throws CommandRefused {
        return command.arguments().numberOr(0, 0, 1, 0) == 1;
    }
}
