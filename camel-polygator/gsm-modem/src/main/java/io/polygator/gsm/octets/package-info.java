/** Immutable octets and the swapped semi-octets of 3GPP TS 23.040 §9.1.2. No I/O, no clock. */
@NullMarked
package io.polygator.gsm.octets;

import org.jspecify.annotations.NullMarked;
