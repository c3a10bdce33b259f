package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.store.FreeChannel;
import io.polygator.gateway.store.QueueEntry;
import io.polygator.gateway.store.WorkRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The question for the entries of one lane. It leaves out in SQL what many messages in a row may have in common and
 * what would not be admitted: a sender whose SIM is busy, recipients that no free channel may write to. The rest is for
 * {@link WorkRequest#admits} to say.
 */
final class LaneQuery {
    static final String WALK = "SELECT id, lane, sender_bare, recipient_key, bound_channel, avoided_channel,"
            + " avoided_until, due_at, expires_at, rank FROM message"
            + " WHERE lane = ? AND (rank, id) > (?, ?) AND due_at <= ? AND expires_at > ?";
    static final String IN_ORDER = " ORDER BY rank, id LIMIT ?";

    /** Above this a list is not worth its price and the Java rule alone decides. */
    private static final int LONGEST_LIST = 4096;

    private final String lane;
    private final WorkRequest request;
    private final List<String> busySenders;
    private final Optional<List<String>> recipients;
    private final String sql;

    LaneQuery(String lane, WorkRequest request) {
        this.lane = lane;
        this.request = request;
        busySenders = padded(busySenders(request));
        recipients = recipients(lane, request).map(LaneQuery::padded);
        sql = WALK
                + (busySenders.isEmpty()
                        ? ""
                        : " AND (sender_bare IS NULL OR sender_bare NOT IN " + marks(busySenders) + ")")
                + recipients.map(keys -> " AND recipient_key IN " + marks(keys)).orElse("")
                + IN_ORDER;
    }

    /** Whether no message of the lane may be sent whatever it is. */
    boolean isHopeless() {
        return recipients.isPresent() && recipients.get().isEmpty();
    }

    /** The entries behind the given place, at most so many. */
    List<QueueEntry> behind(Session session, long rank, String id, int limit) throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(lane, rank, id, request.now(), request.now()));
        parameters.addAll(busySenders);
        recipients.ifPresent(parameters::addAll);
        parameters.add(limit);
        return session.list(MessageRows::queueEntry, sql, parameters.toArray());
    }

    private static Set<String> busySenders(WorkRequest request) {
        Set<String> busy = new HashSet<>(request.takenNumbers());
        request.free().forEach(channel -> channel.ownNumber().ifPresent(busy::remove));
        return busy.size() > LONGEST_LIST ? Set.of() : busy;
    }

    private static Optional<Set<String>> recipients(String lane, WorkRequest request) {
        Set<String> allowed = new HashSet<>();
        for (FreeChannel channel : request.free()) {
            if (channel.isIn(Choices.choice(lane))) {
                if (channel.onlyTo().isEmpty()) {
                    return Optional.empty();
                }
                allowed.addAll(channel.onlyTo().get());
            }
        }
        return allowed.size() > LONGEST_LIST ? Optional.empty() : Optional.of(allowed);
    }

    /** To a power of two, repeating one of them, so that few statements serve lists of any length. */
    private static List<String> padded(Set<String> values) {
        List<String> list = new ArrayList<>(values);
        if (!list.isEmpty() && Integer.bitCount(list.size()) > 1) {
            int missing = 2 * Integer.highestOneBit(list.size()) - list.size();
            list.addAll(Collections.nCopies(missing, list.get(0)));
        }
        return list;
    }

    private static String marks(List<String> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }
}
