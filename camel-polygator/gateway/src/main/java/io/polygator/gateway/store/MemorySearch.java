package io.polygator.gateway.store;

import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.Page;
import io.polygator.gateway.message.PageMark;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers queries among messages in memory, and says what a query means. Pure functions. */
final class MemorySearch {
    private static final Comparator<StoredMessage> NEWEST_FIRST = Comparator.comparing(StoredMessage::acceptedAt)
            .thenComparing(message -> message.id().value())
            .reversed();

    private MemorySearch() {}

    static List<StoredMessage> find(MessageQuery query, Map<MessageId, StoredMessage> messages) {
        Optional<StoredMessage> last = query.after().map(messages::get);
        if (query.after().isPresent() && last.isEmpty()) {
            return List.of();
        }
        return find(query, last, messages.values());
    }

    static Page<StoredMessage> page(MessageQuery query, Optional<PageMark> after, Collection<StoredMessage> messages) {
        List<StoredMessage> found = messages.stream()
                .filter(message -> fits(query, message))
                .filter(message -> after.isEmpty() || isAfter(after.get(), message))
                .sorted(NEWEST_FIRST)
                .limit(query.limit() + 1L)
                .toList();
        if (found.size() <= query.limit()) {
            return new Page<>(found, Optional.empty());
        }
        StoredMessage last = found.get(query.limit() - 1);
        return new Page<>(found.subList(0, query.limit()), Optional.of(new PageMark(last.acceptedAt(), last.id())));
    }

    /** Stores keep milliseconds, and so does the mark. */
    private static boolean isAfter(PageMark mark, StoredMessage message) {
        int order = message.acceptedAt().truncatedTo(ChronoUnit.MILLIS).compareTo(mark.at());
        return order < 0
                || order == 0 && message.id().value().compareTo(mark.id().value()) < 0;
    }

    private static List<StoredMessage> find(
            MessageQuery query, Optional<StoredMessage> last, Collection<StoredMessage> messages) {
        return messages.stream()
                .filter(message -> fits(query, message))
                .filter(message -> last.isEmpty() || NEWEST_FIRST.compare(last.get(), message) < 0)
                .sorted(NEWEST_FIRST)
                .limit(query.limit())
                .toList();
    }

    private static boolean fits(MessageQuery query, StoredMessage message) {
        return fits(query.account(), message.request().origin().account())
                && fits(query.submitter(), message.request().origin().submitter())
                && fits(query.clientReference(), message.request().origin().clientReference())
                && fits(
                        query.from().map(DialledNumber::bare),
                        message.request().from().map(DialledNumber::bare))
                && message.isFor(query.to())
                && (query.states().isEmpty() || query.states().contains(message.state()))
                && query.channel()
                        .filter(channel -> !wentThrough(channel, message))
                        .isEmpty()
                && query.acceptedSince()
                        .filter(since -> message.acceptedAt().isBefore(since))
                        .isEmpty()
                && query.acceptedBefore()
                        .filter(before -> !message.acceptedAt().isBefore(before))
                        .isEmpty();
    }

    private static boolean wentThrough(String channel, StoredMessage message) {
        return message.segments().stream().anyMatch(segment -> segment.placement()
                .filter(placement -> placement.channel().equals(channel))
                .isPresent());
    }

    private static boolean fits(Optional<String> asked, Optional<String> known) {
        return asked.isEmpty() || asked.equals(known);
    }
}
