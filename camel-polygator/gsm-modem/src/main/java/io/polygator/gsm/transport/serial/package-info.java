/** Links over serial devices of this machine; the only package that sees jSerialComm. */
@NullMarked
package io.polygator.gsm.transport.serial;

import org.jspecify.annotations.NullMarked;
