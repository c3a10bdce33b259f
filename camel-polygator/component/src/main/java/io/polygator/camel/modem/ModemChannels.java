package io.polygator.camel.modem;

import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.message.ChannelStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The channels that one modem stands for, by the names that {@code polygator:} knows them by.
 *
 * @param grants what the option channels names, at least one
 */
record ModemChannels(List<ChannelGrant> grants) {
    ModemChannels {
        grants = List.copyOf(grants);
    }

    /**
     * Shares the channels out among ports.
     *
     * @param option as the option channels is written
     * @param ports how many there are
     * @param known every channel of the gateway
     * @return for each port what it stands for
     * @throws IllegalArgumentException if a name means no channel, or the channels do not go into the ports
     */
    static List<ModemChannels> share(String option, int ports, List<ChannelNames> known) {
        List<ModemChannels> entries = entries(option, known);
        if (ports == 1) {
            return List.of(new ModemChannels(
                    entries.stream().flatMap(entry -> entry.grants.stream()).toList()));
        }
        if (entries.size() == ports) {
            return entries;
        }
        List<ChannelNames> single = each(entries, known);
        if (single.size() != ports) {
            throw new IllegalArgumentException("option channels=" + option + " of a polygator-modem endpoint means "
                    + single.size() + " channels, and there are " + ports
                    + " ports: name one port for all of them, as many ports as channels (9101- means 9101 and those"
                    + " that follow), or a list with an entry for each port");
        }
        return single.stream().map(ModemChannels::only).toList();
    }

    /**
     * How many channels the option means.
     *
     * @throws IllegalArgumentException if a name means no channel
     */
    static int count(String option, List<ChannelNames> known) {
        return each(entries(option, known), known).size();
    }

    private static List<ModemChannels> entries(String option, List<ChannelNames> known) {
        return Stream.of(option.split(",", -1))
                .map(entry -> named(entry.strip(), option, known))
                .toList();
    }

    private static List<ChannelNames> each(List<ModemChannels> entries, List<ChannelNames> known) {
        return entries.stream()
                .flatMap(entry -> entry.among(known).stream())
                .distinct()
                .toList();
    }

    private static ModemChannels named(String name, String option, List<ChannelNames> known) {
        ModemChannels channels = new ModemChannels(List.of(grant(name, option)));
        if (channels.among(known).isEmpty()) {
            throw new IllegalArgumentException("option channels=" + option + " of a polygator-modem endpoint: " + name
                    + " means no channel; there are "
                    + known.stream().map(ChannelNames::name).collect(Collectors.joining(", ")));
        }
        return channels;
    }

    private static ChannelGrant grant(String name, String option) {
        try {
            return ChannelGrant.parse(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "option channels=" + option + " of a polygator-modem endpoint: " + e.getMessage(), e);
        }
    }

    private static ModemChannels only(ChannelNames channel) {
        return new ModemChannels(List.of(new ChannelGrant.Named(channel.name())));
    }

    /** Those of the channels, by gateway and number. */
    List<ChannelStatus> in(List<ChannelStatus> known) {
        return known.stream()
                .filter(this::includes)
                .sorted(Comparator.comparing(ChannelNames::of, ChannelNames.ORDER))
                .toList();
    }

    private List<ChannelNames> among(List<ChannelNames> known) {
        return known.stream().filter(this::includes).sorted(ChannelNames.ORDER).toList();
    }

    boolean includes(ChannelStatus channel) {
        return includes(ChannelNames.of(channel));
    }

    private boolean includes(ChannelNames channel) {
        return grants.stream().anyMatch(grant -> grant.includes(channel.name(), channel.gateway(), channel.groups()));
    }

    /** What narrows an exchange to them; nothing when they are all there are. */
    Optional<String> header() {
        return grants.contains(new ChannelGrant.All())
                ? Optional.empty()
                : Optional.of(grants.stream().map(ChannelGrant::format).collect(Collectors.joining(",")));
    }
}
