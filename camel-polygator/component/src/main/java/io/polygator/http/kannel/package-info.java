/** Requests, answers and callbacks as Kannel 1.4.5 has them, without HTTP and without Camel. */
@NullMarked
package io.polygator.http.kannel;

import org.jspecify.annotations.NullMarked;
