package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;

/** How messages are written (3GPP TS 27.005 §3.2.3, §3.3.3, §3.3.5, §3.3.6; 27.007 §5.5). */
final class MessageFormatCommands implements Family {

    @Override
    public void register(Registry commands) {
        commands.read("+CMGF", command -> command.answer("+CMGF: " + number(command.settings().textMode)))
                .set("+CMGF", command -> command.settings().textMode = isOn(command))
                .execute("+CMGF", command -> command.settings().textMode = false)
                .test("+CMGF", "(0,1)")
                .read("+CSDH", command -> command.answer("+CSDH: " + number(command.settings().headersShown)))
                .set("+CSDH", command -> command.settings().headersShown = isOn(command))
                .execute("+CSDH", command -> command.settings().headersShown = false)
                .test("+CSDH", "(0,1)")
                .read("+CSCS", MessageFormatCommands::tellCharacterSet)
                .set("+CSCS", MessageFormatCommands::chooseCharacterSet)
                .test("+CSCS", "(\"" + String.join("\",\"", CharacterSet.words()) + "\")")
                .read("+CSMP", MessageFormatCommands::tellParameters)
                .set("+CSMP", MessageFormatCommands::chooseParameters)
                .exists("+CSMP")
                .beforeLogin("+CMGF", "+CSDH", "+CSCS", "+CSMP");
        registerProfile(commands);
    }

    /** One profile only, whatever number is given. */
    private static void registerProfile(Registry commands) {
        commands.execute("+CSAS", Command::saveTextParameters)
                .set("+CSAS", Command::saveTextParameters)
                .test("+CSAS", "(0)")
                .execute("+CRES", Command::recallTextParameters)
                .set("+CRES", Command::recallTextParameters)
                .test("+CRES", "(0)");
    }

    private static void tellCharacterSet(Command command) {
        command.answer("+CSCS: \"" + command.settings().characterSet.word() + "\"");
    }

    private static void chooseCharacterSet(Command command) throws CommandRefused {
        command.settings().characterSet = CharacterSet.ofWord(
                        command.arguments().text(0))
                .orElseThrow(() -> CommandRefused.cme(CommandRefused.NOT_SUPPORTED));
    }

    private static void tellParameters(Command command) {
        TextParameters now = command.settings().textParameters;
        command.answer("+CSMP: " + now.firstOctet() + "," + ValidityText.of(now.validity()) + ","
                + now.protocolIdentifier().value() + "," + now.scheme().value());
    }

    private static void chooseParameters(Command command) throws CommandRefused {
        Arguments arguments = command.arguments();
        TextParameters before = command.settings().textParameters;
        command.settings().textParameters = new TextParameters(
                arguments.numberOr(0, 0, 255, before.firstOctet()),
                arguments.isMissing(1) ? before.validity() : ValidityText.parse(arguments, 1),
                new ProtocolIdentifier(arguments.numberOr(
                        2, 0, 255, before.protocolIdentifier().value())),
                new DataCodingScheme(
                        arguments.numberOr(3, 0, 255, before.scheme().value())));
    }

    private static boolean isOn(Command command) throws CommandRefused {
        return command.arguments().number(0, 0, 1) == 1;
    }

    private static int number(boolean on) {
        return on ? 1 : 0;
    }
}
