package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.store.Backlog;
import io.polygator.gateway.store.QueueEntry;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.Work;
import io.polygator.gateway.store.WorkRequest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The queue, which is an index of the table {@code message}. Messages for the same choice of channels are a lane; each
 * lane that a free channel may take from is walked in order of rank, and only messages that are handed out are read.
 */
final class QueueTable {
    static final String BACKLOG =
            "SELECT lane, COUNT(*) AS messages FROM message WHERE lane IS NOT NULL AND due_at <= ?"
                    + " AND rank <= ? GROUP BY lane";

    static final String LANES = "WITH RECURSIVE present (lane) AS ("
            + "SELECT MIN(lane) FROM message WHERE lane IS NOT NULL"
            + " UNION ALL SELECT (SELECT MIN(lane) FROM message WHERE lane > present.lane) FROM present"
            + " WHERE present.lane IS NOT NULL) SELECT lane FROM present WHERE lane IS NOT NULL";
    static final String OVERDUE = "SELECT id, act_by FROM message WHERE act_by IS NOT NULL ORDER BY act_by, id LIMIT ?";
    static final String NEXT_DUE =
            "SELECT due_at FROM message WHERE lane IS NOT NULL AND due_at > ? ORDER BY due_at LIMIT 1";
    static final String NEXT_FREED =
            "SELECT avoided_until FROM message WHERE lane IS NOT NULL AND avoided_until IS NOT NULL"
                    + " AND avoided_until > ? ORDER BY avoided_until LIMIT 1";

    private static final Comparator<QueueEntry> BY_RANK = Comparator.comparing(QueueEntry::rank)
            .thenComparing(entry -> entry.id().value());
    private static final int SMALLEST_STEP = 64;
    private static final int LARGEST_STEP = 8192;

    private final MessageTable messages;

    QueueTable(MessageTable messages) {
        this.messages = messages;
    }

    Work due(Session session, WorkRequest request) throws SQLException {
        List<QueueEntry> admitted = new ArrayList<>();
        if (!request.free().isEmpty() && request.limit() > 0) {
            for (String lane : session.list(row -> row.text("lane"), LANES)) {
                if (concerns(lane, request)) {
                    admitted.addAll(walk(session, lane, request));
                }
            }
        }
        List<MessageId> first = admitted.stream()
                .sorted(BY_RANK)
                .limit(request.limit())
                .map(QueueEntry::id)
                .toList();
        return new Work(messages.find(session, first), next(session, request.now()));
    }

    Work overdue(Session session, Instant now, int limit) throws SQLException {
        List<Deadline> nearest = session.list(
                row -> new Deadline(new MessageId(row.text("id")), row.moment("act_by")), OVERDUE, limit + 1);
        List<MessageId> reached = nearest.stream()
                .filter(deadline -> !deadline.at().isAfter(now))
                .limit(limit)
                .map(Deadline::id)
                .toList();
        Optional<Instant> next =
                nearest.stream().skip(reached.size()).map(Deadline::at).findFirst();
        return new Work(messages.find(session, reached), next);
    }

    /** Messages that are being sent by none of the living instances. */
    List<StoredMessage> interrupted(Session session, List<String> living, int limit) throws SQLException {
        List<MessageId> found = new ArrayList<>();
        for (String sender : session.list(
                row -> row.text("sending_by"),
                "SELECT DISTINCT sending_by FROM message WHERE sending_by IS NOT NULL")) {
            if (!living.contains(sender)) {
                found.addAll(session.list(
                        row -> new MessageId(row.text("id")),
                        "SELECT id FROM message WHERE sending_by = ? LIMIT ?",
                        sender,
                        limit - found.size()));
            }
        }
        return messages.find(session, found);
    }

    private static boolean concerns(String lane, WorkRequest request) {
        ChannelChoice choice = Choices.choice(lane);
        return request.free().stream().anyMatch(channel -> channel.isIn(choice));
    }

    private static List<QueueEntry> walk(Session session, String lane, WorkRequest request) throws SQLException {
        List<QueueEntry> admitted = new ArrayList<>();
        LaneQuery query = new LaneQuery(lane, request);
        if (query.isHopeless()) {
            return admitted;
        }
        int step = Math.max(SMALLEST_STEP, 2 * request.limit());
        long rank = Long.MIN_VALUE;
        String id = "";
        List<QueueEntry> looked;
        do {
            looked = query.behind(session, rank, id, step);
            looked.stream()
                    .filter(request::admits)
                    .limit(request.limit() - admitted.size())
                    .forEach(admitted::add);
            if (looked.size() < step) {
                break;
            }
            QueueEntry last = looked.get(looked.size() - 1);
            rank = Times.millis(last.rank());
            id = last.id().value();
            step = Math.min(LARGEST_STEP, 2 * step);
        } while (admitted.size() < request.limit());
        return admitted;
    }

    private static Optional<Instant> next(Session session, Instant now) throws SQLException {
        Optional<Instant> due = session.first(row -> row.moment("due_at"), NEXT_DUE, now);
        Optional<Instant> freed = session.first(row -> row.moment("avoided_until"), NEXT_FREED, now);
        return Stream.of(due, freed).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private record Deadline(MessageId id, Instant at) {}

    /** What waits, by lane: read from the index of the queue alone. */
    static List<Backlog> backlog(Session session, Instant now, Instant rankUntil) throws SQLException {
        return session.list(
                row -> new Backlog(row.named("lane", Choices::choice), row.number("messages")),
                BACKLOG,
                now,
                rankUntil);
    }
}
