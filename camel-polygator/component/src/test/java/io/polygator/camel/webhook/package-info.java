/** Tests of events on their way to web addresses. */
@NullMarked
package io.polygator.camel.webhook;

import org.jspecify.annotations.NullMarked;
