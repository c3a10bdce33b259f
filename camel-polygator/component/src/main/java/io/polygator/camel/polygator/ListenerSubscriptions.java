package io.polygator.camel.polygator;

import io.polygator.gateway.ChannelLease;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.Subscription;
import io.polygator.gateway.SubscriptionRequest;
import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.EventFilter;
import io.polygator.gateway.message.GatewayEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscriptions of {@link Listener listeners}, and all channels kept open for them. Of each listener one is for
 * reports and one for all other events, since they come from different channels. Thread-safe.
 */
public final class ListenerSubscriptions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerSubscriptions.class);
    private static final String REPORTS = ".reports";
    private static final String EVENTS = ".events";

    /** Takes an event for a listener. Must not block. */
    @FunctionalInterface
    public interface Handler {
        /** It counts as handled when the stage completes normally; otherwise it comes again. */
        CompletionStage<Void> handle(Listener listener, GatewayEvent event);
    }

    private final OpenGateway open;
    private final SmsGateway gateway;
    private final Handler handler;
    private final ChannelLease lease;
    private final Map<Listener, List<Subscription>> begun = new HashMap<>();

    private ListenerSubscriptions(OpenGateway open, Handler handler) {
        this.open = open;
        this.gateway = open.gateway();
        this.handler = handler;
        lease = gateway.lease(new ChannelChoice.All());
    }

    /** For a component whose channels are known. */
    public static ListenerSubscriptions of(PolygatorComponent component, Handler handler) {
        return new ListenerSubscriptions(component.openGateway(), handler);
    }

    /** These listen from now on, and nobody else; who listened already and is the same goes on. */
    public synchronized void replaceAll(Set<Listener> listeners) {
        Set<Listener> gone = new HashSet<>(begun.keySet());
        gone.removeAll(listeners);
        gone.forEach(this::end);
        listeners.stream().filter(listener -> !begun.containsKey(listener)).forEach(this::begin);
    }

    /** Removes what waits for a listener that is gone for good. */
    public void forget(String name) {
        List.of(name + REPORTS, name + EVENTS).forEach(this::drop);
    }

    /**
     * Removes what waits for listeners of an earlier run.
     *
     * @param prefix with which the names of all such listeners begin
     * @param stillThere their names, with the kinds of events that they hear
     */
    public void forgetOthers(String prefix, Map<String, Set<Kind>> stillThere) {
        Set<String> kept = new HashSet<>();
        stillThere.forEach((name, events) -> kept.addAll(names(name, events)));
        gateway.subscriptions().whenComplete((all, failure) -> {
            if (failure != null) {
                LOG.warn("whether subscriptions {}… are left over could not be seen: {}", prefix, failure.toString());
                return;
            }
            all.stream()
                    .filter(name -> name.startsWith(prefix) && !kept.contains(name))
                    .forEach(name -> {
                        LOG.warn("{} is configured no more: its events and dead letters are dropped", name);
                        drop(name);
                    });
        });
    }

    private static Set<String> names(String listener, Set<Kind> events) {
        Set<String> names = new HashSet<>();
        for (Kind kind : events) {
            names.add(listener + (kind == Kind.REPORT ? REPORTS : EVENTS));
        }
        return names;
    }

    private void drop(String subscription) {
        gateway.forget(subscription).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn("subscription {} of a listener that is gone stays: {}", subscription, failure.toString());
            }
        });
    }

    private void begin(Listener listener) {
        List<Subscription> subscriptions = new ArrayList<>();
        requests(listener).forEach(request -> subscriptions.add(subscribe(request, listener)));
        begun.put(listener, subscriptions);
    }

    private List<SubscriptionRequest> requests(Listener listener) {
        List<SubscriptionRequest> requests = new ArrayList<>();
        Set<Kind> others = EnumSet.noneOf(Kind.class);
        others.addAll(listener.events());
        if (others.remove(Kind.REPORT)) {
            choice(listener, listener.claim().channels())
                    .ifPresent(channels -> requests.add(
                            request(listener.name() + REPORTS, Set.of(Kind.REPORT), channels, reports(listener))));
        }
        if (!others.isEmpty()) {
            List<ChannelGrant> own = listener.account()
                    .map(account -> account.inbound().channels())
                    .orElse(listener.claim().channels());
            choice(listener, own)
                    .ifPresent(channels -> requests.add(
                            request(listener.name() + EVENTS, others, channels, EventFilter.everything())));
        }
        return requests;
    }

    private static SubscriptionRequest request(
            String name, Set<Kind> kinds, ChannelChoice channels, EventFilter filter) {
        return new SubscriptionRequest(Optional.of(name), kinds, channels, filter);
    }

    private static EventFilter reports(Listener listener) {
        return listener.account()
                .map(Account::id)
                .map(id -> EventFilter.ofAccount(id.value()))
                .orElse(EventFilter.everything());
    }

    private Optional<ChannelChoice> choice(Listener listener, List<ChannelGrant> grants) {
        Optional<ChannelChoice> choice = Grants.choice(open, grants);
        if (choice.isEmpty() && !grants.isEmpty()) {
            LOG.warn("{} hears nothing: none of the channels {} is there", listener.name(), format(grants));
        }
        return choice;
    }

    private static List<String> format(List<ChannelGrant> grants) {
        return grants.stream().map(ChannelGrant::format).toList();
    }

    private Subscription subscribe(SubscriptionRequest request, Listener listener) {
        ListenerScope scope = new ListenerScope(gateway, listener);
        return gateway.subscribe(
                request,
                event -> scope.concerns(event)
                        ? handler.handle(listener, event)
                        : CompletableFuture.completedStage(null));
    }

    private void end(Listener listener) {
        List<Subscription> ended = begun.remove(listener);
        if (ended != null) {
            ended.forEach(Subscription::close);
        }
    }

    @Override
    public synchronized void close() {
        Set.copyOf(begun.keySet()).forEach(this::end);
        lease.close();
    }
}
