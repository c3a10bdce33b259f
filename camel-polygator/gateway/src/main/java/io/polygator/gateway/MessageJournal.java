package io.polygator.gateway;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.DeliveryReport;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.Edited;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.ReportSeen;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gateway.store.Updated;
import io.polygator.gsm.transport.Loop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The only way by which an outbound message changes: a rule is applied inside the store's transaction, the delivery
 * report it brings about is stored with it, and after the commit the rest of the gateway hears of it on the loop.
 */
final class MessageJournal {
    private static final int NO_STATUS = -1;

    private final MessageStore store;
    private final Loop loop;
    private final EventRouting routing;
    private final List<Consumer<Updated>> followers = new ArrayList<>();

    MessageJournal(MessageStore store, Loop loop, EventRouting routing) {
        this.store = store;
        this.loop = loop;
        this.routing = routing;
    }

    /** Calls the follower on the loop after every change. To be used before the first change. */
    void follow(Consumer<Updated> follower) {
        followers.add(follower);
    }

    /** Changes a message by a pure rule; empty if there is no such message. Completes on the loop. */
    CompletionStage<Optional<Updated>> change(MessageId id, UnaryOperator<StoredMessage> rule) {
        Instant now = loop.instant();
        return store.update(id, before -> edit(before, rule, now)).thenApplyAsync(this::announced, loop);
    }

    private Edited edit(StoredMessage before, UnaryOperator<StoredMessage> rule, Instant now) {
        StoredMessage after = rule.apply(before);
        return tellsReport(before.state(), after.state())
                ? new Edited(after, List.of(report(after, now)), List.of(), List.of())
                : Edited.quietly(after);
    }

    private Optional<Updated> announced(Optional<Updated> updated) {
        updated.filter(Updated::changed).ifPresent(done -> followers.forEach(follower -> follower.accept(done)));
        return updated;
    }

    private static boolean tellsReport(MessageState before, MessageState after) {
        return before != after && after != MessageState.QUEUED && after != MessageState.SENDING;
    }

    private AddressedEvent report(StoredMessage message, Instant now) {
        DeliveryReport report = new DeliveryReport(
                message.id(),
                message.request().to().display(),
                message.state(),
                lastStatus(message),
                message.status(),
                now);
        return routing.address(new GatewayEvent.Report(channelOf(message), report));
    }

    private static String channelOf(StoredMessage message) {
        String asked = message.request().channels() instanceof ChannelChoice.Named named ? named.channel() : "";
        return message.segments().stream()
                .map(StoredSegment::placement)
                .flatMap(Optional::stream)
                .map(Placement::channel)
                .reduce((first, last) -> last)
                .orElse(asked);
    }

    private static int lastStatus(StoredMessage message) {
        return message.segments().stream()
                .map(StoredSegment::report)
                .flatMap(Optional::stream)
                .map(ReportSeen::status)
                .mapToInt(status -> status.value())
                .reduce((first, last) -> last)
                .orElse(NO_STATUS);
    }
}
