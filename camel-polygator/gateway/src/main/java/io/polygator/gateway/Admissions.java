package io.polygator.gateway;

import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.channel.SimSession;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.quota.BudgetPeriod;
import io.polygator.gateway.quota.SimMeter;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.SentSegment;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when a SIM that came up may send: once a doubt about its last segment is settled by its own record, as far as
 * it tells, and once it is known what of its budget is used. Gateway loop only.
 */
final class Admissions {
    private static final Logger LOG = LoggerFactory.getLogger(Admissions.class);
    private static final Duration DOUBT_PATIENCE = Duration.ofMinutes(2);

    private final MessageStore store;
    private final MessageJournal journal;
    private final SendingRules rules;
    private final StoreRetries retries;
    private final ZoneId zone;
    private final Loop loop;
    private final DoubleSupplier jitter;

    Admissions(
            MessageStore store,
            MessageJournal journal,
            SendingRules rules,
            StoreRetries retries,
            ZoneId zone,
            Loop loop,
            DoubleSupplier jitter) {
        this.store = store;
        this.journal = journal;
        this.rules = rules;
        this.retries = retries;
        this.zone = zone;
        this.loop = loop;
        this.jitter = jitter;
    }

    /** Admits the session as soon as that can be done. */
    void consider(GsmChannel channel, SimSession session) {
        boolean limited = channel.spec().budget().limits();
        if (session.imsi().isEmpty() && limited) {
            channel.refuse(session, "this SIM has a budget and does not tell its IMSI, so it sends nothing");
            return;
        }
        doubtSettled(channel, session)
                .thenCompose(settled ->
                        limited ? meter(channel, session) : CompletableFuture.completedStage(SimMeter.unlimited()))
                .thenAccept(meter -> channel.admit(session, meter));
    }

    /** Completes once the doubt is settled, or after a while all the same: then waiting and policy settle it. */
    private CompletionStage<Void> doubtSettled(GsmChannel channel, SimSession session) {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        if (session.imsi().isEmpty() || session.lastReference().isEmpty()) {
            settled.complete(null);
            return settled;
        }
        String imsi = session.imsi().get();
        MessageReference last = session.lastReference().get();
        Loop.Timer guard = loop.schedule(DOUBT_PATIENCE, () -> {
            LOG.warn("what the SIM in {} sent last could not be looked up in {}", channel.name(), DOUBT_PATIENCE);
            settled.complete(null);
        });
        retries.untilDone("what a SIM sent last", () -> store.lastSent(imsi))
                .thenCompose(found -> settled.isDone() ? done() : settle(found.value(), last))
                .thenRun(() -> {
                    guard.cancel();
                    settled.complete(null);
                });
        return settled;
    }

    private CompletionStage<Void> settle(Optional<SentSegment> found, MessageReference last) {
        Optional<SentSegment> doubted = found.filter(sent -> sent.segment().state() == MessageState.UNCONFIRMED
                || sent.segment().state() == MessageState.SENDING);
        if (doubted.isEmpty()) {
            return done();
        }
        SentSegment sent = doubted.get();
        Cause.SimRecord told =
                new Cause.SimRecord(sent.segment().sequence(), sent.segment().handOvers(), last);
        Moment moment = new Moment(loop.instant(), jitter.getAsDouble());
        return journal.certainly(sent.message(), told, message -> rules.simTold(message, told, moment))
                .thenAccept(updated -> {});
    }

    private CompletionStage<SimMeter> meter(GsmChannel channel, SimSession session) {
        SimMeter meter = new SimMeter(channel.spec().budget(), zone);
        Instant now = loop.instant();
        String imsi = session.imsi().orElseThrow();
        CompletionStage<?> loaded = done();
        for (BudgetPeriod period : meter.periods()) {
            loaded = loaded.thenCompose(before -> retries.untilDone(
                            "the use of a budget", () -> store.usage(imsi, meter.since(period, now)))
                    .thenAccept(usage -> meter.load(
                            period, usage.value().segments(), usage.value().recipients(), now)));
        }
        return loaded.thenApply(all -> meter);
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedStage(null);
    }
}
