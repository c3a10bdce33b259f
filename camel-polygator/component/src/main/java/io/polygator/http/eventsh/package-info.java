/** What the script {@code event.sh} of a Polygator gateway says, right or broken. No HTTP server and no Camel here. */
@NullMarked
package io.polygator.http.eventsh;

import org.jspecify.annotations.NullMarked;
