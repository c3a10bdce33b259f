/** Tests of the beans that routes name. */
@NullMarked
package io.polygator.camel.http;

import org.jspecify.annotations.NullMarked;
