package io.polygator.gateway.store.jdbc;

import static io.polygator.gateway.store.MessageStoreContract.done;
import static io.polygator.gateway.store.StoredMessages.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long queue costs what a short one costs: every question is answered by a search in an index, none by a sort. */
class QueuePlanTest {
    @Test
    void theQueueIsReadFromItsIndexes(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("polygator.db");
        try (SqliteStore store = JdbcStores.sqlite(file, JdbcSettings.defaults())) {
            done(store.accept(queued("1", 1), Instant.EPOCH));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(plan(connection, LaneQuery.WALK + " AND recipient_key IN (?, ?)" + LaneQuery.IN_ORDER))
                    .contains("SEARCH message USING COVERING INDEX message_queue (lane=?")
                    .doesNotContain("TEMP B-TREE");
            assertThat(plan(connection, QueueTable.LANES))
                    .contains("message_queue")
                    .doesNotContain("TEMP B-TREE");
            assertThat(plan(connection, QueueTable.NEXT_DUE))
                    .contains("SEARCH message USING INDEX message_due (due_at>?)");
            assertThat(plan(connection, QueueTable.NEXT_FREED)).contains("message_avoided (avoided_until>?)");
            assertThat(plan(connection, QueueTable.OVERDUE))
                    .contains("USING COVERING INDEX message_act_by")
                    .doesNotContain("TEMP B-TREE");
        }
    }

    @Test
    void searchesGoByTheIndexThatFindsFew(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("polygator.db");
        try (SqliteStore store = JdbcStores.sqlite(file, JdbcSettings.defaults())) {
            done(store.accept(queued("1", 1), Instant.EPOCH));
        }
        MessageQuery any = MessageQuery.newest(10);
        MessageQuery ofAccount = any.ofAccount("acme").in(Set.of(MessageState.QUEUED));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(plan(connection, new MessageSearch(any).sqlAfter()))
                    .contains("USING INDEX message_accepted")
                    .doesNotContain("TEMP B-TREE");
            assertThat(plan(connection, new MessageSearch(ofAccount).sqlAfter()))
                    .contains("USING INDEX message_account (account=?")
                    .doesNotContain("TEMP B-TREE");
            assertThat(plan(connection, new MessageSearch(ofAccount.to("+79161234567")).sqlAfter()))
                    .contains("USING INDEX message_recipient (recipient_key=?")
                    .doesNotContain("TEMP B-TREE");
            assertThat(plan(connection, new MessageSearch(ofAccount.referredToAs("17")).sqlAfter()))
                    .contains("USING INDEX message_reference (client_reference=?")
                    .doesNotContain("TEMP B-TREE");
        }
    }

    @Test
    void aPageIsFoundInAnIndexAlone(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("polygator.db");
        try (SqliteStore store = JdbcStores.sqlite(file, JdbcSettings.defaults())) {
            done(store.accept(queued("1", 1), Instant.EPOCH));
        }
        MessageQuery some =
                MessageQuery.newest(10).in(Set.of(MessageState.QUEUED)).through("g8-1");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(plan(connection, new MessageSearch(some.ofAccount("acme")).sqlLast()))
                    .contains("USING COVERING INDEX message_account (account=? AND (accepted_at,id)<(?,?))")
                    .doesNotContain("TEMP B-TREE");
            assertThat(plan(connection, new MessageSearch(some.ofAccount("acme")).sqlBetween()))
                    .contains("USING INDEX message_account (account=? AND")
                    .doesNotContain("TEMP B-TREE");
            assertThat(plan(connection, new MessageSearch(some).sqlLast()))
                    .contains("USING COVERING INDEX message_accepted ((accepted_at,id)<(?,?))")
                    .doesNotContain("TEMP B-TREE");
            assertThat(plan(connection, ArrivalTable.PAGE))
                    .contains("USING INDEX inbound_message_age")
                    .doesNotContain("TEMP B-TREE");
            assertThat(plan(connection, ArrivalTable.PAGE_OF_SENDER))
                    .contains("USING INDEX inbound_message_sender (sender_key=?")
                    .doesNotContain("TEMP B-TREE");
            assertThat(plan(connection, ArrivalTable.OPEN))
                    .contains("USING INDEX inbound_message_sender (sender_key=? AND received_at>?)")
                    .doesNotContain("TEMP B-TREE");
            assertThat(plan(connection, QueueTable.BACKLOG))
                    .contains("COVERING INDEX message_queue")
                    .doesNotContain("TEMP B-TREE");
        }
    }

    private static String plan(Connection connection, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql.replace("?", "1"))) {
            while (rows.next()) {
                plan.append(rows.getString("detail")).append('\n');
            }
        }
        return plan.toString();
    }
}
