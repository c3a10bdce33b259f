/** Beans of the routes that speak as Kannel does: exchanges on one side, {@code io.polygator.http.kannel} on the other. */
@NullMarked
package io.polygator.camel.kannel;

import org.jspecify.annotations.NullMarked;
