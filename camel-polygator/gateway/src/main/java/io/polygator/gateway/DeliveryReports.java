package io.polygator.gateway;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.DeliveryReport;
import io.polygator.gateway.message.DeliveryReport.Finality;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which delivery report a change of a message brings about. Thread-safe: stores ask from their own threads. */
record DeliveryReports(EventRouting routing) {
    /**
     * The report about the message after a change; none unless its state is another, or nothing is awaited any more, and
     * the network had a say.
     */
    List<AddressedEvent> between(StoredMessage before, StoredMessage after, Instant now) {
        return tellsReport(before, after) ? List.of(report(after, finality(before, after), now)) : List.of();
    }

    private static boolean tellsReport(StoredMessage before, StoredMessage after) {
        boolean changed = before.state() != after.state() || (!hasEnded(before) && hasEnded(after));
        return changed && after.state() != MessageState.QUEUED && after.state() != MessageState.SENDING;
    }

    private static Finality finality(StoredMessage before, StoredMessage after) {
        if (hasEnded(before)) {
            return Finality.LATE;
        }
        return hasEnded(after) ? Finality.FINAL : Finality.OPEN;
    }

    private static boolean hasEnded(StoredMessage message) {
        return message.state().isFinal() || message.concluded();
    }

    private AddressedEvent report(StoredMessage message, Finality finality, Instant now) {
        DeliveryReport report = new DeliveryReport(
                message.id(), message.request().to().display(), message.state(), message.status(), finality, now);
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
}
