package io.polygator.camel.modem;

import io.polygator.gsm.transport.TransportAddress.Tcp;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * What the modems of an endpoint are going to be; nothing is opened for it.
 *
 * @param ports where each is reached
 * @param channels what each of them stands for
 * @param encrypted where each is reached over TLS; empty without TLS
 */
record ModemPlan(List<Tcp> ports, List<ModemChannels> channels, List<Tcp> encrypted) {
    ModemPlan {
        ports = List.copyOf(ports);
        channels = List.copyOf(channels);
        encrypted = List.copyOf(encrypted);
    }

    /**
     * For these ports.
     *
     * @param known every channel of the gateway
     * @throws IllegalArgumentException if the channels do not go into the ports, or strangers could reach them
     */
    static ModemPlan of(ModemPorts address, PolygatorModemConfiguration options, List<ChannelNames> known) {
        List<Tcp> ports = address.forModems(ModemChannels.count(options.getChannels(), known));
        List<Tcp> encrypted = EncryptedPorts.of(ports, options);
        requireAccountForStrangers(ports, options);
        requireAccountForStrangers(encrypted, options);
        return new ModemPlan(ports, ModemChannels.share(options.getChannels(), ports.size(), known), encrypted);
    }

    /** @throws IllegalArgumentException if no account says who may come from another machine, and some could */
    static void requireAccountForStrangers(List<Tcp> ports, PolygatorModemConfiguration options) {
        if (options.getAccount() != null) {
            return;
        }
        for (Tcp port : ports) {
            if (!isLoopback(port.host())) {
                throw new IllegalArgumentException("polygator-modem:" + port
                        + " can be reached from other machines: set option account to the account whose networks may,"
                        + " or listen on 127.0.0.1");
            }
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
