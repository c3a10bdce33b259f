/** Tests of the HTTP API's JSON. */
@NullMarked
package io.polygator.http;

import org.jspecify.annotations.NullMarked;
