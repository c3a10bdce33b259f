package io.polygator.gateway.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that changes the database. It runs the changes that wait in one transaction, so that they share the
 * write to the disk, and lets their callers know after the commit. When a transaction fails, each of its changes is
 * run alone: a bad one harms no other.
 */
final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final Duration DOUBT_LASTS = Duration.ofSeconds(30);
    private static final long DOUBT_STEP_MILLIS = 200;
    private static final Duration FINISH = Duration.ofSeconds(60);

    /** A change with nothing to tell. */
    @FunctionalInterface
    interface Change {
        void make(Session session) throws SQLException;
    }

    private final Database database;
    private final CallQueue calls;
    private final int groupCommit;
    private final AccountBookings bookings;
    private final SessionHolder holder;
    private final Thread thread;

    /** @param bookings what changes book; written at the end of their transaction */
    Writer(Database database, int groupCommit, int queueLimit, AccountBookings bookings) {
        this.database = database;
        this.groupCommit = groupCommit;
        this.bookings = bookings;
        calls = new CallQueue(database, queueLimit);
        holder = new SessionHolder(database);
        thread = new Thread(this::work, "store-writer");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Has the change made with others that wait. */
    <T> CompletionStage<T> submit(Call.Body<T> change) {
        return calls.submit(change);
    }

    /** The same for a change with nothing to tell. */
    CompletionStage<Void> change(Change change) {
        return submit(session -> {
                    change.make(session);
                    return true;
                })
                .thenAccept(done -> {});
    }

    /** Makes what waits, then ends. */
    void close() {
        calls.close();
        Threads.join(thread, FINISH);
    }

    private void work() {
        try {
            for (List<Call<?>> group = calls.take(groupCommit); !group.isEmpty(); group = calls.take(groupCommit)) {
                run(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            holder.discard();
            calls.abandon();
        }
    }

    private void run(List<Call<?>> group) {
        Optional<Throwable> failure = attempt(group);
        if (failure.isEmpty()) {
            group.forEach(Call::succeed);
        } else if (group.size() == 1) {
            group.get(0).fail(inWords(failure.get()));
        } else {
            runAlone(group);
        }
    }

    private void runAlone(List<Call<?>> group) {
        @Nullable Throwable all = null;
        for (Call<?> call : group) {
            Optional<Throwable> failure = all == null ? attempt(List.of(call)) : Optional.of(all);
            if (failure.isEmpty()) {
                call.succeed();
                continue;
            }
            call.fail(inWords(failure.get()));
            if (failure.get() instanceof SQLException sql
                    && database.trouble(sql).concernsAll()) {
                all = sql;
            }
        }
    }

    /** Runs the calls in one transaction; a connection that had died unnoticed gets a second one. */
    private Optional<Throwable> attempt(List<Call<?>> group) {
        boolean mayHaveDied = holder.isOpen();
        Optional<Throwable> failure = transaction(group);
        boolean lost = failure.isPresent()
                && failure.get() instanceof SQLException sql
                && database.trouble(sql) == Trouble.NOT_REACHED;
        return lost && mayHaveDied ? transaction(group) : failure;
    }

    private Optional<Throwable> transaction(List<Call<?>> group) {
        Optional<String> name;
        Session session;
        try {
            session = holder.session();
            database.dialect().begin(session, true);
            bookings.begin();
            for (Call<?> call : group) {
                call.run(session);
            }
            bookings.write(session);
            name = database.dialect().nameOfTransaction(session);
        } catch (SQLException e) {
            holder.discard();
            return Optional.of(e);
        } catch (RuntimeException | Error e) {
            undo();
            return Optional.of(e);
        }
        return commit(session, name);
    }

    private Optional<Throwable> commit(Session session, Optional<String> name) {
        try {
            database.dialect().commit(session);
            database.worked();
            return Optional.empty();
        } catch (SQLException e) {
            holder.discard();
            return name.isPresent() ? outcome(name.get(), e) : Optional.of(e);
        }
    }

    /** The connection was lost during the commit: asks a new one whether it took place. */
    private Optional<Throwable> outcome(String transaction, SQLException failure) {
        LOG.warn(
                "{} was lost while it committed; asking whether it did",
                database.dialect().describe());
        long end = System.nanoTime() + DOUBT_LASTS.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            try {
                Session session = holder.session();
                database.dialect().begin(session, false);
                Optional<Boolean> committed = database.dialect().committed(session, transaction);
                database.dialect().rollback(session);
                if (committed.isPresent()) {
                    return committed.get() ? Optional.empty() : Optional.of(failure);
                }
            } catch (SQLException e) {
                holder.discard();
            }
            Threads.pause(DOUBT_STEP_MILLIS + ThreadLocalRandom.current().nextLong(DOUBT_STEP_MILLIS));
        }
        return Optional.of(database.inDoubt(failure));
    }

    private void undo() {
        try {
            database.dialect().rollback(holder.session());
        } catch (SQLException e) {
            holder.discard();
        }
    }

    private Throwable inWords(Throwable failure) {
        return failure instanceof SQLException sql ? database.unavailable(sql) : failure;
    }
}
