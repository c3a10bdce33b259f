package io.polygator.gateway;

import io.polygator.gsm.modem.ModemSettings;
import java.util.Set;

/**
 * One channel as configured.
 *
 * @param gateway the gateway it belongs to, {@code g8}
 * @param address {@code tcp:host:port} or {@code serial:/dev/…}
 * @param modem the rest; its name is the channel's, {@code g8-3}
 */
public record ChannelDefinition(String gateway, Set<String> groups, String address, ModemSettings modem) {

    public String name() {
        return modem.name();
    }
}
