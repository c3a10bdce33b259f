package io.polygator.gateway;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.DeliveryReport;
import io.polygator.gateway.message.DeliveryReport.Finality;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.ReportSeen;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.gsm.sms.tpdu.DeliveryStatus.Category;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which delivery reports a change of a message brings about. Thread-safe: stores ask from their own threads. */
record DeliveryReports(EventRouting routing) {
    /**
     * The reports about the message after a change: one when its state is another, or nothing is awaited any more, and the
     * network had a say; and one when the network tells why it still tries.
     */
    List<AddressedEvent> between(StoredMessage before, StoredMessage after, Instant now) {
        List<AddressedEvent> reports = new ArrayList<>();
        Optional<DeliveryStatus> temporary = newTemporaryStatus(before, after);
        if (tellsState(before, after)) {
            Optional<DeliveryStatus> told =
                    temporary.isPresent() ? Optional.empty() : after.status().deliveryStatus();
            reports.add(report(after, told, finality(before, after), now));
        }
        if (temporary.isPresent()) {
            reports.add(report(after, temporary, Finality.OPEN, now));
        }
        return List.copyOf(reports);
    }

    private static boolean tellsState(StoredMessage before, StoredMessage after) {
        boolean changed = before.state() != after.state() || (!hasEnded(before) && hasEnded(after));
        return changed && after.state() != MessageState.QUEUED && after.state() != MessageState.SENDING;
    }

    /** The temporary status that no segment had before, while the message is on its way; the network may repeat it. */
    private static Optional<DeliveryStatus> newTemporaryStatus(StoredMessage before, StoredMessage after) {
        if (after.state() != MessageState.ACCEPTED || hasEnded(before) || hasEnded(after)) {
            return Optional.empty();
        }
        Set<DeliveryStatus> known = temporaryStatuses(before).collect(Collectors.toSet());
        return temporaryStatuses(after)
                .filter(status -> !known.contains(status))
                .findFirst();
    }

    private static Stream<DeliveryStatus> temporaryStatuses(StoredMessage message) {
        return message.segments().stream()
                .map(StoredSegment::report)
                .flatMap(Optional::stream)
                .map(ReportSeen::status)
                .filter(status -> status.category() == Category.PENDING);
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

    private AddressedEvent report(
            StoredMessage message, Optional<DeliveryStatus> told, Finality finality, Instant now) {
        DeliveryReport report = new DeliveryReport(
                message.id(), message.request().to().display(), message.state(), told, message.status(), finality, now);
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
