package io.polygator.gsm.sms.pdumode;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import java.util.Optional;

/**
 * SMSC address and TPDU as one line of hexadecimal digits (3GPP TS 27.005 §4, parameter pdu).
 *
 * @param smsc the service centre, or none: then the module uses its own (AT+CSCA)
 * @param tpdu its length is what AT+CMGS counts
 */
public record PduModeFrame(Optional<SmsAddress> smsc, Octets tpdu) {

    /** Reads a line of hexadecimal digits of either case. */
    public static PduModeFrame parse(String line) throws TpduDecodeException {
        throw new UnsupportedOperationException("codec");
    }

    /** The line in upper case. */
    public String format() {
        throw new UnsupportedOperationException("codec");
    }
}
