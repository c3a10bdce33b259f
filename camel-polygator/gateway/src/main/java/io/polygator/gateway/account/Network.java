package io.polygator.gateway.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A network in CIDR notation (RFC 4632, RFC 4291 §2.3), IPv4 or IPv6. An IPv4-mapped IPv6 address counts as IPv4.
 *
 * @param address the first address of the network: no bit is set behind the prefix
 * @param prefixLength in bits, 0 to 32 (IPv4) or 128 (IPv6)
 */
public record Network(InetAddress address, int prefixLength) {
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

    /** This machine only. */
    public static final List<Network> LOOPBACK = List.of(parse("127.0.0.0/8"), parse("::1/128"));

    public Network {
        int bits = address.getAddress().length * Byte.SIZE;
        if (prefixLength < 0 || prefixLength > bits) {
            throw new IllegalArgumentException(
                    "a prefix of " + address.getHostAddress() + " has 0 to " + bits + " bits, not " + prefixLength);
        }
        InetAddress first = firstAddress(address, prefixLength);
        if (!first.equals(address)) {
            throw new IllegalArgumentException(
                    "bits are set behind the prefix: the network is " + first.getHostAddress() + "/" + prefixLength);
        }
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or one address. Names are never looked up.
     *
     * @throws IllegalArgumentException if the text is no network
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = literal(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) {
            return new Network(address, address.getAddress().length * Byte.SIZE);
        }
        String length = text.substring(slash + 1);
        if (!LENGTH.matcher(length).matches()) {
            throw new IllegalArgumentException("\"" + length + "\" is no number of bits");
        }
        return new Network(address, Integer.parseInt(length));
    }

    /** Whether the address lies in the network. */
    public boolean contains(InetAddress other) {
        return other.getAddress().length == address.getAddress().length
                && firstAddress(other, prefixLength).equals(address);
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefixLength;
    }

    /** The first address of the network in which the given one lies. */
    static InetAddress firstAddress(InetAddress address, int prefixLength) {
        byte[] octets = address.getAddress();
        for (int i = 0; i < octets.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, prefixLength - i * Byte.SIZE));
            octets[i] &= (byte) (0xFF << (Byte.SIZE - kept));
        }
        return ofOctets(octets);
    }

    /** What is not written like an address must not reach the resolver, which would ask the network for a name. */
    private static InetAddress literal(String text) {
        var ipv4 = IPV4.matcher(text);
        if (ipv4.matches()) {
            byte[] octets = new byte[4];
            for (int i = 0; i < octets.length; i++) {
                octets[i] = octet(ipv4.group(i + 1), text);
            }
            return ofOctets(octets);
        }
        if (!IPV6.matcher(text).matches()) {
            throw notAnAddress(text);
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw notAnAddress(text);
        }
    }

    private static byte octet(String digits, String text) {
        int value = Integer.parseInt(digits);
        if (value > 255 || digits.length() > 1 && digits.charAt(0) == '0') {
            throw notAnAddress(text); // a leading zero means octal to some programs and nothing to others
        }
        return (byte) value;
    }

    private static IllegalArgumentException notAnAddress(String text) {
        return new IllegalArgumentException("\"" + text + "\" is no IPv4 or IPv6 address");
    }

    private static InetAddress ofOctets(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 octets", e);
        }
    }
}
