package io.polygator.gateway.store.jdbc;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Something asked of the database, and who waits for it. */
final class Call<T> {

    /** What is done within a transaction. It may be done again when the transaction fails. */
    @FunctionalInterface
    interface Body<T> {
        T run(Session session) throws SQLException;
    }

    private final Body<T> body;
    private final CompletableFuture<T> stage = new CompletableFuture<>();
    private @Nullable T result;

    Call(Body<T> body) {
        this.body = body;
    }

    CompletableFuture<T> stage() {
        return stage;
    }

    /** Does it; nobody hears of the result yet. */
    void run(Session session) throws SQLException {
        result = body.run(session);
    }

    /** The transaction is committed. */
    void succeed() {
        T done = result;
        if (done == null) {
            stage.completeExceptionally(new IllegalStateException("a call succeeded that was not run"));
        } else {
            stage.complete(done);
        }
    }

    void fail(Throwable failure) {
        stage.completeExceptionally(failure);
    }
}
