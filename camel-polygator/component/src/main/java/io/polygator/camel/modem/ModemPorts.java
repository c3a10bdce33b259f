package io.polygator.camel.modem;

import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.TransportAddress.Tcp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the modems of an endpoint listen, as its address says: {@code tcp:127.0.0.1:9101-9108}, several such with commas
 * between them, or {@code tcp:127.0.0.1:9101-}, which means 9101 and as many following as it takes.
 *
 * @param named the ports that are written, at least one
 * @param isOpenEnded whether the only one that is written is the first of as many as there are modems
 */
record ModemPorts(List<Tcp> named, boolean isOpenEnded) {
    private static final String OPEN_END = "-";

    ModemPorts {
        named = List.copyOf(named);
    }

    /** @throws IllegalArgumentException if it names no TCP ports, or an open end does not stand alone */
    static ModemPorts parse(String address) {
        boolean isOpenEnded = address.endsWith(OPEN_END);
        String written = isOpenEnded ? address.substring(0, address.length() - OPEN_END.length()) : address;
        List<Tcp> named = new ArrayList<>();
        for (String part : written.split(",", -1)) {
            TransportAddress.parseAll(part.strip()).forEach(one -> named.add(tcp(one)));
        }
        if (isOpenEnded && named.size() > 1) {
            throw new IllegalArgumentException(
                    "a port with an open end stands alone: write tcp:HOST:FIRST-, such as tcp:127.0.0.1:9101-");
        }
        return new ModemPorts(named, isOpenEnded);
    }

    private static Tcp tcp(TransportAddress address) {
        if (address instanceof Tcp tcp) {
            return tcp;
        }
        throw new IllegalArgumentException(
                "modems listen on TCP ports: write polygator-modem:tcp:HOST:PORTS, such as tcp:127.0.0.1:9101-9108");
    }

    /**
     * One for each modem.
     *
     * @param modems how many an open end stands for
     * @throws IllegalArgumentException if there are not that many ports above the first
     */
    List<Tcp> forModems(int modems) {
        if (!isOpenEnded) {
            return named;
        }
        Tcp first = named.get(0);
        return IntStream.range(0, modems)
                .mapToObj(place -> new Tcp(first.host(), first.port() + place))
                .toList();
    }
}
