package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import java.util.Map;

/** The commands of ITU-T V.250 that concern the AT interface itself. */
final class BasicCommands implements Family {
    /** The S registers (ITU-T V.250 §6): rings to answer after, the characters of a line, and timers. */
    private static final Map<String, String> REGISTERS = Map.ofEntries(
            Map.entry("S0", "000"),
            Map.entry("S3", "013"),
            Map.entry("S4", "010"),
            Map.entry("S5", "008"),
            Map.entry("S6", "002"),
            Map.entry("S7", "060"),
            Map.entry("S8", "002"),
            Map.entry("S10", "015"));

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
                .test("+CMEE", "(0-2)")
                .beforeLogin("Z", "&F", "&W", "E", "V", "Q", "+CMEE");
        acceptAndIgnore(commands);
    }

    /** What clients set and a wire without a UART has no use for: flow control, speed, timers, call progress. */
    private static void acceptAndIgnore(Registry commands) {
        REGISTERS.forEach((name, value) -> commands.set(name, command -> {})
                .execute(name, command -> {})
                .read(name, command -> command.answer(value))
                .beforeLogin(name));
        for (String name : new String[] {"X", "L", "M", "&C", "&D", "&K", "&S"}) {
            commands.execute(name, command -> {}).beforeLogin(name);
        }
        commands.beforeLogin("+IFC", "+ICF", "+IPR");
        commands.set("+IFC", command -> command.arguments().number(0, 0, 3))
                .read("+IFC", command -> command.answer("+IFC: 0,0"))
                .test("+IFC", "(0-2),(0-2)")
                .set("+ICF", command -> {})
                .read("+ICF", command -> command.answer("+ICF: 3,3"))
                .test("+ICF", "(1-6),(0-4)")
                .set("+IPR", command -> command.arguments().number(0, 0, 921_600))
                .read("+IPR", command -> command.answer("+IPR: 115200"))
                .test("+IPR", "(),(0,1200,2400,4800,9600,19200,38400,57600,115200)");
    }

    private static boolean isOn(Command command) throws CommandRefused {
        return command.arguments().numberOr(0, 0, 1, 0) == 1;
    }
}
