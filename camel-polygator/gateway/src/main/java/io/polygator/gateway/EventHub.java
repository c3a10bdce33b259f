package io.polygator.gateway;

import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.LinedEvent;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.MemoryOutbox;
import io.polygator.gateway.store.Outbox;
import io.polygator.gateway.store.StoredSubscription;
import io.polygator.gsm.transport.Loop;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/**
 * Brings events to subscriptions. The events of named ones wait in the store's outbox, where they were put in the
 * transaction that brought them about; those of the others wait in memory while the subscription lives. Gateway loop
 * only.
 */
final class EventHub {
    private final Outbox durable;
    private final MemoryOutbox memory;
    private final EventRouting routing;
    private final EventSettings settings;
    private final StoreRetries retries;
    private final Loop loop;
    private final DoubleSupplier jitter;
    private final Announcer announcer;
    private final HandlingTracker tracker = new HandlingTracker();
    private final Map<String, Subscriber> subscribers = new HashMap<>();
    private final Map<String, Runnable> readers = new HashMap<>();
    private Runnable onSubscribed = () -> {};
    private long lastAnonymous;

    EventHub(
            Outbox durable,
            EventRouting routing,
            EventSettings settings,
            StoreRetries retries,
            Loop loop,
            DoubleSupplier jitter) {
        this.durable = durable;
        this.retries = retries;
        this.routing = routing;
        this.settings = settings;
        this.loop = loop;
        this.jitter = jitter;
        memory = new MemoryOutbox(settings.anonymousQueue());
        announcer = new Announcer(durable, this::committed, loop, jitter);
    }

    /** One who hears events. */
    interface Hearer {
        /** Events that rest after failures are handed out at once. */
        void retryNow();

        /** No more is handed out. */
        void end();
    }

    /** Lets this run whenever events are wanted by somebody more. */
    void onSubscribed(Runnable action) {
        onSubscribed = action;
    }

    /** Begins to hand events on; no other subscription of this name may be at work. */
    Hearer subscribe(SubscriptionRequest request, EventHandler handler) {
        return request.name().isPresent()
                ? subscribeNamed(stored(request.name().get(), request), handler)
                : subscribeAnonymous(stored("(anonymous " + ++lastAnonymous + ")", request), handler);
    }

    /** Removes a durable subscription that is not at work, with its events. */
    CompletionStage<Void> forget(String name) {
        return durable.drop(name)
                .thenRunAsync(
                        () -> {
                            routing.removeDurable(name);
                            tracker.gone(name);
                        },
                        loop);
    }

    /** Begins to tell the reader of a line when there may be more to read; completes once events are kept for it. */
    CompletionStage<Void> openLine(SubscriptionRequest request, Runnable news) {
        StoredSubscription line = stored(request.name().orElseThrow(), request);
        return durable.openLine(line, loop.instant())
                .thenRunAsync(
                        () -> {
                            routing.addDurable(line);
                            readers.put(line.name(), news);
                            onSubscribed.run();
                        },
                        loop);
    }

    /** Nobody reads the line any more. */
    void closeLine(String name) {
        readers.remove(name);
    }

    /** The reader of a line has got them: with them, a modem need not keep what the store would forget. */
    void read(String name, List<LinedEvent> events) {
        events.forEach(lined -> tracker.done(name, lined.event()));
    }

    /** Forgets lines that nobody has read since, and older events. */
    CompletionStage<Void> forgetLines(Instant before) {
        return durable.forgetLines(before)
                .thenAcceptAsync(
                        names -> names.forEach(name -> {
                            routing.removeDurable(name);
                            tracker.gone(name);
                        }),
                        loop);
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

    /** Events may have been committed of which nothing is known. */
    void mayHaveBeenCommitted() {
        subscribers.values().forEach(Subscriber::wake);
        readers.values().forEach(Runnable::run);
    }

    /** Tells an event that no message is behind. */
    void announce(GatewayEvent event) {
        announcer.announce(routing.address(event));
    }

    /** Completes once every subscription that the event goes to has handled it; to be asked before it is committed. */
    CompletionStage<Void> handledByAll(AddressedEvent event) {
        return tracker.track(
                event.event(),
                event.subscriptions(),
                routing.forAnonymous(event).subscriptions());
    }

    /** Hands nothing on any more; what is announced is still stored. */
    void close() {
        subscribers.values().forEach(Subscriber::close);
        subscribers.clear();
        readers.clear();
    }

    /** Stores nothing any more. */
    void stop() {
        announcer.stop();
    }

    private Hearer subscribeNamed(StoredSubscription subscription, EventHandler handler) {
        String name = subscription.name();
        Subscriber subscriber = subscriber(name, durable, handler);
        subscribers.put(name, subscriber);
        // Only once the store knows it does it keep events for it: until then messages stay on their SIMs.
        retries.untilDone("subscription " + name, () -> durable.open(subscription))
                .thenAccept(opened -> {
                    routing.addDurable(subscription);
                    subscriber.wake();
                    onSubscribed.run();
                });
        return hearer(subscriber, () -> {});
    }

    private Hearer subscribeAnonymous(StoredSubscription subscription, EventHandler handler) {
        String name = subscription.name();
        memory.open(subscription);
        routing.addAnonymous(subscription);
        Subscriber subscriber = subscriber(name, memory, handler);
        subscribers.put(name, subscriber);
        onSubscribed.run();
        return hearer(subscriber, () -> {
            routing.removeAnonymous(name);
            memory.drop(name);
            tracker.gone(name);
        });
    }

    private Hearer hearer(Subscriber subscriber, Runnable atEnd) {
        return new Hearer() {
            @Override
            public void retryNow() {
                subscriber.retryNow();
            }

            @Override
            public void end() {
                subscriber.close();
                subscribers.remove(subscriber.name(), subscriber);
                atEnd.run();
            }
        };
    }

    private static StoredSubscription stored(String name, SubscriptionRequest request) {
        Set<String> kinds = request.kinds().stream().map(Kind::name).collect(Collectors.toUnmodifiableSet());
        return new StoredSubscription(name, kinds, request.channels(), request.filter());
    }

    private Subscriber subscriber(String name, Outbox outbox, EventHandler handler) {
        return new Subscriber(name, outbox, handler, settings, loop, jitter, tracker::done);
    }

    /** The subscription may have something to handle. */
    void wake(String name) {
        Subscriber subscriber = subscribers.get(name);
        if (subscriber != null) {
            subscriber.wake();
        }
        readers.getOrDefault(name, () -> {}).run();
    }
}
