package io.polygator.gateway.store;

import io.polygator.gateway.mailbox.Mailboxes;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.InboundQuery;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.Page;
import io.polygator.gateway.message.PageMark;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.quota.AccountClaim;
import io.polygator.gateway.quota.AccountUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * Keeps what must not be lost. Every method is one transaction: its stage completes once it is committed, on any
 * thread, and fails when nothing was changed: with {@link StoreUnavailableException} when the store cannot be used for
 * now, with {@link StoreFullException} when it holds its maximum. A store may commit many transactions at once. Thread-safe; no method
 * blocks.
 *
 * <p>Rules live outside: a store applies the edits it is given and knows messages only by their times and states.
 */
public interface MessageStore extends AutoCloseable {
    /** Messages of the same {@link io.polygator.gateway.message.OutboundMessage#together} belong together for so long. */
    Duration TOGETHER = Duration.ofHours(1);

    /** One page looks at so many messages at most; whoever pages on gets to the rest. */
    int LOOKED_AT = 10_000;

    /** Whether what is committed survives the end of the process. */
    boolean durable();

    /** What the clients of virtual modems keep. */
    Mailboxes mailboxes();

    /** The events that wait for subscriptions. Events of an edit or a joiner are in it when their stage completes. */
    Outbox outbox();

    // Outbound

    /** The same without a claim. */
    default CompletionStage<StoredMessage> accept(StoredMessage message, Instant keysSince) {
        return accept(message, keysSince, Optional.empty());
    }

    /**
     * Takes a message, puts it behind the one it leaves together with, and books what its account claims. Fails with
     * {@link io.polygator.gateway.quota.BudgetExhaustedException} when the budget has no room.
     *
     * @param claim what is booked if the message is taken; nothing is when an earlier one is given back
     * @return the message itself, or the earlier one with the same idempotency key accepted not before {@code
     *     keysSince}
     */
    CompletionStage<StoredMessage> accept(StoredMessage message, Instant keysSince, Optional<AccountClaim> claim);

    CompletionStage<Optional<StoredMessage>> find(MessageId id);

    /** Messages that fit the query, newest first. */
    CompletionStage<List<StoredMessage>> find(MessageQuery query);

    /**
     * A page of them: like {@link #find(MessageQuery)}, yet it costs little among a million messages however few fit,
     * since it looks at {@value #LOOKED_AT} of them at most. {@link MessageQuery#after} does not count here.
     *
     * @param after where the page before ended; empty for the first
     */
    CompletionStage<Page<StoredMessage>> page(MessageQuery query, Optional<PageMark> after);

    /** The newest message with this idempotency key, accepted at the given moment or later. */
    CompletionStage<Optional<StoredMessage>> findByKey(String key, Instant since);

    /**
     * Changes a message in one step: no other change comes between reading and writing. Empty if it is unknown. When it
     * is answered thereby, those that wait behind it are {@link StoredMessage#released} in the same transaction.
     */
    CompletionStage<Optional<Updated>> update(MessageId id, MessageEdit edit);

    /**
     * The messages that {@link WorkRequest#admits} and that come first by rank. Nothing is reserved: whoever sends one
     * marks the segment as handed over by {@link #update} first, and lets it be if that was no longer possible.
     */
    CompletionStage<Work> due(WorkRequest request);

    /**
     * How many messages wait that may be sent now, by the channels that may take them. Looks at the whole queue.
     *
     * @param rankUntil what comes later in the queue does not count
     */
    CompletionStage<List<Backlog>> backlog(Instant now, Instant rankUntil);

    /** Messages whose {@link StoredMessage#actBy()} has come, and when the next one's comes. */
    CompletionStage<Work> overdue(Instant now, int limit);

    /**
     * Messages that a process was sending that has ended since: nobody knows whether they went out. Those that this
     * process, or another that lives, is sending are not among them.
     */
    CompletionStage<List<StoredMessage>> interrupted(int limit);

    /** What happened to a message, or to one that came in, oldest first; empty when it is unknown. */
    CompletionStage<List<TimelineEntry>> timeline(MessageId id);

    // Status reports

    /** Segments that left the gateway, or are leaving, and may be what a report is about; newest first, at most {@code limit}. */
    CompletionStage<List<SentSegment>> sent(SentQuery query, int limit);

    /** The segment that was handed to this SIM last, whatever became of it. */
    CompletionStage<Optional<SentSegment>> lastSent(String imsi);

    CompletionStage<Void> keepOrphan(OrphanReport orphan);

    /** Orphans of a recipient (and SIM), oldest first. */
    CompletionStage<List<OrphanReport>> orphans(SentQuery query);

    CompletionStage<Void> dropOrphan(long number);

    // Inbound

    /**
     * Keeps a segment, unless one with its fingerprint was kept before, and lets the joiner decide about its group.
     */
    CompletionStage<Received> receive(InboundSegment segment, Joiner joiner);

    /**
     * A page of the messages that came in, newest first; it looks at {@value #LOOKED_AT} of them at most.
     *
     * @param wanted which of those that fit the query are meant; a pure function
     */
    CompletionStage<Page<InboundMessage>> inbound(InboundQuery query, Predicate<InboundMessage> wanted);

    /**
     * Forgets that segments with these fingerprints were received, with the messages made of them, so that they are
     * taken when they come again.
     */
    CompletionStage<Void> forget(List<String> fingerprints);

    /** Groups with a segment received before the given moment. */
    CompletionStage<List<String>> staleGroups(Instant receivedBefore, int limit);

    /** Lets the joiner decide about a group. */
    CompletionStage<Joined> join(String group, Joiner joiner);

    // Budgets

    /** What was booked for a SIM at the given moment or later. */
    CompletionStage<SimUsage> usage(String imsi, Instant since);

    /** What an account has submitted on this day and in its month. */
    CompletionStage<AccountUsage> accountUsage(String account, LocalDate day);

    // Upkeep

    /** Forgets what is old enough. */
    CompletionStage<Void> prune(Retention retention);

    /** Finishes what was begun and closes; calls after that fail. */
    @Override
    void close();
}
