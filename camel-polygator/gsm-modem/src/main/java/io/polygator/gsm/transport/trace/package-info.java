/** A transcript of what is said on a link, without what is private. */
@NullMarked
package io.polygator.gsm.transport.trace;

import org.jspecify.annotations.NullMarked;
