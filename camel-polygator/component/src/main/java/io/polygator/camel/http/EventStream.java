package io.polygator.camel.http;

import io.polygator.camel.polygator.EventMapping;
import io.polygator.camel.polygator.ListenerLine;
import io.polygator.gateway.message.LinedEvent;
import io.polygator.http.EventView;
import io.polygator.http.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultExchange;

/**
 * The events that one connection gets, as server-sent events: the body of an answer that {@link EventStreamBinding}
 * writes. It ends with its connection, or when a newer one takes its place. Thread-safe.
 */
final class EventStream implements AutoCloseable {
    private static final int AT_ONCE = 100;

    private final CamelContext context;
    private final EventStreamSettings settings;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile Runnable reader = () -> {};
    private volatile Optional<ListenerLine> line = Optional.empty();

    EventStream(CamelContext context, EventStreamSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /** What it tells; to be called once, before its connection reads. */
    void tell(ListenerLine opened) {
        line = Optional.of(opened);
    }

    /** There may be more to read. */
    void news() {
        reader.run();
    }

    /** @param news called when there may be more to read; must not block */
    void whenNews(Runnable news) {
        reader = news;
    }

    /** @param end called when the connection shall be closed, at once if that is so already */
    void whenEnded(Runnable end) {
        ended.thenRun(end);
    }

    Duration heartbeat() {
        return settings.heartbeat();
    }

    Duration patience() {
        return settings.patience();
    }

    /** The next events after the position; fails when they cannot be read. */
    CompletionStage<List<LinedEvent>> after(long position) {
        return line.orElseThrow().after(position, AT_ONCE);
    }

    /** The client has everything up to this position. */
    CompletionStage<Void> confirm(long position) {
        return line.orElseThrow().confirm(position);
    }

    /** The event as the client gets it; empty when it is not the client's. */
    Optional<String> text(LinedEvent lined) {
        if (!line.orElseThrow().concerns(lined.event())) {
            return Optional.empty();
        }
        Message message = new DefaultExchange(context).getMessage();
        EventMapping.write(lined.event(), message);
        EventView view = Events.view(message);
        return Optional.of(
                "id: " + lined.position() + "\nevent: " + view.event() + "\ndata: " + Json.write(view) + "\n\n");
    }

    @Override
    public void close() {
        line.ifPresent(ListenerLine::close);
        ended.complete(null);
    }
}
