package io.polygator.camel.polygator;

import io.polygator.gsm.transport.TransportAddress;
import java.util.ArrayList;
import java.util.List;

/** Lists of addresses as options and URIs hold them: {@code tcp:192.168.2.154:9101-9108} is eight channels. */
final class ChannelAddresses {
    private static final int MOST_CHANNELS = 256;

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
            expandOne(item.strip(), where).forEach(address -> addresses.add(address.toString()));
        }
        if (addresses.size() > MOST_CHANNELS) {
            throw new IllegalArgumentException(where + " names " + addresses.size()
                    + " channels: a gateway has at most " + MOST_CHANNELS + ", divide it into several");
        }
        return addresses;
    }

    private static List<TransportAddress> expandOne(String address, String where) {
        try {
            return TransportAddress.parseAll(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }
}
