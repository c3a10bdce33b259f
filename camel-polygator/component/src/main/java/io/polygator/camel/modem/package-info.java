/** The endpoints {@code polygator-modem:}, virtual modems to which SMS software connects. */
@NullMarked
package io.polygator.camel.modem;

import org.jspecify.annotations.NullMarked;
