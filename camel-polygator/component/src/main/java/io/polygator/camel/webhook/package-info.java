/** Events to web addresses: which, in which form, signed, and through the guarded HTTP client only. */
@NullMarked
package io.polygator.camel.webhook;

import org.jspecify.annotations.NullMarked;
