/** SMSC address and TPDU in hexadecimal, as +CMGS, +CMGR, +CMT and +CDS carry them (3GPP TS 27.005 §4). */
@NullMarked
package io.polygator.gsm.sms.pdumode;

import org.jspecify.annotations.NullMarked;
