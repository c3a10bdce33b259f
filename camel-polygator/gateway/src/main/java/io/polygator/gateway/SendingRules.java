package io.polygator.gateway;

import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.Avoidance;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gsm.modem.SendError;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.sms.tpdu.MessageReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The life of a segment from the queue to the network's answer, as pure functions of a message. Two rules stand above
 * all others: a segment that may have left is not sent again unless policy says so and it is marked, and a segment that
 * was accepted is never sent again.
 */
final class SendingRules {
    private final OutboundSettings settings;
    private final RetrySettings retry;

    SendingRules(OutboundSettings settings, RetrySettings retry) {
        this.settings = settings;
        this.retry = retry;
    }

    /** Marks the segment as handed over, if it is still the next one and due; otherwise changes nothing. */
    StoredMessage begin(StoredMessage message, int sequence, Placement placement) {
        Instant now = placement.sentAt();
        boolean possible = now.isBefore(message.expiresAt())
                && message.next()
                        .filter(next -> next.sequence() == sequence)
                        .flatMap(StoredSegment::dueAt)
                        .filter(due -> !due.isAfter(now))
                        .isPresent();
        return possible
                ? message.with(message.segment(sequence).handedOver(placement))
                        .boundTo(Optional.of(placement.channel()))
                : message;
    }

    /** The answer to the attempt that is on its way. */
    StoredMessage settle(StoredMessage message, int sequence, SendOutcome outcome, Moment moment) {
        StoredSegment segment = message.segment(sequence);
        if (segment.state() != MessageState.SENDING) {
            return message;
        }
        if (outcome instanceof SendOutcome.Accepted accepted) {
            return accepted(message, segment, accepted.reference());
        }
        if (outcome instanceof SendOutcome.Refused refused) {
            return withoutLostSegments(refused(message, segment, refused.error(), moment), moment.now());
        }
        String reason = ((SendOutcome.Unconfirmed) outcome).reason();
        Instant decideAt = moment.now().plus(settings.doubtTime());
        return withoutLostSegments(message.with(segment.unconfirmed(reason, Optional.of(decideAt))), moment.now());
    }

    /** The true answer to an attempt that had been unconfirmed. */
    StoredMessage settleLate(StoredMessage message, int sequence, int attempt, SendOutcome outcome, Moment moment) {
        StoredSegment segment = message.segment(sequence);
        boolean sameAttempt = segment.attempts() == attempt;
        boolean accepted = outcome instanceof SendOutcome.Accepted;
        return switch (segment.state()) {
            case UNCONFIRMED ->
                sameAttempt ? settle(message.with(segment.backOnItsWay()), sequence, outcome, moment) : message;
            case QUEUED ->
                accepted && sameAttempt
                        ? accepted(message, segment, ((SendOutcome.Accepted) outcome).reference())
                        : message;
            case SENDING -> accepted ? message.with(segment.maybeTwice()) : message;
            case FAILED ->
                accepted ? message.with(segment.remarked("settled as failed, but the network had taken it")) : message;
            case ACCEPTED, DELIVERED, EXPIRED, CANCELLED -> message;
        };
    }

    /** A process that ended left the segment on its way: nobody knows. */
    StoredMessage interrupted(StoredMessage message, Moment moment) {
        Optional<Instant> decideAt = Optional.of(moment.now().plus(settings.doubtTime()));
        return withoutLostSegments(
                message.withEach(segment -> segment.state() == MessageState.SENDING
                        ? segment.unconfirmed("the gateway stopped while the segment was being sent", decideAt)
                        : segment),
                moment.now());
    }

    /** What is decided because nothing came until now. */
    StoredMessage overdue(StoredMessage message, Moment moment) {
        return withoutLostSegments(message.withEach(segment -> overdue(message, segment, moment)), moment.now());
    }

    /** Takes the message back if nothing of it has left. */
    StoredMessage cancel(StoredMessage message, Instant now) {
        return message.untouched()
                ? message.withEach(segment -> segment.settled(MessageState.CANCELLED, now, Optional.empty()))
                : message;
    }

    /** Until when a status report is awaited for a segment sent at the given time. */
    Instant reportBy(StoredMessage message, Instant sentAt) {
        Instant end =
                message.request().validity().isPresent() ? message.expiresAt() : sentAt.plus(settings.reportTime());
        return end.plus(settings.reportMargin());
    }

    private StoredMessage accepted(StoredMessage message, StoredSegment segment, Optional<MessageReference> reference) {
        Optional<Instant> reportBy = message.request().reportRequested()
                ? segment.placement().map(where -> reportBy(message, where.sentAt()))
                : Optional.empty();
        return message.with(segment.accepted(reference, reportBy));
    }

    private StoredMessage refused(StoredMessage message, StoredSegment segment, SendError error, Moment moment) {
        String why = describe(error);
        if (error.kind() == SendError.Kind.NOT_SENT) {
            Duration wait = retry.returned().after(segment.setbacks(), moment.jitter());
            return moved(
                    message, segment.returned(moment.now(), why), moment.now().plus(wait));
        }
        if (error.kind() == SendError.Kind.PERMANENT || segment.attempts() >= retry.maximumAttempts()) {
            return message.with(segment.settled(MessageState.FAILED, moment.now(), Optional.of(why)));
        }
        if (error.kind() == SendError.Kind.TEMPORARY) {
            Duration wait = retry.afterTemporary(segment.setbacks(), moment.jitter());
            return message.with(segment.queuedAgain(moment.now().plus(wait), why));
        }
        return moved(
                message, segment.queuedAgain(moment.now(), why), moment.now().plus(retry.moved()));
    }

    /** Another channel may send it at once, this one only later. */
    private static StoredMessage moved(StoredMessage message, StoredSegment segment, Instant notHereBefore) {
        StoredMessage changed = message.with(segment);
        return segment.placement()
                .map(where -> changed.avoiding(new Avoidance(where.channel(), notHereBefore)))
                .orElse(changed);
    }

    private StoredSegment overdue(StoredMessage message, StoredSegment segment, Moment moment) {
        Instant now = moment.now();
        if (segment.state() == MessageState.QUEUED) {
            String why = segment.error()
                    .map(last -> "its validity ended; last: " + last)
                    .orElse("its validity ended");
            return now.isBefore(message.expiresAt())
                    ? segment
                    : segment.settled(MessageState.EXPIRED, now, Optional.of(why));
        }
        if (segment.actBy().filter(at -> !at.isAfter(now)).isEmpty()) {
            return segment;
        }
        if (segment.state() == MessageState.ACCEPTED) {
            return segment.unconfirmed(
                    "the network took it, but no final status report came in time", Optional.empty());
        }
        return segment.state() == MessageState.UNCONFIRMED ? decided(message, segment, now) : segment;
    }

    private StoredSegment decided(StoredMessage message, StoredSegment segment, Instant now) {
        String why = segment.error().orElse("unconfirmed");
        boolean mayRetry = now.isBefore(message.expiresAt())
                && segment.attempts() < retry.maximumAttempts()
                && message.verdict().isEmpty();
        return switch (settings.doubtPolicy()) {
            case HOLD -> segment.unconfirmed(why, Optional.empty());
            case FAIL -> segment.settled(MessageState.FAILED, now, Optional.of(why));
            case RETRY ->
                mayRetry ? segment.queuedAgain(now, why).maybeTwice() : segment.unconfirmed(why, Optional.empty());
        };
    }

    /** Once a segment is lost the rest is useless to the recipient: what still waits is not sent. */
    static StoredMessage withoutLostSegments(StoredMessage message, Instant now) {
        Optional<StoredSegment> lost = message.segments().stream()
                .filter(segment -> segment.state() == MessageState.FAILED || segment.state() == MessageState.EXPIRED)
                .findFirst();
        return lost.map(cause -> message.withEach(segment -> segment.state() == MessageState.QUEUED
                        ? segment.settled(
                                cause.state(),
                                now,
                                Optional.of("not sent, since segment " + cause.sequence() + " was lost"))
                        : segment))
                .orElse(message);
    }

    private static String describe(SendError error) {
        return error.code() < 0 ? error.description() : error.code() + ": " + error.description();
    }
}
