package io.polygator.gateway;

import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.channel.ChannelPool;
import io.polygator.gateway.channel.ChannelSpec;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.StoredSubscription;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Knows which subscription wants which event. Thread-safe: stores ask from their own threads. */
final class EventRouting {
    private final ChannelPool channels;
    private final Map<String, StoredSubscription> durable = new ConcurrentHashMap<>();
    private final Map<String, StoredSubscription> anonymous = new ConcurrentHashMap<>();

    EventRouting(ChannelPool channels) {
        this.channels = channels;
    }

    void addDurable(StoredSubscription subscription) {
        durable.put(subscription.name(), subscription);
    }

    /** The same for one of an earlier run, unless it was opened again since. */
    void addStored(StoredSubscription subscription) {
        durable.putIfAbsent(subscription.name(), subscription);
    }

    void removeDurable(String name) {
        durable.remove(name);
    }

    void addAnonymous(StoredSubscription subscription) {
        anonymous.put(subscription.name(), subscription);
    }

    void removeAnonymous(String name) {
        anonymous.remove(name);
    }

    /** The event with its source and the durable subscriptions that want it. */
    AddressedEvent address(GatewayEvent event) {
        return new AddressedEvent(event, sourceOf(event), wanting(durable.values(), event));
    }

    /** The same event for the anonymous subscriptions that want it. */
    AddressedEvent forAnonymous(AddressedEvent event) {
        return new AddressedEvent(event.event(), event.source(), wanting(anonymous.values(), event.event()));
    }

    /** Whether any subscription wants such events from the channel. */
    boolean isWanted(Kind kind, ChannelSpec channel) {
        return wants(durable.values(), kind, channel) || wants(anonymous.values(), kind, channel);
    }

    /** The same for a channel by its name, which need not be one of ours. */
    boolean isWanted(Kind kind, String channel) {
        return wants(durable.values(), kind, channel) || wants(anonymous.values(), kind, channel);
    }

    /** Whether a durable subscription wants such events from the channel of that name, which need not be one of ours. */
    boolean isWantedDurably(Kind kind, String channel) {
        return wants(durable.values(), kind, channel);
    }

    private boolean wants(Collection<StoredSubscription> subscriptions, Kind kind, String channel) {
        return channels.find(channel)
                .map(known -> wants(subscriptions, kind, known.spec()))
                .orElseGet(() -> subscriptions.stream()
                        .anyMatch(subscription -> subscription.kinds().contains(kind.name())
                                && subscription.channels().includes(channel, "", Set.of())));
    }

    /** Whether a durable subscription wants such events from the channel. */
    boolean isWantedDurably(Kind kind, ChannelSpec channel) {
        return wants(durable.values(), kind, channel);
    }

    private static boolean wants(Collection<StoredSubscription> subscriptions, Kind kind, ChannelSpec channel) {
        return subscriptions.stream()
                .anyMatch(subscription ->
                        subscription.kinds().contains(kind.name()) && channel.isIn(subscription.channels()));
    }

    private Set<String> wanting(Collection<StoredSubscription> subscriptions, GatewayEvent event) {
        String kind = kindOf(event).name();
        Optional<ChannelSpec> channel = channels.find(event.channel()).map(known -> known.spec());
        return subscriptions.stream()
                .filter(subscription -> subscription.kinds().contains(kind))
                .filter(subscription -> channel.map(spec -> spec.isIn(subscription.channels()))
                        .orElseGet(() -> subscription.channels().includes(event.channel(), "", Set.of())))
                .filter(subscription -> subscription.filter().admits(event))
                .map(StoredSubscription::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Kind kindOf(GatewayEvent event) {
        if (event instanceof GatewayEvent.Inbound) {
            return Kind.INBOUND;
        }
        if (event instanceof GatewayEvent.Report) {
            return Kind.REPORT;
        }
        if (event instanceof GatewayEvent.Call) {
            return Kind.CALL;
        }
        if (event instanceof GatewayEvent.Ussd) {
            return Kind.USSD;
        }
        return event instanceof GatewayEvent.Unreadable ? Kind.UNREADABLE : Kind.CHANNEL;
    }

    /** Inbound messages keep their order per channel and sender, reports per message, the rest per channel. */
    private static String sourceOf(GatewayEvent event) {
        if (event instanceof GatewayEvent.Inbound inbound) {
            return event.channel() + " from " + inbound.message().from();
        }
        if (event instanceof GatewayEvent.Report report) {
            return "message " + report.report().id();
        }
        return event.channel() + " " + kindOf(event);
    }
}
