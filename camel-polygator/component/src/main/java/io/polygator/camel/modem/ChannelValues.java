package io.polygator.camel.modem;

import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gsm.modem.ModemStatus;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.virtualmodem.ModemValues;
import io.polygator.gsm.virtualmodem.ModuleIdentity;
import io.polygator.gsm.virtualmodem.VirtualRadio.NetworkOperator;
import io.polygator.gsm.virtualmodem.VirtualRadio.Registration;
import io.polygator.gsm.virtualmodem.VirtualRadio.SignalQuality;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a channel knows of its module and SIM, as a virtual modem says it. Pure functions. */
final class ChannelValues {
    private static final int SEARCHING = 2;
    private static final int UNKNOWN_SIGNAL = 99;
    private static final int STRONGEST = 31;
    private static final int WEAKEST_DBM = -113;
    private static final int DBM_PER_STEP = 2;
    private static final int COUNTRY_AND_NETWORK = 5;
    /** The gateway is told neither area nor cell. */
    private static final String NO_AREA = "0000";

    private ChannelValues() {}

    /**
     * Those of the first channel that is registered, or else of the first; the service centre of the first that knows its
     * own, since a channel asks for it a little after it is registered again, and Gammu, told of none, never asks again.
     */
    static ModemValues of(List<ChannelStatus> channels) {
        Optional<ModemStatus> registered = channels.stream()
                .filter(ChannelValues::isRegistered)
                .findFirst()
                .map(ChannelStatus::modem);
        return values(
                registered.or(() -> channels.stream().findFirst().map(ChannelStatus::modem)),
                registered.map(ModemStatus::registration).orElse(OptionalInt.empty()),
                smsc(channels));
    }

    static boolean isRegistered(ChannelStatus channel) {
        return channel.state() == ChannelStatus.State.REGISTERED;
    }

    private static ModemValues values(
            Optional<ModemStatus> modem, OptionalInt registration, Optional<SmsAddress> smsc) {
        String imsi = modem.flatMap(ModemStatus::imsi).orElse("0".repeat(15));
        return new ModemValues(
                new ModuleIdentity(
                        "Polygator",
                        modem.flatMap(ModemStatus::model).orElse("Virtual modem"),
                        modem.flatMap(ModemStatus::revision).orElse("1"),
                        modem.flatMap(ModemStatus::imei).orElse("0".repeat(15))),
                imsi,
                modem.flatMap(ModemStatus::iccid).orElse("0".repeat(20)),
                modem.flatMap(ModemStatus::subscriber),
                new Registration(registration.orElse(SEARCHING), NO_AREA, NO_AREA),
                new SignalQuality(strength(modem.map(ModemStatus::signal).orElse(OptionalInt.empty())), UNKNOWN_SIGNAL),
                modem.flatMap(ModemStatus::operator).map(name -> operator(name, imsi)),
                smsc);
    }

    private static int strength(OptionalInt dbm) {
        return dbm.isPresent()
                ? Math.max(0, Math.min(STRONGEST, (dbm.getAsInt() - WEAKEST_DBM) / DBM_PER_STEP))
                : UNKNOWN_SIGNAL;
    }

    /** Channels know a network by its name or by its code; the SIM's own code stands in. */
    private static NetworkOperator operator(String name, String imsi) {
        return name.matches("\\d{5,6}")
                ? new NetworkOperator(name, name)
                : new NetworkOperator(name, imsi.substring(0, Math.min(COUNTRY_AND_NETWORK, imsi.length())));
    }

    private static Optional<SmsAddress> smsc(List<ChannelStatus> channels) {
        return Stream.concat(
                        channels.stream().filter(ChannelValues::isRegistered),
                        channels.stream().filter(channel -> !isRegistered(channel)))
                .flatMap(channel -> channel.modem().smsc().stream())
                .flatMap(number -> address(number).stream())
                .findFirst();
    }

    private static Optional<SmsAddress> address(String number) {
        try {
            return Optional.of(SmsAddress.ofDestination(number));
        } catch (IllegalArgumentException noNumber) {
            return Optional.empty();
        }
    }
}
