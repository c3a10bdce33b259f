/** The Camel component {@code polygator:}, whose endpoints are the channels of GSM gateways. */
@NullMarked
package io.polygator.camel.polygator;

import org.jspecify.annotations.NullMarked;
