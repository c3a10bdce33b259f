package io.polygator.gateway;

import io.polygator.gateway.channel.ChannelSpec;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.quota.SimBudget;
import io.polygator.gsm.modem.ModemSettings;
import java.util.Optional;
import java.util.Set;

/**
 * One channel as configured.
 *
 * @param gateway the gateway it belongs to, {@code g8}
 * @param address {@code tcp:host:port} or {@code serial:/dev/…}
 * @param modem the rest; its name is the channel's, {@code g8-3}
 * @param doubtPolicy what is done about segments in doubt that this channel sent, unless their message says otherwise;
 *     empty leaves it to the settings of all
 * @param budget how much the SIM in it may send
 */
public record ChannelDefinition(
        String gateway,
        Set<String> groups,
        String address,
        ModemSettings modem,
        Optional<DoubtPolicy> doubtPolicy,
        SimBudget budget) {

    /** A channel with the doubt policy of all and without a budget. */
    public ChannelDefinition(String gateway, Set<String> groups, String address, ModemSettings modem) {
        this(gateway, groups, address, modem, Optional.empty(), SimBudget.unlimited());
    }

    public String name() {
        return modem.name();
    }

    /** What the channel itself needs to know, without its modem. */
    ChannelSpec spec() {
        return new ChannelSpec(name(), gateway, groups, address, doubtPolicy, budget);
    }
}
