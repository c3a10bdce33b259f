package io.polygator.camel.polygator;

import io.polygator.gateway.EventLine;
import io.polygator.gateway.SubscriptionRequest;
import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.EventFilter;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.LinedEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The events of a {@link Listener listener} that reads them by itself. The line may hold events that do not concern it,
 * since whose an inbound message is depends on its text. Thread-safe.
 */
public final class ListenerLine implements AutoCloseable {
    private final EventLine line;
    private final ListenerScope scope;

    private ListenerLine(EventLine line, ListenerScope scope) {
        this.line = line;
        this.scope = scope;
    }

    /**
     * Begins to read the line of the listener's name; completes once events are kept for it.
     *
     * @param news called when there may be more to read; must not block
     */
    public static CompletionStage<ListenerLine> open(PolygatorComponent component, Listener listener, Runnable news) {
        OpenGateway open = component.openGateway();
        SubscriptionRequest request = new SubscriptionRequest(
                Optional.of(listener.name()), listener.events(), channels(open, listener), filter(listener));
        ListenerScope scope = new ListenerScope(open.gateway(), listener);
        return open.gateway().eventLines().open(request, news).thenApply(line -> new ListenerLine(line, scope));
    }

    /** Reports come from any channel, whatever channels the account's inbound messages come from. */
    private static ChannelChoice channels(OpenGateway open, Listener listener) {
        return listener.account()
                .filter(account -> !listener.events().contains(Kind.REPORT))
                .flatMap(account -> Grants.choice(open, account.inbound().channels()))
                .orElse(new ChannelChoice.All());
    }

    private static EventFilter filter(Listener listener) {
        return listener.account()
                .map(Account::id)
                .map(id -> EventFilter.ofAccount(id.value()))
                .orElse(EventFilter.everything());
    }

    /** Whether an event of the line is the listener's. */
    public boolean concerns(GatewayEvent event) {
        return scope.concerns(event);
    }

    /** Reads on, as {@link EventLine#after} does. */
    public CompletionStage<List<LinedEvent>> after(long position, int limit) {
        return line.after(position, limit);
    }

    /** The listener has everything up to this position. */
    public CompletionStage<Void> confirm(long position) {
        return line.confirm(position);
    }

    @Override
    public void close() {
        line.close();
    }
}
