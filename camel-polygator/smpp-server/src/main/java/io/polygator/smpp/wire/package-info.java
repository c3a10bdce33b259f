/** SMPP PDUs: octets to checked values and back. The only place that knows jSMPP. */
@NullMarked
package io.polygator.smpp.wire;

import org.jspecify.annotations.NullMarked;
