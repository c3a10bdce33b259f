package io.polygator.gateway.delivery;

import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.ReportSeen;
import io.polygator.gateway.store.SentSegment;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the segment that a status report is about. A reference has eight bits and is used again every 256 segments of
 * a SIM, so it says little alone: the SIM, the recipient and the time of submission must fit too.
 */
public final class ReportMatcher {
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    private ReportMatcher() {}

    /**
     * The segment meant, or nothing when none fits: then the report may have overtaken the answer to its segment.
     *
     * @param candidates segments that left, newest first
     * @param imsi the SIM to which the report came, when known
     */
    public static Optional<SentSegment> match(
            List<SentSegment> candidates, Optional<String> imsi, SmsStatusReport report) {
        List<SentSegment> sameRecipient = candidates.stream()
                .filter(sent -> sent.recipient().sameSubscriber(report.recipient()))
                .toList();
        Predicate<SentSegment> open = ReportMatcher::isOpen;
        Predicate<SentSegment> failed = ReportMatcher::isFailedWithoutReport;
        List<SentSegment> sameSim =
                sameRecipient.stream().filter(leftThrough(imsi)).toList();
        return first(sameSim, ofSameSubmission(report))
                .or(() -> nearest(sameSim, report, open.and(hasReference(report.reference()))))
                .or(() -> nearest(sameSim, report, failed.and(hasReference(report.reference()))))
                .or(() -> withoutReference(sameRecipient, report));
    }

    /**
     * The segment meant by a report whose reference no segment is known by. A segment that may never have left must not
     * be credited with the report of another: while one of several is in doubt, none of them is meant.
     */
    private static Optional<SentSegment> withoutReference(List<SentSegment> sameRecipient, SmsStatusReport report) {
        List<SentSegment> possible = sameRecipient.stream()
                .filter(ReportMatcher::mayHaveAnotherReference)
                .toList();
        boolean clear = possible.size() == 1 || possible.stream().allMatch(in(MessageState.ACCEPTED));
        return clear ? nearest(possible, report, in(MessageState.SENDING).negate()) : Optional.empty();
    }

    /** Its module told no reference, or an attempt before its last one may have got through. */
    private static boolean mayHaveAnotherReference(SentSegment sent) {
        boolean reported = sent.segment().report().isPresent();
        return hasNoReference(sent) && !reported || sent.segment().possibleDuplicate();
    }

    private static Predicate<SentSegment> in(MessageState state) {
        return sent -> sent.segment().state() == state;
    }

    /** Another report about a submission that was reported before: it bears the same time stamp. */
    private static Predicate<SentSegment> ofSameSubmission(SmsStatusReport report) {
        return hasReference(report.reference())
                .or(ReportMatcher::hasNoReference)
                .and(sent -> timestampOf(sent).equals(report.timestamp().octets()));
    }

    private static Predicate<SentSegment> leftThrough(Optional<String> imsi) {
        return sent -> imsi.isEmpty() || sent.placement().imsi().equals(imsi);
    }

    private static boolean isOpen(SentSegment sent) {
        return !sent.segment().state().isFinal();
    }

    private static boolean isFailedWithoutReport(SentSegment sent) {
        return sent.segment().state() == MessageState.FAILED
                && sent.segment().report().isEmpty();
    }

    private static Predicate<SentSegment> hasReference(MessageReference reference) {
        return sent -> sent.placement().reference().equals(Optional.of(reference));
    }

    private static boolean hasNoReference(SentSegment sent) {
        return sent.placement().reference().isEmpty();
    }

    private static Octets timestampOf(SentSegment sent) {
        return sent.segment().report().map(ReportSeen::timestamp).orElse(Octets.empty());
    }

    private static Optional<SentSegment> first(List<SentSegment> candidates, Predicate<SentSegment> fits) {
        return candidates.stream().filter(fits).findFirst();
    }

    private static Optional<SentSegment> nearest(
            List<SentSegment> candidates, SmsStatusReport report, Predicate<SentSegment> fits) {
        Optional<Instant> submitted = report.timestamp().time().map(OffsetDateTime::toInstant);
        List<SentSegment> fitting = candidates.stream().filter(fits).toList();
        return submitted.isEmpty()
                ? fitting.stream().findFirst()
                : fitting.stream()
                        .min(Comparator.comparing(
                                sent -> clockDistance(sent.placement().sentAt(), submitted.get())));
    }

    /** How far two moments are apart when one clock may be off by time zones, which differ by quarter hours. */
    static Duration clockDistance(Instant one, Instant other) {
        long quarter = QUARTER_HOUR.toMillis();
        long rest = Math.floorMod(Duration.between(one, other).toMillis(), quarter);
        return Duration.ofMillis(Math.min(rest, quarter - rest));
    }
}
