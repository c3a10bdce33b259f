package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TypeOfNumber;
import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import java.util.Optional;

/** How messages are formatted, announced and acknowledged (3GPP TS 27.005 §3.2 and §3.4, 27.007 §5.5). */
final class MessageSettingCommands implements Family {
    private static final int INTERNATIONAL_ISDN = 145;
    private static final int UNKNOWN_ISDN = 129;
    private static final int NO_ACKNOWLEDGEMENT_EXPECTED = 340;

    @Override
    public void register(Registry commands) {
        commands.read("+CMGF", command -> command.answer("+CMGF: 0"))
                .set("+CMGF", command -> command.arguments().number(0, 0, 0))
                .test("+CMGF", "(0)")
                .read("+CSMS", command -> command.answer("+CSMS: " + command.settings().messageService + ",1,1,1"))
                .set("+CSMS", MessageSettingCommands::chooseService)
                .test("+CSMS", "(0,1)")
                .read("+CSCS", command -> command.answer("+CSCS: \"" + command.settings().characterSet + "\""))
                .set("+CSCS", MessageSettingCommands::chooseCharacterSet)
                .test("+CSCS", "(\"" + String.join("\",\"", CharacterSets.NAMES) + "\")")
                .read("+CNMI", MessageSettingCommands::tellIndication)
                .set("+CNMI", MessageSettingCommands::chooseIndication)
                .test("+CNMI", "(0-2),(0-3),(0,2),(0-2),(0,1)")
                .read("+CSCA", MessageSettingCommands::tellServiceCentre)
                .set("+CSCA", MessageSettingCommands::chooseServiceCentre)
                .exists("+CSCA")
                .set("+CSCB", command -> {})
                .execute("+CNMA", MessageSettingCommands::acknowledge)
                .set("+CNMA", MessageSettingCommands::acknowledge)
                .test("+CNMA", "(0-2)");
    }

    private static void chooseService(Command command) throws CommandRefused {
        command.settings().messageService = command.arguments().number(0, 0, 1);
        command.answer("+CSMS: 1,1,1");
    }

    private static void chooseCharacterSet(Command command) throws CommandRefused {
        String name = command.arguments().text(0);
        if (!CharacterSets.NAMES.contains(name)) {
            throw CommandRefused.cme(4);
        }
        command.settings().characterSet = name;
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
    }

    private static void tellServiceCentre(Command command) throws CommandRefused {
        SimCommands.readySim(command);
        Optional<SmsAddress> smsc = command.modem().radio().smsc();
        command.answer(smsc.map(address -> "+CSCA: \"" + number(address, command) + "\"," + typeOf(address))
                .orElse("+CSCA: \"\"," + UNKNOWN_ISDN));
    }

    private static String number(SmsAddress address, Command command) {
        String plus = address.typeOfNumber() == TypeOfNumber.INTERNATIONAL ? "+" : "";
        return CharacterSets.encode(plus + address.value(), command);
    }

    private static int typeOf(SmsAddress address) {
        return address.typeOfNumber() == TypeOfNumber.INTERNATIONAL ? INTERNATIONAL_ISDN : UNKNOWN_ISDN;
    }

    private static void chooseServiceCentre(Command command) throws CommandRefused {
        SimCommands.readySim(command);
        String number = CharacterSets.decode(command.arguments().text(0), command.settings().characterSet);
        boolean international = number.startsWith("+");
        String digits = international ? number.substring(1) : number;
        if (digits.isEmpty() || digits.length() > 20 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw CommandRefused.cms(304);
        }
        TypeOfNumber type = international ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.UNKNOWN;
        command.modem().radio().setSmsc(new SmsAddress(type, 1, digits));
    }

    /** +CNMA: 0 or 1 take the message, 2 refuses it (3GPP TS 27.005 §3.4.4). */
    private static void acknowledge(Command command) throws CommandRefused {
        int verdict = command.arguments().numberOr(0, 0, 2, 0);
        boolean expected = verdict == 2
                ? command.indications().refuse()
                : command.indications().acknowledge();
        if (!expected) {
            throw CommandRefused.cms(NO_ACKNOWLEDGEMENT_EXPECTED);
        }
    }
}
