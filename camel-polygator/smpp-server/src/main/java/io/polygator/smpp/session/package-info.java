/** SMPP sessions on Netty: framing, states, windows, timers, and the accounts that sessions share. */
@NullMarked
package io.polygator.smpp.session;

import org.jspecify.annotations.NullMarked;
