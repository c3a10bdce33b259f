package io.polygator.camel.modem;

import io.polygator.gsm.transport.TransportAddress.Tcp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the modems of an endpoint are reached over TLS. Pure functions. */
final class EncryptedPorts {
    private EncryptedPorts() {}

    /**
     * One for each modem, or none at all.
     *
     * @param plain the modems' own ports
     * @throws IllegalArgumentException if option tlsPorts names no ports, or not as many
     */
    static List<Tcp> of(List<Tcp> plain, PolygatorModemConfiguration options) {
        String written = options.getTlsPorts();
        if (written == null) {
            return List.of();
        }
        List<Tcp> ports = ports(written).forModems(plain.size());
        if (ports.size() != plain.size()) {
            throw new IllegalArgumentException("option tlsPorts=" + written + " of a polygator-modem endpoint names "
                    + ports.size() + " ports for " + plain.size() + " modems: name one for each");
        }
        List<Tcp> encrypted = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            String host = Optional.ofNullable(options.getTlsHost())
                    .orElse(plain.get(i).host());
            encrypted.add(new Tcp(host, ports.get(i).port()));
        }
        return encrypted;
    }

    private static ModemPorts ports(String written) {
        try {
            return ModemPorts.parse(Stream.of(written.split(",", -1))
                    .map(part -> "tcp:" + Tcp.LOOPBACK + ":" + part.strip())
                    .collect(Collectors.joining(",")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "option tlsPorts=" + written + " of a polygator-modem endpoint: use ports such as 9201-9208, or"
                            + " 9201- for as many as there are modems",
                    e);
        }
    }
}
