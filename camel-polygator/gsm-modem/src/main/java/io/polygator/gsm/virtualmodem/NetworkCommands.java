package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import io.polygator.gsm.virtualmodem.VirtualRadio.NetworkOperator;
import io.polygator.gsm.virtualmodem.VirtualRadio.SignalQuality;
import java.time.ZoneOffset;
import java.util.Optional;

/** Registration, operator, signal, battery and clock (3GPP TS 27.007 §7 and §8). */
final class NetworkCommands implements Family {
    private static final int OPERATOR_BY_CODE = 2;
    private static final int SET_FORMAT_ONLY = 3;

    @Override
    public void register(Registry commands) {
        registerRegistration(commands);
        commands.execute("+CSQ", NetworkCommands::tellSignal)
                .test("+CSQ", "(0-31,99),(0-7,99)")
                .read("+COPS", NetworkCommands::tellOperator)
                .set("+COPS", NetworkCommands::chooseOperator)
                .test("+COPS", NetworkCommands::listOperators)
                .execute("+CBC", command -> command.answer("+CBC: 0,99,4012"))
                .test("+CBC", "(0-3),(0-100),(0-7000)")
                .read("+CCLK", NetworkCommands::tellTime)
                .set("+CCLK", command -> {})
                .exists("+CCLK")
                .read("+CGATT", command -> command.answer("+CGATT: 1"))
                .set("+CGATT", command -> command.arguments().number(0, 0, 1))
                .test("+CGATT", "(0,1)");
    }

    private static void registerRegistration(Registry commands) {
        commands.read(
                        "+CREG",
                        command -> command.answer("+CREG: " + command.settings().registrationReports
                                + registration(command, command.settings().registrationReports)))
                .set(
                        "+CREG",
                        command -> command.settings().registrationReports =
                                command.arguments().number(0, 0, 2))
                .test("+CREG", "(0-2)")
                .read(
                        "+CGREG",
                        command -> command.answer("+CGREG: " + command.settings().packetRegistrationReports
                                + registration(command, command.settings().packetRegistrationReports)))
                .set(
                        "+CGREG",
                        command -> command.settings().packetRegistrationReports =
                                command.arguments().number(0, 0, 2))
                .test("+CGREG", "(0-2)")
                .settingBeforeLogin("+CREG", "+CGREG");
    }

    private static String registration(Command command, int detail) {
        return "," + command.modem().radio().registration().reported(detail);
    }

    private static void tellSignal(Command command) {
        SignalQuality signal = command.modem().radio().signal();
        command.answer("+CSQ: " + signal.strength() + "," + signal.errorRate());
    }

    private static void tellOperator(Command command) {
        Optional<NetworkOperator> operator = command.modem().radio().operator();
        int format = command.settings().operatorFormat;
        command.answer(operator.map(o -> "+COPS: 0," + format + ",\""
                        + (format == OPERATOR_BY_CODE
                                ? o.code()
                                : command.settings().characterSet.quotable(o.name())) + "\"")
                .orElse("+COPS: 0"));
    }

    private static void chooseOperator(Command command) throws CommandRefused {
        Arguments arguments = command.arguments();
        int mode = arguments.number(0, 0, 4);
        int format = arguments.numberOr(1, 0, 2, command.settings().operatorFormat);
        if (mode == SET_FORMAT_ONLY) {
            command.settings().operatorFormat = format;
        }
    }

    private static void listOperators(Command command) {
        String found = command.modem()
                .radio()
                .operator()
                .map(o -> "(2,\"" + o.name() + "\",\"" + o.name() + "\",\"" + o.code() + "\")")
                .orElse("");
        command.answer("+COPS: " + found + ",,(0-4),(0-2)");
    }

    private static void tellTime(Command command) {
        command.answer("+CCLK: \"" + TimeText.of(command.now().atOffset(ZoneOffset.UTC)) + "\"");
    }
}
