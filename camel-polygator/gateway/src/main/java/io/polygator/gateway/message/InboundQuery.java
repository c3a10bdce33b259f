package io.polygator.gateway.message;

import java.time.Instant;
import java.util.Optional;

/**
 * Asks for inbound messages, newest first. What is empty does not narrow the search.
 *
 * @param from the sender; a number in national form finds the same subscriber in international form
 * @param since received at this moment or later
 * @param before received before this moment
 * @param after only what comes after this mark, to page on
 * @param limit at most so many, 1 to {@value MessageQuery#HIGHEST_LIMIT}
 */
public record InboundQuery(
        Optional<String> from, Optional<Instant> since, Optional<Instant> before, Optional<PageMark> after, int limit) {

    public InboundQuery {
        if (limit < 1 || limit > MessageQuery.HIGHEST_LIMIT) {
            throw new IllegalArgumentException("limit must be 1.." + MessageQuery.HIGHEST_LIMIT + ", was " + limit);
        }
    }

    /** The newest messages, whoever sent them. */
    public static InboundQuery newest(int limit) {
        return new InboundQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    /** The same for messages from this sender. */
    public InboundQuery from(String sender) {
        return new InboundQuery(Optional.of(sender), since, before, after, limit);
    }

    /** The same for what was received from one moment until before another. */
    public InboundQuery received(Optional<Instant> from, Optional<Instant> until) {
        return new InboundQuery(this.from, from, until, after, limit);
    }

    /** The next page. */
    public InboundQuery after(PageMark mark) {
        return new InboundQuery(from, since, before, Optional.of(mark), limit);
    }

    /** Whether the query asks for the message, wherever its page ends. */
    public boolean fits(InboundMessage message) {
        return from.filter(sender -> !DialledNumber.isSame(sender, message.from()))
                        .isEmpty()
                && since.filter(message.receivedAt()::isBefore).isEmpty()
                && before.filter(until -> !message.receivedAt().isBefore(until)).isEmpty();
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "InboundQuery[limit " + limit + "]";
    }
}
