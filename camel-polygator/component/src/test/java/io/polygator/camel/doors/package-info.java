/** All doors at once, as an installation has them. */
@NullMarked
package io.polygator.camel.doors;

import org.jspecify.annotations.NullMarked;
