/** Tests of the guarded HTTP client. */
@NullMarked
package io.polygator.http.client;

import org.jspecify.annotations.NullMarked;
