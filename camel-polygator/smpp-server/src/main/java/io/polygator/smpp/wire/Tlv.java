package io.polygator.smpp.wire;

import io.polygator.gsm.octets.Octets;
import java.nio.charset.StandardCharsets;

/**
 * An optional parameter.
 *
 * @param tag 0 to 65535, see {@link Tag}
 */
public record Tlv(int tag, Octets value) {

    /** A value of one octet. */
    public static Tlv ofOctet(int tag, int value) {
        return new Tlv(tag, Octets.copyOf((byte) value));
    }

    /** A value of two octets. */
    public static Tlv ofShort(int tag, int value) {
        return new Tlv(tag, Octets.copyOf((byte) (value >> 8), (byte) value));
    }

    /** A C-octet string: ASCII with a NUL behind it. */
    public static Tlv ofText(int tag, String value) {
        return new Tlv(tag, Octets.copyOf((value + '\0').getBytes(StandardCharsets.US_ASCII)));
    }
}
