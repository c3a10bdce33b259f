package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.StoredMessage;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Messages that leave together, in the table {@code message}. Who adds one and who ends one take turns. */
final class Siblings {
    private final Dialect dialect;
    private final MessageTable messages;

    Siblings(Dialect dialect, MessageTable messages) {
        this.dialect = dialect;
        this.messages = messages;
    }

    /** The message as it is to be stored: after the last of its siblings, if one was accepted not long ago. */
    StoredMessage placed(Session session, StoredMessage message) throws SQLException {
        Optional<String> key = message.request().together();
        if (key.isEmpty()) {
            return message;
        }
        lock(session, key.get());
        return messages.newestTogether(session, key.get(), message.acceptedAt().minus(MessageStore.TOGETHER))
                .filter(last -> last.isTogetherWith(message))
                .map(message::following)
                .orElse(message);
    }

    /** Lets those go on that waited for a message, if it is answered now. */
    void release(Session session, StoredMessage before, StoredMessage after) throws SQLException {
        Optional<String> key = after.request().together();
        if (key.isEmpty() || before.answered() || !after.answered()) {
            return;
        }
        lock(session, key.get());
        List<MessageId> waiting = session.list(
                row -> new MessageId(row.text("id")), "SELECT id FROM message WHERE behind = ?", after.id());
        for (MessageId id : waiting) {
            Optional<MessageTable.Held> held = messages.hold(session, id);
            if (held.isPresent()) {
                messages.change(session, held.get(), held.get().message().released(after));
            }
        }
    }

    private void lock(Session session, String key) throws SQLException {
        dialect.lock(session, "together " + key);
    }
}
