/** The module's side of an AT wire: an AT command interpreter and the port to whatever modem stands behind it. */
@NullMarked
package io.polygator.gsm.virtualmodem;

import org.jspecify.annotations.NullMarked;
