/** What becomes of a message after the network took it: status reports matched to segments. Pure functions. */
@NullMarked
package io.polygator.gateway.delivery;

import org.jspecify.annotations.NullMarked;
