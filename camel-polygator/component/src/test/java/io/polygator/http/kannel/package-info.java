/** Tests of Kannel's words, without HTTP and without Camel. */
@NullMarked
package io.polygator.http.kannel;

import org.jspecify.annotations.NullMarked;
