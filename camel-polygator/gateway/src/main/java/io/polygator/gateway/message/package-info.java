/** What edges and gateway say to each other: messages, their states, events. */
@NullMarked
package io.polygator.gateway.message;

import org.jspecify.annotations.NullMarked;
