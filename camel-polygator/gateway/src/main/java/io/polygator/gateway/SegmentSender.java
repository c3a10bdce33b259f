package io.polygator.gateway;

import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.Updated;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one segment on a reserved channel: writes down that it goes, lets it go, writes down what came of it. The
 * channel is given back only after the last of these is committed. Gateway loop only.
 */
final class SegmentSender {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentSender.class);

    private final MessageJournal journal;
    private final SendingRules rules;
    private final Duration deadline;
    private final Loop loop;
    private final DoubleSupplier jitter;
    private final ReportDesk reports;
    private final Conversations conversations;
    private final Pace pace;
    private final List<CompletableFuture<Void>> drained = new ArrayList<>();
    private int running;

    SegmentSender(
            MessageJournal journal,
            SendingRules rules,
            Duration deadline,
            Loop loop,
            DoubleSupplier jitter,
            ReportDesk reports,
            Conversations conversations,
            Pace pace) {
        this.journal = journal;
        this.rules = rules;
        this.deadline = deadline;
        this.loop = loop;
        this.jitter = jitter;
        this.reports = reports;
        this.conversations = conversations;
        this.pace = pace;
    }

    /**
     * A segment that is to be sent.
     *
     * @param sequence of the segment
     * @param reason why this channel, in words
     */
    record Assignment(MessageId message, int sequence, GsmChannel channel, String reason) {}

    /**
     * Sends a segment, if it still can be sent.
     *
     * @param begun hears, once that is stored for certain, whether it is on its way
     * @param done runs once the channel is free again
     */
    void send(Assignment assignment, Consumer<Boolean> begun, Runnable done) {
        running++;
        GsmChannel channel = assignment.channel();
        Instant now = loop.instant();
        // In milliseconds, so that it is the same when a store gives it back.
        Placement placement = Placement.handOver(
                channel.name(), channel.imsi(), channel.lastReference(), now.truncatedTo(ChronoUnit.MILLIS));
        Cause cause = new Cause.HandOver(assignment.sequence(), assignment.reason());
        journal.change(
                        assignment.message(),
                        cause,
                        message -> rules.begin(message, assignment.sequence(), placement, now))
                .whenComplete((stored, failure) -> {
                    if (failure != null) {
                        takeBack(assignment, placement, failure, begun, done);
                        return;
                    }
                    Optional<Updated> onItsWay = stored.filter(Updated::changed);
                    begun.accept(onItsWay.isPresent());
                    onItsWay.ifPresentOrElse(
                            updated -> handOver(assignment, updated, done), () -> finish(channel, done));
                });
    }

    /** Applies the outcome of an attempt that had been unconfirmed. */
    void settleLate(SendToken token, SendOutcome outcome) {
        store(token.message(), new Cause.Answer(token.sequence(), token.handOver(), outcome));
    }

    /** Completes once nothing is being sent. */
    CompletionStage<Void> drained() {
        CompletableFuture<Void> quiet = new CompletableFuture<>();
        drained.add(quiet);
        announceQuiet();
        return quiet;
    }

    /** What may or may not be written down may not go out: first it is written down that it does not. */
    private void takeBack(
            Assignment assignment, Placement placement, Throwable failure, Consumer<Boolean> begun, Runnable done) {
        LOG.warn("{} is not sent, since that could not be stored first: {}", assignment.message(), failure.toString());
        int sequence = assignment.sequence();
        journal.certainly(
                        assignment.message(),
                        new Cause.NotHandedOver(sequence),
                        message -> rules.notBegun(message, sequence, placement, loop.instant()))
                .thenAccept(updated -> {
                    begun.accept(false);
                    finish(assignment.channel(), done);
                });
    }

    private void handOver(Assignment assignment, Updated begun, Runnable done) {
        StoredMessage message = begun.after();
        int sequence = assignment.sequence();
        int handOver = message.segment(sequence).handOvers();
        SendToken token = new SendToken(message.id(), sequence, handOver);
        Instant handedOver = loop.instant();
        Runnable free = () -> {
            pace.note(Duration.between(handedOver, loop.instant()));
            done.run();
        };
        Optional<Placement> earlier = begun.before().segment(sequence).placement();
        assignment
                .channel()
                .send(token.toString(), SubmitTpdus.submit(message, sequence, earlier, loop.instant()), deadline)
                .whenComplete((outcome, none) -> answered(message, token, assignment.channel(), outcome, free));
    }

    private void answered(
            StoredMessage message, SendToken token, GsmChannel channel, SendOutcome outcome, Runnable done) {
        LOG.debug("{} on {} to {}: {}", token, channel.name(), to(message), outcome);
        if (outcome instanceof SendOutcome.Accepted) {
            conversations.talked(message.request().to().value(), channel.name());
        }
        store(message.id(), new Cause.Answer(token.sequence(), token.handOver(), outcome))
                .thenAccept(stored -> {
                    finish(channel, done);
                    if (message.request().reportRequested()) {
                        reports.lookForOrphans(
                                channel.imsi(), message.request().to().value());
                    }
                });
    }

    /** Writes an outcome down, however long it takes: what happened on the air cannot be undone. */
    private CompletionStage<Optional<Updated>> store(MessageId id, Cause.Answer answer) {
        Moment moment = new Moment(loop.instant(), jitter.getAsDouble());
        return journal.certainly(id, answer, message -> rules.answered(message, answer, moment));
    }

    private void finish(GsmChannel channel, Runnable done) {
        running--;
        channel.vacate();
        announceQuiet();
        done.run();
    }

    private void announceQuiet() {
        if (running == 0) {
            drained.forEach(quiet -> quiet.complete(null));
            drained.clear();
        }
    }

    private static String to(StoredMessage message) {
        return message.request().to().masked();
    }
}
