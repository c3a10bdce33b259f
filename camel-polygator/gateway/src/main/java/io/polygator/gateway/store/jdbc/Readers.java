package io.polygator.gateway.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Threads that read beside the one that writes, each on its own connection. */
final class Readers {
    private static final Duration FINISH = Duration.ofSeconds(30);

    private final Database database;
    private final CallQueue calls;
    private final List<Thread> threads;

    Readers(Database database, int count, int queueLimit) {
        this.database = database;
        calls = new CallQueue(database, queueLimit);
        threads = IntStream.rangeClosed(1, count).mapToObj(this::thread).toList();
    }

    void start() {
        threads.forEach(Thread::start);
    }

    <T> CompletionStage<T> submit(Call.Body<T> read) {
        return calls.submit(read);
    }

    void close() {
        calls.close();
        threads.forEach(thread -> Threads.join(thread, FINISH));
        calls.abandon();
    }

    private Thread thread(int number) {
        Thread thread = new Thread(this::work, "store-reader-" + number);
        thread.setDaemon(true);
        return thread;
    }

    private void work() {
        SessionHolder holder = new SessionHolder(database);
        try {
            for (List<Call<?>> one = calls.take(1); !one.isEmpty(); one = calls.take(1)) {
                run(holder, one.get(0));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            holder.discard();
        }
    }

    private void run(SessionHolder holder, Call<?> call) {
        boolean mayHaveDied = holder.isOpen();
        Optional<Throwable> failure = attempt(holder, call);
        if (failure.isPresent() && mayHaveDied && failure.get() instanceof SQLException) {
            failure = attempt(holder, call);
        }
        if (failure.isEmpty()) {
            call.succeed();
        } else {
            call.fail(failure.get() instanceof SQLException sql ? database.unavailable(sql) : failure.get());
        }
    }

    private Optional<Throwable> attempt(SessionHolder holder, Call<?> call) {
        try {
            Session session = holder.session();
            database.dialect().begin(session, false);
            call.run(session);
            database.dialect().rollback(session);
            return Optional.empty();
        } catch (SQLException | RuntimeException | Error e) {
            holder.discard();
            return Optional.of(e);
        }
    }
}
