package io.polygator.gsm.transport;

import java.util.List;

/**
 * Where one modem is reached, as the operator writes it: {@code tcp:192.168.2.154:9101}, {@code tcp:[::1]:9101}, {@code
 * serial:/dev/polygator/ttyPG0} or {@code serial:/dev/ttyUSB0@9600}. {@code toString} gives that text back, so that an
 * address that was read and one that was built compare and print alike.
 */
public sealed interface TransportAddress {

    /**
     * Reads an address that leads to exactly one modem.
     *
     * @throws IllegalArgumentException if the text is no address or leads to several modems, naming the part that is
     *     wrong and what to write instead
     */
    static TransportAddress parse(String text) {
        List<TransportAddress> all = parseAll(text);
        if (all.size() > 1) {
            throw new IllegalArgumentException("address \"" + text + "\": leads to " + all.size()
                    + " modems where one is meant; write a single number instead of the range");
        }
        return all.get(0);
    }

    /**
     * Reads an address that may lead to several modems: a range of ports as in {@code tcp:192.168.2.154:9101-9108}, or a
     * range of channels of the gateway we run on as in {@code serial:/dev/polygator/ttyPG0-7}.
     *
     * @return the modems in the order of the range, at least one and at most {@value AddressText#MAX_RANGE}
     * @throws IllegalArgumentException if the text is no address, naming the part that is wrong and what to write instead
     */
    static List<TransportAddress> parseAll(String text) {
        return new AddressText(text).parse();
    }

    /**
     * A TCP port that carries the bytes of a UART as they are.
     *
     * @param host a host name or an IP address, IPv6 without brackets
     * @param port from 1 to 65535; 0 where a port is to be listened on and the system shall choose it
     */
    record Tcp(String host, int port) implements TransportAddress {
        /** The host that only this machine reaches. */
        public static final String LOOPBACK = "127.0.0.1";

        public Tcp {
            if (host.isBlank() || host.chars().anyMatch(Character::isWhitespace)) {
                throw new IllegalArgumentException("host \"" + host + "\": must be a host name or an IP address");
            }
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException("port " + port + ": must be from 1 to 65535");
            }
        }

        @Override
        public String toString() {
            return "tcp:" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        }
    }

    /**
     * A serial device of this machine, always 8 data bits, no parity, 1 stop bit, no flow control.
     *
     * @param path the device, {@code /dev/polygator/ttyPG0}
     * @param baud bits per second, from 300 to 4000000
     */
    record Serial(String path, int baud) implements TransportAddress {
        /** The speed at which Polygator's modules are wired; their driver knows this one and 9600. */
        public static final int DEFAULT_BAUD = 115_200;

        public Serial {
            if (path.isBlank()) {
                throw new IllegalArgumentException("device path: must not be empty");
            }
            if (baud < 300 || baud > 4_000_000) {
                throw new IllegalArgumentException("baud " + baud + ": must be from 300 to 4000000");
            }
        }

        @Override
        public String toString() {
            return "serial:" + path + (baud == DEFAULT_BAUD ? "" : "@" + baud);
        }
    }
}
