/** Tests of Kannel's words, without HTTP and without Camel. */
@NullMarked
package io.polygator.http.eventsh;

import org.jspecify.annotations.NullMarked;
