package io.polygator.gateway.store;

import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An outbound message as a store keeps it. Immutable; every change makes a new one.
 *
 * @param request what was submitted
 * @param rank the order in the queue, earliest first: the time of acceptance, moved back by the priority, so that a
 *     message of low priority that has waited long enough goes before a fresh one of high priority
 * @param expiresAt until when it may wait in the queue
 * @param boundChannel the channel that took its first segment, or a message that leaves together with it; the rest
 *     follows there while it works
 * @param behind the message that leaves before it, of those that leave together; empty once that is answered
 * @param avoided the channel that could not send it
 * @param verdict the final state once there was one; it never changes again
 * @param segments in order of their sequence
 */
public record StoredMessage(
        MessageId id,
        OutboundMessage request,
        Alphabet alphabet,
        Instant acceptedAt,
        Instant rank,
        Instant expiresAt,
        Optional<String> boundChannel,
        Optional<MessageId> behind,
        Optional<Avoidance> avoided,
        Optional<MessageState> verdict,
        List<StoredSegment> segments) {

    public StoredMessage {
        segments = List.copyOf(segments);
    }

    /** The state of the message: its verdict if there is one, else what its segments say together. */
    public MessageState state() {
        return verdict.orElseGet(() -> SegmentStates.together(segments));
    }

    /** The segment that is sent next: the first that waits, unless one or another message must leave before it. */
    public Optional<StoredSegment> next() {
        return behind.isPresent() || has(MessageState.SENDING)
                ? Optional.empty()
                : segments.stream()
                        .filter(segment -> segment.state() == MessageState.QUEUED)
                        .findFirst();
    }

    /** When {@link #next()} may be sent. */
    public Optional<Instant> dueAt() {
        return next().flatMap(StoredSegment::dueAt);
    }

    /** What the queue needs to know of it; empty unless a segment waits and none is on its way. */
    public Optional<QueueEntry> queueEntry() {
        return dueAt().map(due -> new QueueEntry(
                id,
                request.channels(),
                request.from().map(DialledNumber::bare),
                DialledNumber.indexKey(request.to().value()),
                boundChannel,
                avoided,
                due,
                expiresAt,
                rank));
    }

    /** When the gateway must act by itself: the queue time ends, a doubt is decided, a report is given up. */
    public Optional<Instant> actBy() {
        return segments.stream()
                .map(segment -> segment.state() == MessageState.QUEUED ? Optional.of(expiresAt) : segment.actBy())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Nothing has left: it can be cancelled or replaced. */
    public boolean untouched() {
        return verdict.isEmpty() && segments.stream().allMatch(StoredSegment::untouched);
    }

    /** Neither queued nor being sent. */
    public boolean answered() {
        return !has(MessageState.QUEUED) && !has(MessageState.SENDING);
    }

    /** Nothing more is awaited: it may be removed after the retention time. */
    public boolean concluded() {
        return answered() && actBy().isEmpty();
    }

    /** Whether some segment is in this state. */
    public boolean has(MessageState state) {
        return segments.stream().anyMatch(segment -> segment.state() == state);
    }

    /**
     * The segment of this sequence.
     *
     * @throws IndexOutOfBoundsException if there is no such segment
     */
    public StoredSegment segment(int sequence) {
        return segments.get(sequence - 1);
    }

    /** The same message with one segment changed. */
    public StoredMessage with(StoredSegment changed) {
        return withEach(segment -> segment.sequence() == changed.sequence() ? changed : segment);
    }

    /** The same message with the change made to each segment. */
    public StoredMessage withEach(UnaryOperator<StoredSegment> change) {
        List<StoredSegment> changed = new ArrayList<>(segments);
        changed.replaceAll(change);
        Optional<MessageState> end =
                verdict.or(() -> Optional.of(SegmentStates.together(changed)).filter(MessageState::isFinal));
        return new StoredMessage(
                id, request, alphabet, acceptedAt, rank, expiresAt, boundChannel, behind, avoided, end, changed);
    }

    /** The same message, tied to a channel or to none. */
    public StoredMessage boundTo(Optional<String> channel) {
        return new StoredMessage(
                id, request, alphabet, acceptedAt, rank, expiresAt, channel, behind, avoided, verdict, segments);
    }

    /**
     * The same message, which is to leave after this one: it waits while this one is queued or being sent, and follows
     * to its channel if the two may be sent by the same.
     */
    public StoredMessage following(StoredMessage earlier) {
        if (!earlier.answered()) {
            return behind(Optional.of(earlier.id()));
        }
        return isLike(earlier) ? behind(Optional.empty()).boundTo(earlier.boundChannel) : behind(Optional.empty());
    }

    /** Whether a message of the same key was accepted so soon after this one, or before it, that they leave together. */
    public boolean isTogetherWith(StoredMessage other) {
        return request.together().isPresent()
                && request.together().equals(other.request.together())
                && Duration.between(acceptedAt, other.acceptedAt).abs().compareTo(MessageStore.TOGETHER) <= 0;
    }

    /** The same message, once the one it waits for is answered: now it follows that one's predecessor, if any. */
    public StoredMessage released(StoredMessage answered) {
        return answered.behind.isPresent() ? behind(answered.behind) : following(answered);
    }

    /** Whether it goes to this subscriber, however the number is written; yes when none is named. */
    public boolean isFor(Optional<String> recipient) {
        return recipient
                .map(number -> SmsAddress.ofDestination(number).sameSubscriber(request.to()))
                .orElse(true);
    }

    /** Whether a channel that may send the one may send the other. */
    private boolean isLike(StoredMessage other) {
        return request.channels().equals(other.request.channels())
                && request.from().equals(other.request.from())
                && request.to().equals(other.request.to());
    }

    private StoredMessage behind(Optional<MessageId> earlier) {
        return new StoredMessage(
                id, request, alphabet, acceptedAt, rank, expiresAt, boundChannel, earlier, avoided, verdict, segments);
    }

    /** The same message, kept off a channel for a while and free to go elsewhere. */
    public StoredMessage avoiding(Avoidance avoidance) {
        return new StoredMessage(
                id,
                request,
                alphabet,
                acceptedAt,
                rank,
                expiresAt,
                Optional.empty(),
                behind,
                Optional.of(avoidance),
                verdict,
                segments);
    }

    /** What edges are told. */
    public MessageStatus status() {
        return new MessageStatus(
                id,
                request.to().display(),
                request.from(),
                request.origin(),
                request.reportRequested(),
                state(),
                alphabet,
                segments.stream().map(StoredSegment::status).toList(),
                acceptedAt,
                settledAt(),
                segments.stream()
                        .map(StoredSegment::error)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<Instant> settledAt() {
        return state().isFinal()
                ? segments.stream()
                        .map(StoredSegment::settledAt)
                        .flatMap(Optional::stream)
                        .max(Instant::compareTo)
                : Optional.empty();
    }
}
