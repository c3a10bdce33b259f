package io.polygator.gateway;

import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.message.TimelineEntry.Kind;
import io.polygator.gateway.store.StoredMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the timeline of a message says. Pure functions. */
final class Timelines {
    private Timelines() {}

    /** The entries with the beginning, which is stored with the message itself: accepting one is then a single write. */
    static List<TimelineEntry> whole(Optional<StoredMessage> message, List<TimelineEntry> entries) {
        return Stream.concat(message.map(Timelines::accepted).stream(), entries.stream())
                .toList();
    }

    private static TimelineEntry accepted(StoredMessage message) {
        String submitter = message.request().submitter().orElse("an unnamed submitter");
        String account = message.request()
                .origin()
                .account()
                .map(owner -> ", account " + owner)
                .orElse("");
        String together = message.request().together().isPresent() ? ", leaves together with others" : "";
        return TimelineEntry.about(
                message.id(),
                message.acceptedAt(),
                Kind.ACCEPTED,
                "from " + submitter + account + ", segments "
                        + message.segments().size() + " in " + message.alphabet() + together);
    }
}
