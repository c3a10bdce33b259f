package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.store.Retention;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Forgets what is old in small transactions, so that nobody waits long behind them. */
final class Pruning {
    private static final int AT_ONCE = 500;

    private final Writer writer;
    private final List<Step> steps;

    Pruning(Writer writer, NodeTable nodes, Retention retention) {
        this.writer = writer;
        steps = List.of(
                session -> messages(session, retention.concludedBefore()),
                session -> ArrivalTable.forget(session, retention.concludedBefore(), AT_ONCE),
                session -> TimelineTable.forget(session, retention.concludedBefore(), AT_ONCE),
                session -> ReportTable.forget(session, retention.orphansBefore(), AT_ONCE),
                session -> InboundTable.forget(session, retention.fingerprintsBefore(), AT_ONCE),
                session -> BudgetTable.forget(session, retention.bookingsBefore(), AT_ONCE),
                session -> AccountTable.forget(session, retention.bookingsBefore(), AT_ONCE),
                session -> MailboxTable.forget(session, retention.mailboxKeysBefore(), AT_ONCE),
                session -> DeadLetterTable.forget(session, retention.deadLettersBefore(), AT_ONCE),
                nodes::forget);
    }

    /** Removes at most {@link #AT_ONCE} rows; how many. */
    @FunctionalInterface
    private interface Step {
        int run(Session session) throws SQLException;
    }

    CompletionStage<Void> run() {
        return run(0);
    }

    private CompletionStage<Void> run(int index) {
        if (index == steps.size()) {
            return CompletableFuture.completedStage(null);
        }
        Step step = steps.get(index);
        return writer.submit(step::run).thenCompose(removed -> run(removed < AT_ONCE ? index + 1 : index));
    }

    private static int messages(Session session, Instant acceptedBefore) throws SQLException {
        List<MessageId> old = session.list(
                row -> new MessageId(row.text("id")),
                "SELECT id FROM message WHERE concluded = 1 AND accepted_at < ? ORDER BY accepted_at LIMIT ?",
                acceptedBefore,
                AT_ONCE);
        for (MessageId id : old) {
            session.change("DELETE FROM timeline WHERE message_id = ?", id);
            session.change("DELETE FROM message WHERE id = ?", id);
        }
        return old.size();
    }
}
