package io.polygator.gateway.store;

/**
 * A change to one message, made inside the store's transaction. A pure function: a store may apply it again after a
 * conflict. To change nothing it returns the message it was given.
 */
@FunctionalInterface
public interface MessageEdit {
    Edited apply(StoredMessage current);
}
