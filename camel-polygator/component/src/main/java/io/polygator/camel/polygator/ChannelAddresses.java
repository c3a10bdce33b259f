package io.polygator.camel.polygator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as people write them, taken apart: {@code tcp:192.168.2.154:9101-9108} is eight channels. */
final class ChannelAddresses {
    private static final int MOST_CHANNELS = 256;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern TCP =
            Pattern.compile("tcp:(?://)?([^\\s,:/]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final Pattern SERIAL = Pattern.compile("serial:([^\\s,]*?)(?:(\\d{1,5})-(\\d{1,5}))?");

    private ChannelAddresses() {}

    /** Whether the text is an address and not a name. */
    static boolean isAddress(String text) {
        return text.startsWith("tcp:") || text.startsWith("serial:");
    }

    /**
     * The single addresses of a list, in order.
     *
     * @param where the option or URI that holds the list, for errors
     */
    static List<String> expand(String list, String where) {
        List<String> addresses = new ArrayList<>();
        for (String item : list.split(",", -1)) {
            addresses.addAll(expandOne(item.strip(), where));
        }
        if (addresses.size() > MOST_CHANNELS) {
            throw new IllegalArgumentException(where + "=" + list + " names " + addresses.size()
                    + " channels: a gateway has at most " + MOST_CHANNELS);
        }
        return addresses;
    }

    private static List<String> expandOne(String address, String where) {
        Matcher tcp = TCP.matcher(address);
        if (tcp.matches()) {
            return range("tcp:" + tcp.group(1) + ":", tcp.group(2), tcp.group(3), address, where);
        }
        Matcher serial = SERIAL.matcher(address);
        if (serial.matches() && address.length() > "serial:".length()) {
            return serial.group(2) == null
                    ? List.of(address)
                    : range("serial:" + serial.group(1), serial.group(2), serial.group(3), address, where);
        }
        throw new IllegalArgumentException(where + "=" + address
                + " is no address: use tcp:HOST:PORT, tcp:HOST:FIRST-LAST, serial:/dev/TTY, or several with commas");
    }

    private static List<String> range(
            String prefix, String first, @Nullable String last, String address, String where) {
        int from = Integer.parseInt(first);
        int to = last == null ? from : Integer.parseInt(last);
        if (to < from || to - from >= MOST_CHANNELS || to > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    where + "=" + address
                            + " is no range: the first number comes before the last, at most 256 apart, and neither exceeds 65535");
        }
        List<String> addresses = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            addresses.add(prefix + number);
        }
        return addresses;
    }
}
