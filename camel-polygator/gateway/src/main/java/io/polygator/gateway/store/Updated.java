package io.polygator.gateway.store;

import java.util.List;

/** What an update did, once it is committed. */
public record Updated(StoredMessage before, StoredMessage after, List<AddressedEvent> events) {

    /** Whether anything was changed. */
    public boolean changed() {
        return !before.equals(after);
    }
}
