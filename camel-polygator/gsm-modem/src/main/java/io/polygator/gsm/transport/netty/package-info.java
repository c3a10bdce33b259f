/** Links over TCP, and the event loops under every link; the only package that sees Netty. */
@NullMarked
package io.polygator.gsm.transport.netty;

import org.jspecify.annotations.NullMarked;
