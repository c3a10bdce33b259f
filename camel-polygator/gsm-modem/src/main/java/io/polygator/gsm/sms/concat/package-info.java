/** Cutting a text into segments and joining segments again (3GPP TS 23.040 §9.2.3.24.1). Pure functions. */
@NullMarked
package io.polygator.gsm.sms.concat;

import org.jspecify.annotations.NullMarked;
