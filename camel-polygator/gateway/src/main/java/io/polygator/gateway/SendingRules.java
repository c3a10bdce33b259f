package io.polygator.gateway;

import io.polygator.gateway.message.DoubtPolicy;
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
import java.util.function.Function;

/**
 * The life of a segment from the queue to the network's answer, as pure functions of a message. Two rules stand above
 * all others: a segment that may have left is not sent again unless policy says so and it is marked, and a segment that
 * was accepted is never sent again.
 */
final class SendingRules {
    /** Some modules fall silent or restart at one message and at no other; without an end it would fell them for days. */
    private static final int MOST_RETURNS_BY_SEVERAL = 20;

    private static final int MOST_RETURNS_BY_ONE = 100;
    private static final String STOPPED = "the gateway stopped while the segment was being sent";

    private final OutboundSettings settings;
    private final RetrySettings retry;
    private final Function<String, Optional<DoubtPolicy>> policyOfChannel;

    /** @param policyOfChannel the doubt policy of the channel of this name, if it has one of its own */
    SendingRules(
            OutboundSettings settings, RetrySettings retry, Function<String, Optional<DoubtPolicy>> policyOfChannel) {
        this.settings = settings;
        this.retry = retry;
        this.policyOfChannel = policyOfChannel;
    }

    /** Marks the segment as handed over, if it is still the next one and due; otherwise changes nothing. */
    StoredMessage begin(StoredMessage message, int sequence, Placement placement, Instant now) {
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

    /** This hand-over could not be stored for certain, so it did not happen. */
    StoredMessage notBegun(StoredMessage message, int sequence, Placement placement, Instant now) {
        StoredSegment segment = message.segment(sequence);
        return segment.state() == MessageState.SENDING && segment.placement().equals(Optional.of(placement))
                ? message.with(segment.returned(now, "it was not handed over, since that could not be stored"))
                : message;
    }

    /** The answer to a hand-over, whether it is awaited still or comes after it was given up. */
    StoredMessage answered(StoredMessage message, Cause.Answer answer, Moment moment) {
        StoredSegment segment = message.segment(answer.sequence());
        SendOutcome outcome = answer.outcome();
        boolean last = segment.handOvers() == answer.handOver();
        boolean accepted = outcome instanceof SendOutcome.Accepted;
        return switch (segment.state()) {
            case SENDING -> {
                if (last) {
                    yield settled(message, segment, outcome, moment);
                }
                yield accepted ? message.with(segment.maybeTwice()) : message;
            }
            case UNCONFIRMED ->
                last
                        ? doubtEnded(message, segment, outcome, moment)
                        : acceptedAfterAll(message, segment, outcome, false);
            case QUEUED -> acceptedAfterAll(message, segment, outcome, last);
            case FAILED ->
                accepted ? message.with(segment.remarked("settled as failed, but the network had taken it")) : message;
            case ACCEPTED, DELIVERED, EXPIRED, CANCELLED -> message;
        };
    }

    /**
     * The SIM tells the last reference it has used, and this is the segment that was handed to it last: either it never
     * left, or it left with the next reference. That the SIM has not counted it proves nothing while the module may still
     * be at work on it.
     */
    StoredMessage simTold(StoredMessage message, Cause.SimRecord told, Moment moment) {
        StoredSegment segment = message.segment(told.sequence());
        boolean doubted = segment.state() == MessageState.UNCONFIRMED || segment.state() == MessageState.SENDING;
        Optional<MessageReference> before =
                segment.placement().filter(where -> where.reference().isEmpty()).flatMap(Placement::referenceBefore);
        if (!doubted || before.isEmpty() || segment.handOvers() != told.handOver()) {
            return message;
        }
        boolean over = segment.placement()
                .filter(where -> !moment.now().isBefore(where.sentAt().plus(settings.doubtTime())))
                .isPresent();
        if (before.get().equals(told.last()) && over) {
            StoredSegment back = segment.returned(moment.now(), "the SIM tells that it never left");
            return withoutLostSegments(message.with(back), moment.now());
        }
        return before.get().next().equals(told.last())
                ? message.with(inDoubt(segment, moment).leftWith(Optional.of(told.last())))
                : message;
    }

    private StoredSegment inDoubt(StoredSegment segment, Moment moment) {
        return segment.state() == MessageState.UNCONFIRMED
                ? segment
                : segment.unconfirmed(STOPPED, Optional.of(moment.now().plus(settings.doubtTime())));
    }

    /** The doubt about the last hand-over is over, or it is only known by now which reference it left with. */
    private StoredMessage doubtEnded(StoredMessage message, StoredSegment segment, SendOutcome outcome, Moment moment) {
        return outcome instanceof SendOutcome.Unconfirmed doubt
                ? message.with(segment.leftWith(doubt.reference()))
                : settled(message, segment.backOnItsWay(), outcome, moment);
    }

    private StoredMessage settled(StoredMessage message, StoredSegment segment, SendOutcome outcome, Moment moment) {
        if (outcome instanceof SendOutcome.Accepted accepted) {
            return accepted(message, segment, accepted.reference());
        }
        if (outcome instanceof SendOutcome.Refused refused) {
            return withoutLostSegments(refused(message, segment, refused.error(), moment), moment.now());
        }
        SendOutcome.Unconfirmed doubt = (SendOutcome.Unconfirmed) outcome;
        Optional<Instant> decideAt = Optional.of(moment.now().plus(settings.doubtTime()));
        StoredSegment unconfirmed =
                segment.unconfirmed(doubt.reason(), decideAt).leftWith(doubt.reference());
        return withoutLostSegments(message.with(unconfirmed), moment.now());
    }

    /** The network has it, so it need not be sent again; of an earlier hand-over than the last the place is not known. */
    private StoredMessage acceptedAfterAll(
            StoredMessage message, StoredSegment segment, SendOutcome outcome, boolean last) {
        return outcome instanceof SendOutcome.Accepted accepted
                ? accepted(message, segment, last ? accepted.reference() : Optional.empty())
                : message;
    }

    /** A process that ended left the segment on its way: nobody knows. */
    StoredMessage interrupted(StoredMessage message, Moment moment) {
        Optional<Instant> decideAt = Optional.of(moment.now().plus(settings.doubtTime()));
        return withoutLostSegments(
                message.withEach(segment ->
                        segment.state() == MessageState.SENDING ? segment.unconfirmed(STOPPED, decideAt) : segment),
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
            if (isTakenByNoModem(message, segment)) {
                String end = "no modem took it in " + segment.handOvers() + " attempts; last: " + why;
                return message.with(segment.settled(MessageState.FAILED, moment.now(), Optional.of(end)));
            }
            Duration wait = retry.returned().after(segment.setbacks(), moment.jitter());
            return moved(
                    message, segment.returned(moment.now(), why), moment.now().plus(wait));
        }
        if (!mayPassLater(error) || segment.attempts() >= retry.maximumAttempts()) {
            return message.with(segment.settled(MessageState.FAILED, moment.now(), Optional.of(why)));
        }
        if (error.kind() == SendError.Kind.TEMPORARY) {
            Duration wait = retry.afterTemporary(segment.setbacks(), moment.jitter());
            return message.with(segment.queuedAgain(moment.now().plus(wait), why));
        }
        return moved(
                message, segment.queuedAgain(moment.now(), why), moment.now().plus(retry.moved()));
    }

    /** Whether the modems are sound and the segment is not: too many have failed at it, or one too often. */
    private static boolean isTakenByNoModem(StoredMessage message, StoredSegment segment) {
        int returned = segment.setbacks() - segment.attempts() + 2; // this time included
        boolean movedOn = segment.placement()
                .flatMap(where ->
                        message.avoided().filter(before -> !before.channel().equals(where.channel())))
                .isPresent();
        return returned >= (movedOn ? MOST_RETURNS_BY_SEVERAL : MOST_RETURNS_BY_ONE);
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
        return switch (policy(message, segment)) {
            case HOLD -> segment.unconfirmed(why, Optional.empty());
            case FAIL -> segment.settled(MessageState.FAILED, now, Optional.of(why));
            case RETRY ->
                mayRetry ? segment.queuedAgain(now, why).maybeTwice() : segment.unconfirmed(why, Optional.empty());
        };
    }

    /** The message's own policy, else that of the channel that sent it, else that of all. */
    private DoubtPolicy policy(StoredMessage message, StoredSegment segment) {
        return message.request()
                .doubtPolicy()
                .or(() -> segment.placement().map(Placement::channel).flatMap(policyOfChannel))
                .orElse(settings.doubtPolicy());
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

    /** Whether the same segment may be taken another time. */
    static boolean mayPassLater(SendError error) {
        return error.kind() != SendError.Kind.PERMANENT;
    }

    /** The error in words, for people. */
    static String describe(SendError error) {
        return error.code() < 0 ? error.description() : error.code() + ": " + error.description();
    }
}
