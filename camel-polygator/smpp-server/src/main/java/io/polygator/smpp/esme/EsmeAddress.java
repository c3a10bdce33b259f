package io.polygator.smpp.esme;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TypeOfNumber;
import java.util.Optional;

/**
 * An address as an ESME writes it, kept as it came because a receipt has to quote it. Prints masked.
 *
 * @param ton type of number, 0 to 255 (SMPP 3.4 §5.2.5)
 * @param npi numbering plan, 0 to 255 (§5.2.6)
 * @param value at most 20 characters, possibly none
 */
public record EsmeAddress(int ton, int npi, String value) {
    private static final int UNKNOWN = 0;
    private static final int INTERNATIONAL = 1;
    private static final int ALPHANUMERIC = 5;
    private static final int UNMASKED = 6;

    public EsmeAddress {
        if (ton < 0 || ton > 255 || npi < 0 || npi > 255) {
            throw new IllegalArgumentException("TON and NPI must be 0..255, were " + ton + " and " + npi);
        }
    }

    /** The address of somebody in the phone network. */
    public static EsmeAddress of(SmsAddress address) {
        return new EsmeAddress(
                address.typeOfNumber().ordinal(),
                address.numberingPlan(),
                address.isAlphanumeric() ? address.display() : address.value());
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /**
     * The same address for the phone network: a leading {@code +} or {@code 00} of an unknown or international number
     * makes it international. Nothing when the network has no such address.
     */
    public Optional<SmsAddress> toSmsAddress() {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(normalised());
        } catch (IllegalArgumentException noSuchAddress) {
            return Optional.empty();
        }
    }

    private SmsAddress normalised() {
        if (ton == ALPHANUMERIC) {
            return SmsAddress.ofName(value);
        }
        if ((ton == UNKNOWN || ton == INTERNATIONAL) && value.startsWith("+")) {
            return SmsAddress.ofDestination(value);
        }
        if (ton == UNKNOWN && value.startsWith("00")) {
            return SmsAddress.ofDestination("+" + value.substring(2));
        }
        TypeOfNumber type = ton < ALPHANUMERIC ? TypeOfNumber.values()[ton] : TypeOfNumber.UNKNOWN;
        return new SmsAddress(type, SmsAddress.ISDN, value);
    }

    /** The address fit for a log. */
    public String masked() {
        if (value.length() <= UNMASKED) {
            return value;
        }
        return value.substring(0, 4) + "***" + value.substring(value.length() - 2);
    }

    @Override
    public String toString() {
        return ton + "/" + npi + "/" + masked();
    }
}
