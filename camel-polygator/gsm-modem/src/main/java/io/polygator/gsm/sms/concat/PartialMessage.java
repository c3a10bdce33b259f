package io.polygator.gsm.sms.concat;

import io.polygator.gsm.sms.tpdu.SmsDeliver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The segments that have come of one message. Immutable; a store keeps its segments and rebuilds it.
 *
 * @param segments at most one per sequence, ordered by it, never empty
 */
public record PartialMessage(ReassemblyKey key, List<ReceivedSegment> segments) {
    /** Two segments of one sequence that lie further apart belong to two messages with the same reference. */
    static final Duration REFERENCE_REUSE = Duration.ofMinutes(10);

    public PartialMessage {
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a partial message has at least one segment");
        }
        segments = segments.stream()
                .sorted(Comparator.comparingInt(ReceivedSegment::sequence))
                .toList();
        if (segments.stream().map(ReceivedSegment::sequence).distinct().count() != segments.size()) {
            throw new IllegalArgumentException("a partial message has at most one segment per sequence");
        }
    }

    /** What became of a segment. */
    public enum Decision {
        /** It is new, and others are still missing. */
        ADDED,
        /** It is new, and the last one that was missing. */
        COMPLETED,
        /** The same came before: nothing changes. */
        DUPLICATE,
        /** Another body came in its place a moment ago; the newest is kept. */
        REPLACED,
        /** It belongs to a later message with the same reference: there is another partial message from now on. */
        STARTS_NEW_GROUP
    }

    /**
     * The result of adding a segment.
     *
     * @param before the partial message it was added to; empty when it starts one
     * @param after that message with the segment
     */
    public record Addition(Decision decision, Optional<PartialMessage> before, PartialMessage after) {}

    /**
     * Adds a segment to the partial message that it belongs to, of those with its key.
     *
     * <p>A message that is complete must no longer be among them; a segment that the network repeats after that is to
     * be recognised by its octets before it comes here.
     *
     * @param open all unfinished messages with this key, usually none or one
     */
    public static Addition place(
            ReassemblyKey key, Collection<PartialMessage> open, SmsDeliver deliver, Instant receivedAt) {
        ReceivedSegment segment = new ReceivedSegment(deliver, receivedAt);
        return open.stream()
                .filter(message -> message.holdsRecent(segment))
                .findFirst()
                .or(() -> nearestLacking(open, segment))
                .map(message -> message.add(segment))
                .orElseGet(() -> start(key, open, segment));
    }

    private static Optional<PartialMessage> nearestLacking(Collection<PartialMessage> open, ReceivedSegment segment) {
        return open.stream()
                .filter(message -> message.find(segment.sequence()).isEmpty())
                .min(Comparator.comparing(message -> message.distanceTo(segment)));
    }

    private static Addition start(ReassemblyKey key, Collection<PartialMessage> open, ReceivedSegment segment) {
        PartialMessage started = new PartialMessage(key, List.of(segment));
        if (!open.isEmpty()) {
            return new Addition(Decision.STARTS_NEW_GROUP, Optional.empty(), started);
        }
        return new Addition(started.growth(), Optional.empty(), started);
    }

    private Addition add(ReceivedSegment segment) {
        Optional<ReceivedSegment> present = find(segment.sequence());
        if (present.isPresent() && present.get().hasBodyOf(segment)) {
            return new Addition(Decision.DUPLICATE, Optional.of(this), this);
        }
        List<ReceivedSegment> more = new ArrayList<>(segments);
        present.ifPresent(more::remove);
        more.add(segment);
        PartialMessage after = new PartialMessage(key, more);
        return new Addition(present.isPresent() ? Decision.REPLACED : after.growth(), Optional.of(this), after);
    }

    private Decision growth() {
        return isComplete() ? Decision.COMPLETED : Decision.ADDED;
    }

    private boolean holdsRecent(ReceivedSegment segment) {
        return find(segment.sequence())
                .filter(present -> present.distanceTo(segment).compareTo(REFERENCE_REUSE) <= 0)
                .isPresent();
    }

    private Duration distanceTo(ReceivedSegment segment) {
        return segments.stream()
                .map(present -> present.distanceTo(segment))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Optional<ReceivedSegment> find(int sequence) {
        return segments.stream()
                .filter(segment -> segment.sequence() == sequence)
                .findFirst();
    }

    public boolean isComplete() {
        return segments.size() == key.total();
    }

    /** The sequences that have not come, in order. */
    public List<Integer> missing() {
        return IntStream.rangeClosed(1, key.total())
                .filter(sequence -> find(sequence).isEmpty())
                .boxed()
                .toList();
    }

    /** When the last segment came; a message that has grown no more for a day is delivered with its gaps. */
    public Instant lastReceivedAt() {
        return segments.stream()
                .map(ReceivedSegment::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The message as far as it has come. */
    public JoinedMessage join() {
        return Reassembly.join(segments.stream().map(ReceivedSegment::deliver).toList());
    }
}
