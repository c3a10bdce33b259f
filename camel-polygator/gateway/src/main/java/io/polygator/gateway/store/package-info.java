/** What must not be lost: messages, segments, reports, events; the contract of every store and the one in memory. */
@NullMarked
package io.polygator.gateway.store;

import org.jspecify.annotations.NullMarked;
