/** The alphabets of 3GPP TS 23.038: GSM 7-bit with its national tables, septet packing, UCS-2. Pure functions. */
@NullMarked
package io.polygator.gsm.sms.alphabet;

import org.jspecify.annotations.NullMarked;
