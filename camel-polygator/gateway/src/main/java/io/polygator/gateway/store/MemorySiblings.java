package io.polygator.gateway.store;

import io.polygator.gateway.message.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which messages of {@link MemoryMessageStore} leave together, in the order of their acceptance. */
final class MemorySiblings {
    private final Map<String, List<MessageId>> members = new HashMap<>();
    private final Map<MessageId, StoredMessage> messages;

    MemorySiblings(Map<MessageId, StoredMessage> messages) {
        this.messages = messages;
    }

    /** The message as it is stored: after the last of its siblings, if one was accepted not long ago. */
    StoredMessage accept(StoredMessage message) {
        Optional<String> key = message.request().together();
        if (key.isEmpty()) {
            return message;
        }
        List<MessageId> siblings = members.computeIfAbsent(key.get(), group -> new ArrayList<>());
        Optional<StoredMessage> last =
                siblings.isEmpty() ? Optional.empty() : Optional.ofNullable(find(siblings.get(siblings.size() - 1)));
        siblings.add(message.id());
        return last.filter(sibling -> sibling.isTogetherWith(message))
                .map(message::following)
                .orElse(message);
    }

    /** Those that waited for this message, which is answered now, as they are henceforth. */
    List<StoredMessage> released(StoredMessage answered) {
        List<StoredMessage> released = new ArrayList<>();
        for (MessageId id : answered.request().together().map(members::get).orElse(List.of())) {
            StoredMessage sibling = find(id);
            if (sibling != null && sibling.behind().equals(Optional.of(answered.id()))) {
                released.add(sibling.released(answered));
            }
        }
        return released;
    }

    void remove(StoredMessage message) {
        message.request()
                .together()
                .ifPresent(key -> members.computeIfPresent(key, (group, siblings) -> {
                    siblings.remove(message.id());
                    return siblings.isEmpty() ? null : siblings;
                }));
    }

    private @Nullable StoredMessage find(MessageId id) {
        return messages.get(id);
    }
}
