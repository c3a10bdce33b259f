package io.polygator.gsm.sms.tpdu;

import java.util.OptionalInt;

/** TP-PID as one octet, 0 to 255; no value is refused (3GPP TS 23.040 §9.2.3.9). */
public record ProtocolIdentifier(int value) {
    /** An ordinary short message. */
    public static final ProtocolIdentifier NORMAL = new ProtocolIdentifier(0);

    public ProtocolIdentifier {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("TP-PID must be 0..255, was " + value);
        }
    }

    /** Short message type 0: the mobile acknowledges it and shows nothing. */
    public boolean isSilent() {
        return value == 0x40;
    }

    /** The replace type 1 to 7: the message replaces the stored one of same originator, service centre and type. */
    public OptionalInt replaceType() {
        return value >= 0x41 && value <= 0x47 ? OptionalInt.of(value - 0x40) : OptionalInt.empty();
    }

    /** A return call message. */
    public boolean isReturnCall() {
        return value == 0x5F;
    }

    /** Data for the SIM, which consumes it when the message class is 2. */
    public boolean isSimDataDownload() {
        return value == 0x7F;
    }

    /** Interworking with a telematic device: fax, telex, e-mail and the like. */
    public boolean isTelematic() {
        return value >= 0x20 && value <= 0x3F;
    }
}
