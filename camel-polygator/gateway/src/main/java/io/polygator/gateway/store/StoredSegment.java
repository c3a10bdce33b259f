package io.polygator.gateway.store;

import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.UserData;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One segment of an outbound message with all that is known about it.
 *
 * @param sequence 1 to the number of segments
 * @param userData what is sent; it never changes, so that a repeated segment replaces its twin at the receiver
 * @param dueAt when it may be sent; present exactly while {@code QUEUED}
 * @param actBy when the gateway decides by itself if nothing comes: the doubt of {@code UNCONFIRMED} is settled by
 *     policy, the report of {@code ACCEPTED} is given up
 * @param attempts how often a modem got it
 * @param setbacks how often it went back into the queue
 * @param possibleDuplicate whether the recipient may have got it more than once
 * @param placement the last channel that got it
 * @param report the last status report about it
 */
public record StoredSegment(
        int sequence,
        UserData userData,
        MessageState state,
        Optional<Instant> dueAt,
        Optional<Instant> actBy,
        int attempts,
        int setbacks,
        boolean possibleDuplicate,
        Optional<Placement> placement,
        Optional<ReportSeen> report,
        Optional<Instant> settledAt,
        Optional<String> error) {

    /** A segment that waits for its first attempt. */
    public static StoredSegment queued(int sequence, UserData userData, Instant dueAt) {
        return new StoredSegment(
                sequence,
                userData,
                MessageState.QUEUED,
                Optional.of(dueAt),
                Optional.empty(),
                0,
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Just as {@link #queued} made it. */
    public boolean isFresh() {
        return dueAt.isPresent() && equals(queued(sequence, userData, dueAt.get()));
    }

    /** Nothing of it has left and nothing is on its way out. */
    public boolean untouched() {
        return state == MessageState.QUEUED && attempts == 0;
    }

    /** A status report may be about it: it left us, is leaving, or may have left before it was queued again. */
    public boolean mayHaveLeft() {
        return placement.isPresent() && (state != MessageState.QUEUED || possibleDuplicate);
    }

    /** A status report may be stored with it; one that comes while a modem has it waits for the modem's answer. */
    public boolean mayBeReported() {
        return mayHaveLeft() && state != MessageState.SENDING;
    }

    /**
     * How often it was given to a channel, those included that do not count as attempts: the number of its last
     * hand-over.
     */
    public int handOvers() {
        return state == MessageState.QUEUED ? setbacks : setbacks + 1;
    }

    /** A modem gets it now. */
    public StoredSegment handedOver(Placement to) {
        return draft().state(MessageState.SENDING)
                .attempts(attempts + 1)
                .placement(to)
                .done();
    }

    /** The network took it; a report is awaited until the given moment, if at all. */
    public StoredSegment accepted(Optional<MessageReference> reference, Optional<Instant> reportBy) {
        return draft().state(MessageState.ACCEPTED)
                .actBy(reportBy)
                .placement(placement.map(where -> where.accepted(reference)))
                .error(Optional.empty())
                .done();
    }

    /** It waits for another attempt. */
    public StoredSegment queuedAgain(Instant at, String why) {
        return draft().state(MessageState.QUEUED)
                .dueAt(at)
                .setbacks(setbacks + 1)
                .error(Optional.of(why))
                .done();
    }

    /** The same, when the modem never got it: the attempt does not count. */
    public StoredSegment returned(Instant at, String why) {
        return queuedAgain(at, why).draft().attempts(attempts - 1).dueAt(at).done();
    }

    /** It left us and nothing is known since. */
    public StoredSegment unconfirmed(String why, Optional<Instant> decideAt) {
        return draft().state(MessageState.UNCONFIRMED)
                .actBy(decideAt)
                .error(Optional.of(why))
                .done();
    }

    /** It left with this reference; whether the network took it is as unknown as before. */
    public StoredSegment leftWith(Optional<MessageReference> reference) {
        return reference.isEmpty()
                ? this
                : draft().keepTimes()
                        .placement(placement.map(where -> where.with(reference)))
                        .done();
    }

    /** Its doubt is about to be settled: the attempt counts as running again. */
    public StoredSegment backOnItsWay() {
        return draft().state(MessageState.SENDING).done();
    }

    /** It has come to its end. */
    public StoredSegment settled(MessageState end, Instant at, Optional<String> why) {
        return draft().state(end).settledAt(Optional.of(at)).error(why).done();
    }

    /** The recipient may get it twice. */
    public StoredSegment maybeTwice() {
        return draft().keepTimes().possibleDuplicate().done();
    }

    /** A status report was seen; the state is for the caller to change. */
    public StoredSegment seen(ReportSeen newest) {
        return draft().keepTimes().report(newest).done();
    }

    /** The same segment with a remark for people, its state unchanged. */
    public StoredSegment remarked(String remark) {
        return draft().keepTimes().error(Optional.of(remark)).done();
    }

    /** What edges are told. */
    public SegmentStatus status() {
        Optional<MessageReference> reference = placement.flatMap(Placement::reference);
        return new SegmentStatus(
                sequence,
                state,
                placement.map(Placement::channel),
                placement.flatMap(Placement::imsi),
                reference.map(mr -> OptionalInt.of(mr.value())).orElseGet(OptionalInt::empty),
                attempts,
                possibleDuplicate,
                placement.map(Placement::sentAt),
                settledAt,
                report.map(ReportSeen::status),
                error);
    }

    private SegmentDraft draft() {
        return new SegmentDraft(this);
    }
}
