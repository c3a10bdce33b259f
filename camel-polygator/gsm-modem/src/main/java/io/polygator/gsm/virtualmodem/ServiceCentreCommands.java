package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TypeOfNumber;
import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import java.time.Duration;
import java.util.Optional;

/** AT+CSCA (3GPP TS 27.005 §3.3.1). */
final class ServiceCentreCommands implements Family {
    private static final int INTERNATIONAL_ISDN = 145;
    private static final int UNKNOWN_ISDN = 129;

    /** Three seconds in all: programs wait for at least four. */
    private static final int LOOKS = 12;

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    @Override
    public void register(Registry commands) {
        commands.read("+CSCA", ServiceCentreCommands::tell)
                .set("+CSCA", ServiceCentreCommands::choose)
                .exists("+CSCA");
    }

    private static void tell(Command command) throws CommandRefused {
        SimCommands.readySim(command);
        tellOnceKnown(command, command.defer(), LOOKS);
    }

    /** Gammu, once told that there is none, never asks again and sends nothing. */
    private static void tellOnceKnown(Command command, Command.Completion answer, int looks) {
        if (looks > 0 && command.modem().radio().isSmscAwaited()) {
            command.later(LOOK_EVERY, () -> tellOnceKnown(command, answer, looks - 1));
        } else {
            answer.okAfter(described(command));
        }
    }

    private static String described(Command command) {
        Optional<SmsAddress> smsc = command.modem().radio().smsc();
        return smsc.map(address -> "+CSCA: " + AddressText.quoted(address, command.settings().characterSet) + ","
                        + typeOf(address))
                .orElse("+CSCA: \"\"," + UNKNOWN_ISDN);
    }

    private static int typeOf(SmsAddress address) {
        return address.typeOfNumber() == TypeOfNumber.INTERNATIONAL ? INTERNATIONAL_ISDN : UNKNOWN_ISDN;
    }

    private static void choose(Command command) throws CommandRefused {
        SimCommands.readySim(command);
        SmsAddress smsc = AddressText.parse(command, 0, CommandRefused.INVALID_PDU);
        Optional<FinalResult> error = command.modem().radio().setSmsc(smsc);
        if (error.isPresent()) {
            throw new CommandRefused(error.get());
        }
    }
}
