package io.polygator.gsm.octets;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of octets; compares by content and prints as upper-case hexadecimal. Thread-safe. */
public final class Octets {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** No octets at all. */
    public static Octets empty() {
        return EMPTY;
    }

    /** The given octets, copied. */
    public static Octets copyOf(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone());
    }

    /**
     * Reads hexadecimal digits of either case, two per octet.
     *
     * @throws IllegalArgumentException if the text is of odd length or holds anything but hexadecimal digits
     */
    public static Octets ofHex(String hex) {
        return hex.isEmpty() ? EMPTY : new Octets(HEX.parseHex(hex));
    }

    /** The number of octets. */
    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /**
     * The octet at the index as a number from 0 to 255.
     *
     * @throws IndexOutOfBoundsException if the index is not below {@link #length()}
     */
    public int at(int index) {
        return bytes[index] & 0xFF;
    }

    /**
     * The octets from {@code from} up to but not including {@code to}.
     *
     * @throws IndexOutOfBoundsException if the range is not within these octets
     */
    public Octets slice(int from, int to) {
        if (from < 0 || to > bytes.length || from > to) {
            throw new IndexOutOfBoundsException("octets " + from + ".." + to + " of " + bytes.length);
        }
        return from == to ? EMPTY : new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    /** These octets followed by the others. */
    public Octets concat(Octets other) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + other.bytes.length);
        System.arraycopy(other.bytes, 0, joined, bytes.length, other.bytes.length);
        return new Octets(joined);
    }

    /** A copy that the caller owns. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Upper-case hexadecimal digits without separators. */
    @Override
    public String toString() {
        return HEX.formatHex(bytes);
    }
}
