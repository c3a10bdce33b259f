/** An SMPP server: {@link io.polygator.smpp.SmppServer} is the only door. */
@NullMarked
package io.polygator.smpp;

import org.jspecify.annotations.NullMarked;
