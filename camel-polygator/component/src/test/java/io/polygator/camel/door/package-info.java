/** Tests of what the doors share. */
@NullMarked
package io.polygator.camel.door;

import org.jspecify.annotations.NullMarked;
