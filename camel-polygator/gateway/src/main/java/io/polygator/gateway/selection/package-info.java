/** Which channel sends a message: pure functions of the candidates and the message. */
@NullMarked
package io.polygator.gateway.selection;

import org.jspecify.annotations.NullMarked;
