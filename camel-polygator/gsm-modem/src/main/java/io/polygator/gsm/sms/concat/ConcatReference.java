package io.polygator.gsm.sms.concat;

/**
 * The reference that segments of one message share: 8 bits wide in information element 00, 16 in 08 (3GPP TS 23.040
 * §9.2.3.24.1 and .8).
 *
 * @param value 0 to 255, or 0 to 65535
 * @param width 8 or 16
 */
public record ConcatReference(int value, int width) {
    public ConcatReference {
        if (width != 8 && width != 16) {
            throw new IllegalArgumentException("a concatenation reference is 8 or 16 bits wide, was " + width);
        }
        if (value < 0 || value >> width != 0) {
            throw new IllegalArgumentException("a concatenation reference of " + width + " bits must not be " + value);
        }
    }

    /** The usual reference of 8 bits. */
    public static ConcatReference ofEightBits(int value) {
        return new ConcatReference(value, 8);
    }

    /** A reference of 16 bits: collides less often, costs one octet per segment. */
    public static ConcatReference ofSixteenBits(int value) {
        return new ConcatReference(value, 16);
    }
}
