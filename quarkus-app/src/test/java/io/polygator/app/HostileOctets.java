package io.polygator.app;

import java.util.List;
import java.util.Random;

/** Octets and texts that nobody expects, and requests around them. */
final class HostileOctets {
    private final Random random;

    HostileOctets(Random random) {
        this.random = random;
    }

    /** So many octets, and the end of a head. */
    byte[] noise(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        // what never ends a line would be waited for
        return concat(octets, RawHttp.octets("\r\n\r\n"));
    }

    /** The text with some other octets in it. */
    byte[] mutated(String text) {
        byte[] octets = RawHttp.octets(text);
        for (int i = 0; i <= random.nextInt(4); i++) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
        }
        return octets;
    }

    /** What can stand in a request line. */
    String printable(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('!' + random.nextInt(94)));
        }
        return text.toString();
    }

    /** Any octets, percent-encoded. */
    String encoded(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(String.format("%%%02X", random.nextInt(256)));
        }
        return text.toString();
    }

    static byte[] request(String method, String target, List<String> headers, byte[] body) {
        String head = method + " " + target + " HTTP/1.1\r\nHost: x\r\n" + String.join("\r\n", headers)
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        return concat(RawHttp.octets(head), body);
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] whole = new byte[first.length + second.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(second, 0, whole, first.length, second.length);
        return whole;
    }
}
