package io.polygator.gsm.sms.pdumode;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.AddressCodec;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.sms.tpdu.TpduDecodeException.Defect;
import java.util.HexFormat;
import java.util.Optional;

/**
 * SMSC address and TPDU as one line of hexadecimal digits (3GPP TS 27.005 §4, parameter pdu). Prints without its
 * contents.
 *
 * @param smsc the number of the service centre, or none: then the module uses its own (AT+CSCA)
 * @param tpdu its length is what AT+CMGS counts; at most 255 octets
 */
public record PduModeFrame(Optional<SmsAddress> smsc, Octets tpdu) {
    /** The specification ends at 164 octets; a network that exceeds it shall be heard as well. */
    private static final int MOST_TPDU_OCTETS = 255;

    private static final int MOST_SMSC_OCTETS = 12;
    private static final int MOST_DIGITS = 2 * (MOST_SMSC_OCTETS + MOST_TPDU_OCTETS);

    public PduModeFrame {
        if (smsc.isPresent() && smsc.get().isAlphanumeric()) {
            throw new IllegalArgumentException("a service centre must be a number, was a name");
        }
        if (tpdu.length() > MOST_TPDU_OCTETS) {
            throw new IllegalArgumentException(
                    "a TPDU must be at most " + MOST_TPDU_OCTETS + " octets, was " + tpdu.length());
        }
    }

    /**
     * Reads a line of hexadecimal digits of either case; the offsets of defects are octets of the line.
     *
     * @throws TpduDecodeException if the line is too long, holds something else, or ends within the SMSC address
     */
    public static PduModeFrame parse(String line) throws TpduDecodeException {
        requireHexadecimal(line);
        Octets frame = Octets.ofHex(line);
        Optional<SmsAddress> smsc = AddressCodec.decodeServiceCentre(frame);
        int tpduStart = AddressCodec.serviceCentreLength(frame);
        if (frame.length() - tpduStart > MOST_TPDU_OCTETS) {
            throw new TpduDecodeException("TPDU", tpduStart, Defect.OVERLENGTH);
        }
        return new PduModeFrame(smsc, frame.slice(tpduStart, frame.length()));
    }

    private static void requireHexadecimal(String line) throws TpduDecodeException {
        if (line.length() > MOST_DIGITS) {
            throw new TpduDecodeException("line", MOST_DIGITS / 2, Defect.OVERLENGTH);
        }
        for (int i = 0; i < line.length(); i++) {
            if (!HexFormat.isHexDigit(line.charAt(i))) {
                throw new TpduDecodeException("line", i / 2, Defect.NOT_HEXADECIMAL);
            }
        }
        if (line.length() % 2 != 0) {
            throw new TpduDecodeException("line", line.length() / 2, Defect.ODD_LENGTH);
        }
    }

    /** The line in upper case. */
    public String format() {
        return AddressCodec.encodeServiceCentre(smsc).concat(tpdu).toString();
    }

    /** The number that AT+CMGS, +CMT and +CDS tell: octets of the TPDU, the SMSC address not counted. */
    public int tpduLength() {
        return tpdu.length();
    }

    @Override
    public String toString() {
        return "PduModeFrame[TPDU of " + tpdu.length() + " octets]";
    }
}
