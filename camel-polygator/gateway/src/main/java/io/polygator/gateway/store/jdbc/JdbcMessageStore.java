package io.polygator.gateway.store.jdbc;

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
import io.polygator.gateway.store.Backlog;
import io.polygator.gateway.store.Edited;
import io.polygator.gateway.store.InboundSegment;
import io.polygator.gateway.store.Joined;
import io.polygator.gateway.store.Joiner;
import io.polygator.gateway.store.MessageEdit;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.OrphanReport;
import io.polygator.gateway.store.Outbox;
import io.polygator.gateway.store.Received;
import io.polygator.gateway.store.Retention;
import io.polygator.gateway.store.SentQuery;
import io.polygator.gateway.store.SentSegment;
import io.polygator.gateway.store.SimUsage;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.Updated;
import io.polygator.gateway.store.Work;
import io.polygator.gateway.store.WorkRequest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A store in a database: one thread writes, others read. What each call means for the tables stands in their classes. */
class JdbcMessageStore implements MessageStore {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcMessageStore.class);

    private final Database database;
    private final Dialect dialect;
    private final Writer writer;
    private final Readers readers;
    private final MessageTable messages;
    private final Siblings siblings;
    private final Acceptance acceptance;
    private final QueueTable queue;
    private final NodeTable nodes;
    private final SubscriptionLeases leases;
    private final JdbcOutbox outbox;
    private final JdbcMailboxes mailboxes;
    private final Heartbeat heartbeat;

    JdbcMessageStore(Dialect dialect, JdbcSettings settings) {
        this.dialect = dialect;
        String instance = UUID.randomUUID().toString();
        database = new Database(dialect, settings.reopenPause(), settings.clock());
        AccountBookings bookings = new AccountBookings();
        writer = new Writer(database, settings.groupCommit(), settings.queueLimit(), bookings);
        readers = new Readers(database, settings.readers(), settings.queueLimit());
        messages = new MessageTable(dialect, instance);
        siblings = new Siblings(dialect, messages);
        acceptance = new Acceptance(dialect, messages, siblings, bookings);
        queue = new QueueTable(messages);
        nodes = new NodeTable(instance, settings.nodeName(), settings.clock(), dialect.shared());
        leases = new SubscriptionLeases(instance, settings.clock());
        outbox = new JdbcOutbox(writer, readers, leases, dialect.shared());
        mailboxes = new JdbcMailboxes(writer, readers, dialect);
        heartbeat = new Heartbeat(this::beat);
    }

    /** Begins to work. */
    void start() {
        writer.start();
        readers.start();
        if (dialect.shared()) {
            heartbeat.start();
        }
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Mailboxes mailboxes() {
        return mailboxes;
    }

    @Override
    public CompletionStage<StoredMessage> accept(
            StoredMessage message, Instant keysSince, Optional<AccountClaim> claim) {
        return writer.submit(session -> acceptance.accept(session, message, keysSince, claim))
                .thenCompose(Acceptance.Result::stage);
    }

    @Override
    public CompletionStage<Optional<StoredMessage>> find(MessageId id) {
        return readers.submit(session -> messages.find(session, id));
    }

    @Override
    public CompletionStage<List<StoredMessage>> find(MessageQuery query) {
        return readers.submit(session -> messages.find(session, query));
    }

    @Override
    public CompletionStage<Page<StoredMessage>> page(MessageQuery query, Optional<PageMark> after) {
        return readers.submit(
                session -> messages.page(session, query, after.orElse(MessageTable.BEGINNING), LOOKED_AT));
    }

    @Override
    public CompletionStage<Optional<StoredMessage>> findByKey(String key, Instant since) {
        return readers.submit(session -> messages.findByKey(session, key, since));
    }

    @Override
    public CompletionStage<List<Backlog>> backlog(Instant now, Instant rankUntil) {
        return readers.submit(session -> QueueTable.backlog(session, now, rankUntil));
    }

    @Override
    public CompletionStage<Page<InboundMessage>> inbound(InboundQuery query, Predicate<InboundMessage> wanted) {
        return readers.submit(session -> ArrivalTable.page(session, query, wanted, LOOKED_AT));
    }

    @Override
    public CompletionStage<Optional<Updated>> update(MessageId id, MessageEdit edit) {
        return writer.submit(session -> {
            nodes.beatIfDue(session);
            Optional<MessageTable.Held> held = messages.hold(session, id);
            return held.isPresent() ? Optional.of(update(session, held.get(), edit)) : Optional.empty();
        });
    }

    @Override
    public CompletionStage<Work> due(WorkRequest request) {
        return readers.submit(session -> polled(queue.due(session, request), request.now()));
    }

    @Override
    public CompletionStage<Work> overdue(Instant now, int limit) {
        return readers.submit(session -> polled(queue.overdue(session, now, limit), now));
    }

    @Override
    public CompletionStage<List<StoredMessage>> interrupted(int limit) {
        return readers.submit(session -> queue.interrupted(session, nodes.living(session), limit));
    }

    @Override
    public CompletionStage<List<TimelineEntry>> timeline(MessageId id) {
        return readers.submit(session -> TimelineTable.of(session, id));
    }

    @Override
    public CompletionStage<List<SentSegment>> sent(SentQuery query, int limit) {
        return readers.submit(session -> ReportTable.sent(session, query, limit));
    }

    @Override
    public CompletionStage<Optional<SentSegment>> lastSent(String imsi) {
        return readers.submit(session -> ReportTable.lastSent(session, imsi));
    }

    @Override
    public CompletionStage<Void> keepOrphan(OrphanReport orphan) {
        return writer.change(session -> ReportTable.keep(session, orphan));
    }

    @Override
    public CompletionStage<List<OrphanReport>> orphans(SentQuery query) {
        return readers.submit(session -> ReportTable.orphans(session, query));
    }

    @Override
    public CompletionStage<Void> dropOrphan(long number) {
        return writer.change(session -> ReportTable.drop(session, number));
    }

    @Override
    public CompletionStage<Received> receive(InboundSegment segment, Joiner joiner) {
        return writer.submit(session -> {
            dialect.lock(session, "inbound " + segment.group());
            return InboundTable.keep(session, segment)
                    ? new Received(false, joined(session, segment.group(), joiner))
                    : new Received(true, Joined.nothing());
        });
    }

    @Override
    public CompletionStage<Void> forget(List<String> fingerprints) {
        return writer.change(session -> {
            InboundTable.forget(session, fingerprints);
            ArrivalTable.forget(session, fingerprints);
        });
    }

    @Override
    public CompletionStage<List<String>> staleGroups(Instant receivedBefore, int limit) {
        return readers.submit(session -> InboundTable.staleGroups(session, receivedBefore, limit));
    }

    @Override
    public CompletionStage<Joined> join(String group, Joiner joiner) {
        return writer.submit(session -> {
            dialect.lock(session, "inbound " + group);
            return joined(session, group, joiner);
        });
    }

    @Override
    public CompletionStage<SimUsage> usage(String imsi, Instant since) {
        return readers.submit(session -> BudgetTable.usage(session, imsi, since));
    }

    @Override
    public CompletionStage<AccountUsage> accountUsage(String account, LocalDate day) {
        return readers.submit(session -> AccountTable.usage(session, account, day));
    }

    @Override
    public CompletionStage<Void> prune(Retention retention) {
        return new Pruning(writer, nodes, retention).run().thenCompose(done -> tidy());
    }

    @Override
    public void close() {
        heartbeat.close();
        if (dialect.shared()) {
            leave();
        }
        writer.close();
        readers.close();
        dialect.close();
    }

    /** Says that this process lives, and keeps what it holds. */
    CompletionStage<Void> beat() {
        return writer.change(session -> {
            nodes.beat(session);
            leases.renew(session);
        });
    }

    private void leave() {
        writer.change(session -> {
                    leases.giveAll(session);
                    nodes.leave(session);
                })
                .whenComplete((left, failure) -> {
                    if (failure != null) {
                        LOG.debug("the store was closed without a word to other nodes: {}", failure.toString());
                    }
                });
    }

    Database database() {
        return database;
    }

    private Updated update(Session session, MessageTable.Held held, MessageEdit edit) throws SQLException {
        Edited edited = edit.apply(held.message());
        if (!edited.message().equals(held.message())) {
            messages.change(session, held, edited.message());
            siblings.release(session, held.message(), edited.message());
        }
        EventTable.add(session, edited.events());
        TimelineTable.add(session, edited.entries());
        BudgetTable.book(session, edited.bookings());
        return new Updated(held.message(), edited.message(), edited.events());
    }

    private Joined joined(Session session, String group, Joiner joiner) throws SQLException {
        List<InboundTable.Waiting> waiting = InboundTable.group(session, group);
        if (waiting.isEmpty()) {
            return Joined.nothing();
        }
        Joined joined =
                joiner.join(waiting.stream().map(InboundTable.Waiting::segment).toList());
        InboundTable.release(session, waiting, joined.used());
        Joined told = joined.without(ArrivalTable.add(session, dialect, joined.arrivals()));
        EventTable.add(session, told.events());
        TimelineTable.add(session, told.entries());
        return told;
    }

    private Work polled(Work work, Instant now) {
        return dialect.shared()
                ? new Work(
                        work.messages(),
                        Stream.concat(work.next().stream(), Stream.of(now.plus(JdbcOutbox.POLL)))
                                .min(Instant::compareTo))
                : work;
    }

    private CompletionStage<Void> tidy() {
        return readers.submit(session -> {
                    try (Session own = database.open()) {
                        dialect.tidy(own);
                    }
                    return true;
                })
                .handle((done, failure) -> failure)
                .thenAccept(failure -> {
                    if (failure != null) {
                        LOG.warn("{} could not give room back: {}", dialect.describe(), failure.toString());
                    }
                });
    }
}
