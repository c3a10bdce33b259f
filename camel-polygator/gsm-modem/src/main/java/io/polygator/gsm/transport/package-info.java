/** Links that carry bytes, and the loop on which they are handled. No library type appears here. */
@NullMarked
package io.polygator.gsm.transport;

import org.jspecify.annotations.NullMarked;
