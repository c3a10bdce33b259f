package io.polygator.gateway;

import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.MemoryOutbox;
import io.polygator.gateway.store.Outbox;
import io.polygator.gateway.store.StoredSubscription;
import io.polygator.gsm.transport.Loop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events to subscriptions. The events of named ones wait in the store's outbox, where they were put in the
 * transaction that brought them about; those of the others wait in memory while the subscription lives. Gateway loop
 * only.
 */
final class EventHub {
    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

    private final Outbox durable;
    private final MemoryOutbox memory;
    private final EventRouting routing;
    private final EventSettings settings;
    private final Loop loop;
    private final DoubleSupplier jitter;
    private final HandlingTracker tracker = new HandlingTracker();
    private final Map<String, Subscriber> subscribers = new HashMap<>();
    private long lastAnonymous;

    EventHub(Outbox durable, EventRouting routing, EventSettings settings, Loop loop, DoubleSupplier jitter) {
        this.durable = durable;
        this.routing = routing;
        this.settings = settings;
        this.loop = loop;
        this.jitter = jitter;
        memory = new MemoryOutbox(settings.anonymousQueue());
    }

    /**
     * Begins to hand events on.
     *
     * @throws IllegalStateException if a subscription of this name is at work
     */
    Runnable subscribe(SubscriptionRequest request, EventHandler handler) {
        Set<String> kinds = request.kinds().stream().map(Kind::name).collect(Collectors.toUnmodifiableSet());
        return request.name().isPresent()
                ? subscribeNamed(new StoredSubscription(request.name().get(), kinds, request.channels()), handler)
                : subscribeAnonymous(
                        new StoredSubscription("(anonymous " + ++lastAnonymous + ")", kinds, request.channels()),
                        handler);
    }

    /** Stored events have been committed: wakes those who wait for them. */
    void committed(List<AddressedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        List<AddressedEvent> others = events.stream().map(routing::forAnonymous).toList();
        memory.add(others);
        events.forEach(event -> event.subscriptions().forEach(this::wake));
        others.forEach(event -> event.subscriptions().forEach(this::wake));
    }

    /** Tells an event that no message is behind. */
    void announce(GatewayEvent event) {
        List<AddressedEvent> events = List.of(routing.address(event));
        durable.append(events)
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure != null) {
                                LOG.warn(
                                        "an event of {} could not be stored for named subscriptions: {}",
                                        event.channel(),
                                        failure);
                            }
                            committed(events);
                        },
                        loop);
    }

    /** Completes once every subscription that the event goes to has handled it; to be asked before it is committed. */
    CompletionStage<Void> handledByAll(AddressedEvent event) {
        return tracker.track(
                event.event(),
                event.subscriptions(),
                routing.forAnonymous(event).subscriptions());
    }

    void close() {
        subscribers.values().forEach(Subscriber::close);
        subscribers.clear();
    }

    private Runnable subscribeNamed(StoredSubscription subscription, EventHandler handler) {
        String name = subscription.name();
        if (subscribers.containsKey(name)) {
            throw new IllegalStateException(
                    "the subscription " + name + " is already at work; give each consumer a name of its own");
        }
        routing.addDurable(subscription);
        Subscriber subscriber = subscriber(name, durable, handler);
        subscribers.put(name, subscriber);
        durable.open(subscription).whenCompleteAsync((opened, failure) -> subscriber.wake(), loop);
        return () -> {
            subscriber.close();
            subscribers.remove(name, subscriber);
        };
    }

    private Runnable subscribeAnonymous(StoredSubscription subscription, EventHandler handler) {
        String name = subscription.name();
        memory.open(subscription);
        routing.addAnonymous(subscription);
        Subscriber subscriber = subscriber(name, memory, handler);
        subscribers.put(name, subscriber);
        return () -> {
            subscriber.close();
            subscribers.remove(name, subscriber);
            routing.removeAnonymous(name);
            memory.drop(name);
            tracker.gone(name);
        };
    }

    private Subscriber subscriber(String name, Outbox outbox, EventHandler handler) {
        return new Subscriber(name, outbox, handler, settings, loop, jitter, tracker::handled);
    }

    /** The subscription may have something to handle. */
    void wake(String name) {
        Subscriber subscriber = subscribers.get(name);
        if (subscriber != null) {
            subscriber.wake();
        }
    }
}
