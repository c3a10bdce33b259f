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
 * a SIM, so it says little alone: the recipient and the time of submission must fit too. The caller offers only
 * segments that left through the SIM to which the report came.
 */
public final class ReportMatcher {
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    private ReportMatcher() {}

    /**
     * The segment meant, or nothing when none fits: then the report may have overtaken the answer to its segment.
     *
     * @param candidates segments that left through the same SIM, newest first
     */
    public static Optional<SentSegment> match(List<SentSegment> candidates, SmsStatusReport report) {
        List<SentSegment> sameRecipient = candidates.stream()
                .filter(sent -> sent.recipient().sameSubscriber(report.recipient()))
                .toList();
        Predicate<SentSegment> open = ReportMatcher::isOpen;
        Predicate<SentSegment> failed = ReportMatcher::isFailedWithoutReport;
        Predicate<SentSegment> fits = hasReference(report.reference()).or(ReportMatcher::hasNoReference);
        return first(sameRecipient, ofSameSubmission(report))
                .or(() -> nearest(sameRecipient, report, open.and(hasReference(report.reference()))))
                .or(() -> nearest(sameRecipient, report, open.and(ReportMatcher::hasNoReference)))
                .or(() -> nearest(sameRecipient, report, failed.and(fits)));
    }

    /** Another report about a submission that was reported before: it bears the same time stamp. */
    private static Predicate<SentSegment> ofSameSubmission(SmsStatusReport report) {
        return hasReference(report.reference())
                .or(ReportMatcher::hasNoReference)
                .and(sent -> timestampOf(sent).equals(report.timestamp().octets()));
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
