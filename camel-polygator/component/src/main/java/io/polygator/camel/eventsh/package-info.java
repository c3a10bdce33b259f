/** The steps of the routes that take what the script {@code event.sh} of a Polygator gateway sends. */
@NullMarked
package io.polygator.camel.eventsh;

import org.jspecify.annotations.NullMarked;
