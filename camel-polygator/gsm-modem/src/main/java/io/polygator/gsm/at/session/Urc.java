package io.polygator.gsm.at.session;

import java.util.Optional;

/**
 * An unsolicited result code (gathers what belongs together: a +CMT header with its PDU line, a +CUSD with all its
 * lines).
 *
 * @param name its prefix without the colon, {@code +CMTI}, or the whole text of one that has no arguments, {@code RING}
 * @param arguments what follows the colon, trimmed, possibly empty
 * @param pdu the line of hexadecimal digits after a +CMT, +CDS or +CBM header
 */
public record Urc(String name, String arguments, Optional<String> pdu) {

    /** Without arguments and PDU, which hold numbers and text; safe to log. */
    @Override
    public String toString() {
        return name + (pdu.isPresent() ? " with PDU" : "");
    }
}
