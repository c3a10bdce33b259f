package io.polygator.gateway.message;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for outbound messages, newest first. What is empty does not narrow the search.
 *
 * @param from the sender asked for; however it is written, with plus or without
 * @param to the recipient; a number in national form finds the same subscriber in international form
 * @param states in which the message is; empty for any
 * @param channel the channel that some segment went through, or is on its way to
 * @param acceptedSince accepted at this moment or later
 * @param acceptedBefore accepted before this moment
 * @param after only what comes after this message in the answer, to page on; finds nothing once that is forgotten
 * @param limit at most so many, 1 to {@value #HIGHEST_LIMIT}
 */
public record MessageQuery(
        Optional<String> account,
        Optional<String> submitter,
        Optional<String> from,
        Optional<String> to,
        Optional<String> clientReference,
        Set<MessageState> states,
        Optional<String> channel,
        Optional<Instant> acceptedSince,
        Optional<Instant> acceptedBefore,
        Optional<MessageId> after,
        int limit) {
    public static final int HIGHEST_LIMIT = 1000;

    public MessageQuery {
        states = Set.copyOf(states);
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw new IllegalArgumentException("limit must be 1.." + HIGHEST_LIMIT + ", was " + limit);
        }
    }

    /** The newest messages, whatever they are. */
    public static MessageQuery newest(int limit) {
        return new MessageQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    /** The same for the messages of one account. */
    public MessageQuery ofAccount(String name) {
        return new MessageQuery(
                Optional.of(name),
                submitter,
                from,
                to,
                clientReference,
                states,
                channel,
                acceptedSince,
                acceptedBefore,
                after,
                limit);
    }

    /** The same for the messages of one submitter. */
    public MessageQuery ofSubmitter(String name) {
        return new MessageQuery(
                account,
                Optional.of(name),
                from,
                to,
                clientReference,
                states,
                channel,
                acceptedSince,
                acceptedBefore,
                after,
                limit);
    }

    /** The same for messages with this sender. */
    public MessageQuery from(String sender) {
        return new MessageQuery(
                account,
                submitter,
                Optional.of(sender),
                to,
                clientReference,
                states,
                channel,
                acceptedSince,
                acceptedBefore,
                after,
                limit);
    }

    /** The same for messages to this recipient. */
    public MessageQuery to(String recipient) {
        return new MessageQuery(
                account,
                submitter,
                from,
                Optional.of(recipient),
                clientReference,
                states,
                channel,
                acceptedSince,
                acceptedBefore,
                after,
                limit);
    }

    /** The same for messages that their submitter gave this name. */
    public MessageQuery referredToAs(String name) {
        return new MessageQuery(
                account,
                submitter,
                from,
                to,
                Optional.of(name),
                states,
                channel,
                acceptedSince,
                acceptedBefore,
                after,
                limit);
    }

    /** The same for messages in these states. */
    public MessageQuery in(Set<MessageState> wanted) {
        return new MessageQuery(
                account,
                submitter,
                from,
                to,
                clientReference,
                wanted,
                channel,
                acceptedSince,
                acceptedBefore,
                after,
                limit);
    }

    /** The same for messages of which a segment went through this channel, or is on its way there. */
    public MessageQuery through(String name) {
        return new MessageQuery(
                account,
                submitter,
                from,
                to,
                clientReference,
                states,
                Optional.of(name),
                acceptedSince,
                acceptedBefore,
                after,
                limit);
    }

    /** The same for what was accepted from one moment until before another. */
    public MessageQuery accepted(Optional<Instant> since, Optional<Instant> before) {
        return new MessageQuery(
                account, submitter, from, to, clientReference, states, channel, since, before, after, limit);
    }

    /** The next page. */
    public MessageQuery after(MessageId last) {
        return new MessageQuery(
                account,
                submitter,
                from,
                to,
                clientReference,
                states,
                channel,
                acceptedSince,
                acceptedBefore,
                Optional.of(last),
                limit);
    }

    /** Without the numbers. */
    @Override
    public String toString() {
        return "MessageQuery[" + account + ", " + submitter + ", " + states + ", limit " + limit + "]";
    }
}
