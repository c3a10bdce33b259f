package io.polygator.gateway.delivery;

import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.ReportSeen;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gsm.sms.tpdu.DeliveryStatus.Category;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What a status report changes in the message it is about. Pure functions. */
public final class ReportRules {
    private ReportRules() {}

    /**
     * The message after the report about one of its segments.
     *
     * @param reportBy until when a further report is awaited if this one is not final
     */
    public static StoredMessage apply(
            StoredMessage message, int sequence, SmsStatusReport report, Instant now, Instant reportBy) {
        StoredSegment segment = message.segment(sequence);
        int count = segment.report().map(ReportSeen::count).orElse(0) + 1;
        Category meaning = report.status().category();
        if (segment.state().isFinal()) {
            return message.with(afterItsEnd(segment, report, meaning, count));
        }
        StoredSegment seen =
                segment.seen(new ReportSeen(report.status(), report.timestamp().octets(), count));
        return message.with(settled(seen, meaning, report, now, reportBy));
    }

    private static StoredSegment settled(
            StoredSegment segment, Category meaning, SmsStatusReport report, Instant now, Instant reportBy) {
        return switch (meaning) {
            case DELIVERED, DELIVERED_UNCONFIRMED, REPLACED ->
                segment.settled(MessageState.DELIVERED, now, Optional.empty());
            case EXPIRED -> segment.settled(MessageState.EXPIRED, now, Optional.of(said(report)));
            case DELETED, FAILED, FAILED_TEMPORARILY ->
                segment.settled(MessageState.FAILED, now, Optional.of(said(report)));
            case PENDING, UNKNOWN -> stillOpen(segment, reportBy);
        };
    }

    /** Any report proves that the network took the segment, even when its answer never reached us. */
    private static StoredSegment stillOpen(StoredSegment segment, Instant reportBy) {
        boolean doubted = segment.state() != MessageState.ACCEPTED;
        return doubted
                ? segment.accepted(segment.placement().flatMap(Placement::reference), Optional.of(reportBy))
                : segment;
    }

    /** The network repeats reports; the last one is only recorded, and a contradiction is remarked. */
    private static StoredSegment afterItsEnd(
            StoredSegment segment, SmsStatusReport report, Category meaning, int count) {
        boolean contradicts = contradicts(segment.state(), meaning);
        ReportSeen kept = segment.report()
                .map(first -> new ReportSeen(first.status(), first.timestamp(), count))
                .orElse(new ReportSeen(report.status(), report.timestamp().octets(), count));
        StoredSegment counted = segment.seen(kept);
        return contradicts
                ? counted.remarked("settled as " + lower(segment.state()) + ", but " + said(report))
                : counted;
    }

    /** Whether a report says the opposite of the end that a segment has come to. */
    public static boolean contradicts(MessageState state, Category meaning) {
        return meaning.isFinal() && meaning.isDelivered() != (state == MessageState.DELIVERED);
    }

    private static String said(SmsStatusReport report) {
        return "the service centre reported " + report.status().meaning();
    }

    private static String lower(MessageState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
