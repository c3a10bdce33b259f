/** Tests of what the doors share. */
@NullMarked
package io.polygator.camel.exchange;

import org.jspecify.annotations.NullMarked;
