/** Tests of the component, with a gateway that only remembers. */
@NullMarked
package io.polygator.camel.polygator;

import org.jspecify.annotations.NullMarked;
