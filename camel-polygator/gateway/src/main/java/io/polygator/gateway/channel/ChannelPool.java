package io.polygator.gateway.channel;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** The channels by name. Looking one up is possible from any thread; a channel itself belongs to the gateway's loop. */
public final class ChannelPool {
    private final Map<String, GsmChannel> channels = new ConcurrentSkipListMap<>(ChannelPool::byNameAndNumber);

    /**
     * Adds a channel.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public void add(GsmChannel channel) {
        GsmChannel taken = channels.putIfAbsent(channel.name(), channel);
        if (taken != null) {
            throw alreadyDefined(channel.name());
        }
    }

    public boolean has(String name) {
        return channels.containsKey(name);
    }

    public Optional<GsmChannel> find(String name) {
        return Optional.ofNullable(channels.get(name));
    }

    /** The channels of a choice, in order. */
    public List<GsmChannel> in(ChannelChoice choice) {
        return channels.values().stream()
                .filter(channel -> channel.spec().isIn(choice))
                .toList();
    }

    public boolean hasAnyIn(ChannelChoice choice) {
        return channels.values().stream().anyMatch(channel -> channel.spec().isIn(choice));
    }

    public List<GsmChannel> all() {
        return List.copyOf(channels.values());
    }

    public List<ChannelStatus> statuses() {
        return channels.values().stream().map(GsmChannel::status).toList();
    }

    public List<GsmChannel> free() {
        return channels.values().stream().filter(GsmChannel::isFree).toList();
    }

    /** Names of channels that are in working order but busy, and will be free soon. */
    public Set<String> busy() {
        return channels.values().stream()
                .filter(GsmChannel::isFreeSoon)
                .map(GsmChannel::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Own numbers of SIMs that cannot send at the moment, whether busy or out of order. */
    public Set<String> takenNumbers() {
        return channels.values().stream()
                .filter(channel -> !channel.isFree())
                .map(GsmChannel::ownNumber)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is defined, for error messages: gateways with their channels, and groups. */
    public String describe() {
        if (channels.isEmpty()) {
            return "no channel is defined";
        }
        Map<String, Integer> gateways = new TreeMap<>();
        channels.values().forEach(channel -> gateways.merge(channel.spec().gateway(), 1, Integer::sum));
        String groups = channels.values().stream()
                .flatMap(channel -> channel.spec().groups().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return "defined are the gateways " + gateways.keySet() + " with the channels "
                + channels.keySet().stream().limit(16).toList() + (channels.size() > 16 ? " and more" : "")
                + (groups.isEmpty() ? "" : " and the groups " + groups);
    }

    /** The refusal of a second definition of a name. */
    public static IllegalArgumentException alreadyDefined(String name) {
        return new IllegalArgumentException("the channel " + name + " is already defined; give each channel one name");
    }

    /** Orders {@code g8-2} before {@code g8-10}. */
    private static int byNameAndNumber(String one, String other) {
        String prefix = prefix(one);
        int order = prefix.compareTo(prefix(other));
        if (order != 0) {
            return order;
        }
        String first = one.substring(prefix.length());
        String second = other.substring(prefix.length());
        int length = Integer.compare(first.length(), second.length());
        return length != 0 ? length : first.compareTo(second);
    }

    private static String prefix(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }
}
