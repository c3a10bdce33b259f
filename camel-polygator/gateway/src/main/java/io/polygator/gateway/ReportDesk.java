package io.polygator.gateway;

import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.delivery.ReportMatcher;
import io.polygator.gateway.delivery.ReportRules;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.OrphanReport;
import io.polygator.gateway.store.SentQuery;
import io.polygator.gateway.store.SentSegment;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gateway.store.Updated;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.transport.Loop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes status reports to the segments they are about. A report that fits none is kept: it may have overtaken the answer
 * to its own segment, so it is tried again after every send to its recipient. Gateway loop only.
 */
final class ReportDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ReportDesk.class);
    private static final int CANDIDATES = 256;

    private final MessageStore store;
    private final MessageJournal journal;
    private final SendingRules rules;
    private final StoreRetries retries;
    private final Loop loop;

    ReportDesk(MessageStore store, MessageJournal journal, SendingRules rules, StoreRetries retries, Loop loop) {
        this.store = store;
        this.retries = retries;
        this.journal = journal;
        this.rules = rules;
        this.loop = loop;
    }

    /** Completes once the report is stored with its segment or as an orphan. */
    CompletionStage<Void> receive(
            GsmChannel channel, Optional<String> imsi, SmsStatusReport report, Instant receivedAt) {
        OrphanReport orphan = new OrphanReport(0, channel.name(), imsi, report, receivedAt);
        return settle(orphan).thenCompose(settled -> settled ? done() : keep(orphan));
    }

    /**
     * Tries the orphans of a recipient once more, since a send to it was answered, however long the store fails: nobody
     * else would.
     */
    void lookForOrphans(Optional<String> imsi, String recipient) {
        retries.untilDone("the reports that came early", () -> retryOrphans(imsi, recipient));
    }

    /** Tries the orphans of a recipient once more. */
    CompletionStage<Void> retryOrphans(Optional<String> imsi, String recipient) {
        return store.orphans(new SentQuery(imsi, recipient)).thenComposeAsync(this::retryAll, loop);
    }

    private CompletionStage<Void> keep(OrphanReport orphan) {
        String recipient = orphan.report().recipient().value();
        LOG.debug(
                "a status report for {} on {} fits no segment yet",
                orphan.report().recipient().masked(),
                orphan.channel());
        // Once more after it is kept: the answer may have come while it was being stored.
        return store.keepOrphan(orphan).thenComposeAsync(kept -> retryOrphans(orphan.imsi(), recipient), loop);
    }

    private CompletionStage<Void> retryAll(List<OrphanReport> orphans) {
        CompletionStage<Void> all = done();
        for (OrphanReport orphan : orphans) {
            all = all.thenComposeAsync(before -> settle(orphan), loop)
                    .thenCompose(settled -> settled ? store.dropOrphan(orphan.number()) : done());
        }
        return all;
    }

    /** Whether a segment was found and the report stored with it. */
    private CompletionStage<Boolean> settle(OrphanReport orphan) {
        SmsStatusReport report = orphan.report();
        SentQuery query = new SentQuery(orphan.imsi(), report.recipient().value());
        return store.sent(query, CANDIDATES)
                .thenComposeAsync(
                        candidates -> ReportMatcher.match(candidates, orphan.imsi(), report)
                                .map(sent -> apply(sent, report))
                                .orElse(CompletableFuture.completedStage(false)),
                        loop);
    }

    private CompletionStage<Boolean> apply(SentSegment sent, SmsStatusReport report) {
        Instant now = loop.instant();
        int sequence = sent.segment().sequence();
        Cause cause = new Cause.Report(sequence, report);
        return journal.change(sent.message(), cause, message -> apply(message, sequence, report, now))
                .thenApply(updated -> updated.filter(Updated::changed).isPresent());
    }

    private StoredMessage apply(StoredMessage message, int sequence, SmsStatusReport report, Instant now) {
        StoredSegment segment = message.segment(sequence);
        if (!segment.mayBeReported()) {
            return message;
        }
        Instant reportBy = rules.reportBy(message, now);
        return SendingRules.withoutLostSegments(ReportRules.apply(message, sequence, report, now, reportBy), now);
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedStage(null);
    }
}
