/** The SMS transfer-layer PDUs of 3GPP TS 23.040 §9.2 and their fields, encoded and decoded. Pure functions. */
@NullMarked
package io.polygator.gsm.sms.tpdu;

import org.jspecify.annotations.NullMarked;
