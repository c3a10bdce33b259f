/** The JSON of the HTTP API: what requests may say, what answers say, and problems. No HTTP server and no Camel here. */
@NullMarked
package io.polygator.http;

import org.jspecify.annotations.NullMarked;
