/** One GSM module with its SIM: start-up, supervision, sending with three outcomes, receiving without loss. */
@NullMarked
package io.polygator.gsm.modem;

import org.jspecify.annotations.NullMarked;
