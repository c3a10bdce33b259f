/** The transports of the machine we run on, whatever kind the address asks for. */
@NullMarked
package io.polygator.gsm.transport.system;

import org.jspecify.annotations.NullMarked;
