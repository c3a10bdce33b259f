package io.polygator.gsm.transport;

import io.polygator.gsm.transport.TransportAddress.Serial;
import io.polygator.gsm.transport.TransportAddress.Tcp;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Takes the text of an address apart, with an error that says which part is wrong. */
final class AddressText {
    /** As many channels as the largest gateway has; a longer range is a slip of the pen. */
    static final int MAX_RANGE = 256;

    private static final String TCP = "tcp:";
    private static final String SERIAL = "serial:";
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    // Only the driver's own names: elsewhere, as below /dev/serial/by-id, a hyphen belongs to the name.
    private static final Pattern CHANNEL_RANGE = Pattern.compile("(.*/ttyPG)(\\d{1,3}-\\d{1,3})");

    private final String text;

    AddressText(String text) {
        this.text = text;
    }

    List<TransportAddress> parse() {
        if (text.startsWith(TCP)) {
            return tcp(text.substring(TCP.length()));
        }
        if (text.startsWith(SERIAL)) {
            return serial(text.substring(SERIAL.length()));
        }
        throw wrong("it must start with tcp: or serial:, as in tcp:192.168.2.154:9101 or serial:/dev/polygator/ttyPG0");
    }

    private List<TransportAddress> tcp(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        if (colon < 0 || hostAndPort.endsWith("]")) {
            throw wrong("the port is missing; write tcp:host:port");
        }
        String host = host(hostAndPort.substring(0, colon));
        return numbers(hostAndPort.substring(colon + 1), "port", port -> new Tcp(host, port));
    }

    private String host(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            return written.substring(1, written.length() - 1);
        }
        if (written.indexOf(':') >= 0) {
            throw wrong("an IPv6 host goes in brackets, as in tcp:[::1]:9101");
        }
        return written;
    }

    private List<TransportAddress> serial(String device) {
        int at = device.lastIndexOf('@');
        if (at < 0) {
            return devices(device, Serial.DEFAULT_BAUD);
        }
        String baud = device.substring(at + 1);
        if (!NUMBER.matcher(baud).matches()) {
            throw wrong("the baud rate after @ must be a number, as in serial:/dev/ttyUSB0@9600");
        }
        return devices(device.substring(0, at), Integer.parseInt(baud));
    }

    private List<TransportAddress> devices(String path, int baud) {
        Matcher range = CHANNEL_RANGE.matcher(path);
        if (range.matches()) {
            String prefix = range.group(1);
            return numbers(range.group(2), "channel", channel -> new Serial(prefix + channel, baud));
        }
        return List.of(checked(ignored -> new Serial(path, baud), 0));
    }

    private List<TransportAddress> numbers(String written, String field, IntFunction<TransportAddress> address) {
        if (NUMBER.matcher(written).matches()) {
            return List.of(checked(address, Integer.parseInt(written)));
        }
        Matcher range = RANGE.matcher(written);
        if (!range.matches()) {
            throw wrong("the " + field + " must be a number or a range such as 9101-9108, was \"" + written + "\"");
        }
        int first = Integer.parseInt(range.group(1));
        int last = Integer.parseInt(range.group(2));
        if (last < first || last - first >= MAX_RANGE) {
            throw wrong("the " + field + " range must rise and hold at most " + MAX_RANGE + ", was " + written);
        }
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> checked(address, number))
                .toList();
    }

    private TransportAddress checked(IntFunction<TransportAddress> address, int number) {
        try {
            return address.apply(number);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("address \"" + text + "\": " + e.getMessage(), e);
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("address \"" + text + "\": " + what);
    }
}
