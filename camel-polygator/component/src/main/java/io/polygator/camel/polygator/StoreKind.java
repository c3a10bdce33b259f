package io.polygator.camel.polygator;

/** Where messages wait for a channel. */
public enum StoreKind {
    /** In an SQLite database: a file that one application uses. */
    sqlite,
    /** In a PostgreSQL database, which several applications may share. */
    postgresql,
    /** In memory: a restart forgets them. */
    memory,
    /** Nowhere to speak of: the exchange itself waits for the network's answer. */
    none
}
