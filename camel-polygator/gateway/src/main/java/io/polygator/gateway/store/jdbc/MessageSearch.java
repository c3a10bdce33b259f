package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.PageMark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query for messages as SQL. Some of its terms lead to an index, which gives what fits them in order; the others are
 * looked at message by message.
 */
final class MessageSearch {
    private static final String ORDER = " ORDER BY accepted_at DESC, id DESC LIMIT ?";
    private static final String AFTER = " AND (accepted_at, id) < (?, ?)";
    private static final String DOWN_TO = " AND (accepted_at, id) >= (?, ?)";

    private final Terms indexed = new Terms();
    private final Terms others = new Terms();

    MessageSearch(MessageQuery query) {
        indexed.add("client_reference = ?", query.clientReference());
        boolean findsFew = query.clientReference().isPresent();
        if (!findsFew) {
            indexed.add("recipient_key = ?", query.to().map(DialledNumber::indexKey));
            findsFew = query.to().isPresent();
        } else {
            others.add("recipient_key || '' = ?", query.to().map(DialledNumber::indexKey));
        }
        // A reference and a recipient find few: theirs is the index to go by, so no other may serve the account.
        if (findsFew) {
            others.add("account || '' = ?", query.account());
        } else {
            indexed.add("account = ?", query.account());
        }
        indexed.add("accepted_at >= ?", query.acceptedSince());
        indexed.add("accepted_at < ?", query.acceptedBefore());
        others.add("submitter = ?", query.submitter());
        others.add("sender_bare = ?", query.from().map(DialledNumber::bare));
        if (!query.states().isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(query.states().size(), "?"));
            others.sql.append(" AND state IN (").append(marks).append(')');
            others.parameters.addAll(query.states().stream().sorted().toList());
        }
        others.add("EXISTS (SELECT 1 FROM segment WHERE message_id = message.id AND channel = ?)", query.channel());
    }

    /** Whether an index alone finds what fits. */
    boolean isIndexed() {
        return others.parameters.isEmpty();
    }

    /** The statement for what comes after a message. */
    String sqlAfter() {
        return "SELECT * FROM message WHERE 1 = 1" + indexed.sql + others.sql + AFTER + ORDER;
    }

    /** Its parameters. */
    Object[] parametersAfter(PageMark after, int limit) {
        return parameters(List.of(indexed, others), after.at(), after.id(), limit);
    }

    /** The statement for the same down to a message, which is included. */
    String sqlBetween() {
        return "SELECT * FROM message WHERE 1 = 1" + indexed.sql + others.sql + AFTER + DOWN_TO + ORDER;
    }

    /** Its parameters. */
    Object[] parametersBetween(PageMark after, PageMark last, int limit) {
        return parameters(List.of(indexed, others), after.at(), after.id(), last.at(), last.id(), limit);
    }

    /** The statement for the last of those that are looked at, whether it fits or not. */
    String sqlLast() {
        return "SELECT accepted_at, id FROM message WHERE 1 = 1" + indexed.sql + AFTER + ORDER + " OFFSET ?";
    }

    /** Its parameters. */
    Object[] parametersLast(PageMark after, int lookedAt) {
        return parameters(List.of(indexed), after.at(), after.id(), 1, lookedAt - 1);
    }

    private static Object[] parameters(List<Terms> terms, Object... more) {
        return Stream.concat(terms.stream().flatMap(one -> one.parameters.stream()), Stream.of(more))
                .toArray();
    }

    /** Conditions that must all hold. */
    private static final class Terms {
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        private void add(String term, Optional<?> value) {
            if (value.isPresent()) {
                sql.append(" AND ").append(term);
                parameters.add(value.get());
            }
        }
    }
}
