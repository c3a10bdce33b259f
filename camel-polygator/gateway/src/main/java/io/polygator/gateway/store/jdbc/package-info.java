/** The durable store: SQLite in a file, or PostgreSQL when several processes share the work. */
@NullMarked
package io.polygator.gateway.store.jdbc;

import org.jspecify.annotations.NullMarked;
