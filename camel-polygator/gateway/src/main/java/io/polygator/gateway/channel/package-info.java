/** Channels: modems with their leases, states, counters and rests, and the pool of them. */
@NullMarked
package io.polygator.gateway.channel;

import org.jspecify.annotations.NullMarked;
