package io.polygator.gsm.sms.alphabet;

import io.polygator.gsm.octets.Octets;

/**
 * Septets to octets and back, least significant bit first (3GPP TS 23.038 §6.1.2). Unpacked septets are held one per
 * octet.
 */
public final class Septets {
    private static final int BITS = 7;
    private static final int MASK = 0x7F;

    private Septets() {}

    /**
     * Bits to leave empty so that text starts on a septet boundary after a header (3GPP TS 23.040 §9.2.3.24).
     *
     * @param headerOctets length of TP-UDH with its length octet, 0 when there is none
     */
    public static int fillBits(int headerOctets) {
        return (BITS - headerOctets * 8 % BITS) % BITS;
    }

    /** Septets that a header takes up, its fill bits included. */
    public static int covering(int headerOctets) {
        return (headerOctets * 8 + BITS - 1) / BITS;
    }

    /** Octets that the septets need behind the fill bits. */
    public static int packedLength(int septets, int fillBits) {
        return (septets * BITS + fillBits + 7) / 8;
    }

    /** Whole septets that the octets hold behind the fill bits. */
    public static int capacity(int octets, int fillBits) {
        return Math.max(0, (octets * 8 - fillBits) / BITS);
    }

    /**
     * Eight septets to seven octets, the first in the low bits.
     *
     * @param septets one per octet, each below 128
     * @param fillBits 0 to 6 zero bits before the first septet
     * @throws IllegalArgumentException if an octet is no septet
     */
    public static Octets pack(Octets septets, int fillBits) {
        byte[] packed = new byte[packedLength(septets.length(), fillBits)];
        for (int i = 0; i < septets.length(); i++) {
            int bit = fillBits + i * BITS;
            int shifted = septetAt(septets, i) << bit % 8;
            packed[bit / 8] |= (byte) shifted;
            if (shifted > 0xFF) {
                packed[bit / 8 + 1] |= (byte) (shifted >> 8);
            }
        }
        return Octets.copyOf(packed);
    }

    private static int septetAt(Octets septets, int index) {
        int septet = septets.at(index);
        if (septet > MASK) {
            throw new IllegalArgumentException("septet " + index + " must be 0..127, was " + septet);
        }
        return septet;
    }

    /**
     * The septets behind the fill bits, one per octet.
     *
     * @param count septets to read, at most {@link #capacity}
     * @throws IndexOutOfBoundsException if the octets hold fewer
     */
    public static Octets unpack(Octets packed, int count, int fillBits) {
        byte[] septets = new byte[count];
        for (int i = 0; i < count; i++) {
            int bit = fillBits + i * BITS;
            int low = packed.at(bit / 8) >> bit % 8;
            int high = bit % 8 > 1 ? packed.at(bit / 8 + 1) << (8 - bit % 8) : 0;
            septets[i] = (byte) ((low | high) & MASK);
        }
        return Octets.copyOf(septets);
    }
}
