package io.polygator.camel.polygator;

/** Where messages wait for a channel. */
public enum StoreKind {
    /** In memory: a restart forgets them. */
    memory,
    /** Nowhere to speak of: the exchange itself waits for the network's answer. */
    none
}
