package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A query for messages as SQL. */
final class MessageSearch {
    private static final String NEWEST_FIRST = " ORDER BY accepted_at DESC, id DESC LIMIT ?";

    private final StringBuilder where = new StringBuilder("SELECT * FROM message WHERE 1 = 1");
    private final List<Object> parameters = new ArrayList<>();

    MessageSearch(MessageQuery query) {
        term("client_reference = ?", query.clientReference());
        // The reference finds few, so its index is the one to go by; the term below is one that no index can serve.
        term(query.clientReference().isPresent() ? "account || '' = ?" : "account = ?", query.account());
        term("recipient_key = ?", query.to().map(DialledNumber::indexKey));
        term("submitter = ?", query.submitter());
        term("sender_bare = ?", query.from().map(DialledNumber::bare));
        term("accepted_at >= ?", query.acceptedSince());
        term("accepted_at < ?", query.acceptedBefore());
        if (!query.states().isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(query.states().size(), "?"));
            where.append(" AND state IN (").append(marks).append(')');
            parameters.addAll(query.states().stream().sorted().toList());
        }
    }

    /** The statement for what comes after a message. */
    String sqlAfter() {
        return where + " AND (accepted_at, id) < (?, ?)" + NEWEST_FIRST;
    }

    /** Its parameters. */
    Object[] parametersAfter(Instant acceptedAt, MessageId id, int limit) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(acceptedAt, id, limit));
        return all.toArray();
    }

    private void term(String sql, Optional<?> value) {
        if (value.isPresent()) {
            where.append(" AND ").append(sql);
            parameters.add(value.get());
        }
    }
}
