package io.polygator.camel.polygator;

import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gateway.store.MessageStore;

/** Opens the store that is configured. */
final class OwnStore {
    private static final int MOST_IN_MEMORY = 100_000;

    private OwnStore() {}

    /** @throws IllegalArgumentException if an option is wrong, or the store cannot be used; the message says why */
    static MessageStore open(StoreOptions options) {
        return switch (options.kind()) {
            case memory, none -> new MemoryMessageStore(MOST_IN_MEMORY);
            case sqlite, postgresql -> throw new IllegalArgumentException(options.describe());
        };
    }
}
