package io.polygator.gateway;

import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.channel.RetryDelay;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gateway.store.Updated;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one segment on a reserved channel: writes down that it goes, lets it go, writes down what came of it. The
 * channel is given back only after the last of these is committed. Gateway loop only.
 */
final class SegmentSender {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentSender.class);
    private static final RetryDelay STORE_TROUBLE = new RetryDelay(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final MessageJournal journal;
    private final SendingRules rules;
    private final Duration deadline;
    private final Loop loop;
    private final DoubleSupplier jitter;
    private final ReportDesk reports;
    private final Conversations conversations;
    private final List<CompletableFuture<Void>> drained = new ArrayList<>();
    private int running;

    SegmentSender(
            MessageJournal journal,
            SendingRules rules,
            Duration deadline,
            Loop loop,
            DoubleSupplier jitter,
            ReportDesk reports,
            Conversations conversations) {
        this.journal = journal;
        this.rules = rules;
        this.deadline = deadline;
        this.loop = loop;
        this.jitter = jitter;
        this.reports = reports;
        this.conversations = conversations;
    }

    /** @param done runs once the channel is free again */
    void send(MessageId id, int sequence, GsmChannel channel, Runnable done) {
        running++;
        Placement placement = Placement.handOver(channel.name(), channel.imsi(), Optional.empty(), loop.instant());
        journal.change(id, message -> rules.begin(message, sequence, placement)).whenComplete((begun, failure) -> {
            Optional<Updated> changed = failure == null ? begun.filter(Updated::changed) : Optional.empty();
            if (changed.isEmpty()) {
                // Cancelled, taken by somebody else, or not written down: in any case it may not go out.
                logNotBegun(id, failure);
                finish(channel, failure == null ? Duration.ZERO : STORE_TROUBLE.first(), done);
            } else {
                handOver(changed.get().after(), sequence, channel, done);
            }
        });
    }

    /** Applies the outcome of an attempt that had been unconfirmed. */
    void settleLate(SendToken token, SendOutcome outcome) {
        persist(
                token.message(),
                message -> rules.settleLate(message, token.sequence(), token.attempt(), outcome, moment()),
                0,
                () -> {});
    }

    /** Completes once nothing is being sent. */
    CompletionStage<Void> drained() {
        CompletableFuture<Void> quiet = new CompletableFuture<>();
        drained.add(quiet);
        announceQuiet();
        return quiet;
    }

    private void handOver(StoredMessage message, int sequence, GsmChannel channel, Runnable done) {
        StoredSegment segment = message.segment(sequence);
        SendToken token = new SendToken(message.id(), sequence, segment.attempts());
        channel.send(token.toString(), SubmitTpdus.submit(message, segment, loop.instant()), deadline)
                .whenComplete((outcome, none) -> answered(message, sequence, channel, outcome, done));
    }

    private void answered(StoredMessage message, int sequence, GsmChannel channel, SendOutcome outcome, Runnable done) {
        LOG.debug("{} segment {} on {} to {}: {}", message.id(), sequence, channel.name(), to(message), outcome);
        if (outcome instanceof SendOutcome.Accepted) {
            conversations.talked(message.request().to().value(), channel.name());
        }
        Moment moment = moment();
        persist(message.id(), current -> rules.settle(current, sequence, outcome, moment), 0, () -> {
            finish(channel, Duration.ZERO, done);
            if (message.request().reportRequested()) {
                reports.retryOrphans(channel.imsi(), message.request().to().value());
            }
        });
    }

    /** Writes a change down, however long it takes: what happened on the air cannot be undone. */
    private void persist(MessageId id, UnaryOperator<StoredMessage> rule, int failures, Runnable then) {
        journal.change(id, rule).whenComplete((updated, failure) -> {
            if (failure == null) {
                then.run();
            } else {
                LOG.error("the outcome of {} could not be stored, trying again: {}", id, failure.toString());
                loop.schedule(
                        STORE_TROUBLE.after(failures, jitter.getAsDouble()),
                        () -> persist(id, rule, failures + 1, then));
            }
        });
    }

    private void finish(GsmChannel channel, Duration pause, Runnable done) {
        loop.schedule(pause, () -> {
            running--;
            channel.vacate();
            announceQuiet();
            done.run();
        });
    }

    private void announceQuiet() {
        if (running == 0) {
            drained.forEach(quiet -> quiet.complete(null));
            drained.clear();
        }
    }

    private void logNotBegun(MessageId id, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("{} is not sent, since that could not be stored first: {}", id, failure.toString());
        }
    }

    private Moment moment() {
        return new Moment(loop.instant(), jitter.getAsDouble());
    }

    private static String to(StoredMessage message) {
        return message.request().to().masked();
    }
}
