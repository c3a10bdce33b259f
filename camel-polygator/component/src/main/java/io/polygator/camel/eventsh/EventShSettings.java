package io.polygator.camel.eventsh;

import io.polygator.gateway.account.Network;
import io.polygator.http.eventsh.FirmwareCharset;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * How events of the firmware are taken.
 *
 * @param networks from where they are taken without credentials
 * @param charset of their texts
 * @param channels names of channels by the numbers that the firmware gives them, for SIMs that no channel of ours has
 * @param zone of the gateway's clock
 */
public record EventShSettings(
        List<Network> networks, FirmwareCharset charset, Map<String, String> channels, ZoneId zone) {
    private static final String UNNAMED = "event-sh";

    public EventShSettings {
        networks = List.copyOf(networks);
        channels = Map.copyOf(channels);
    }

    /** The channel's name; without one in the settings {@code event-sh-} and its number. */
    String channel(String number) {
        String unnamed = number.isEmpty() ? UNNAMED : UNNAMED + "-" + number;
        return channels.getOrDefault(number, unnamed);
    }
}
