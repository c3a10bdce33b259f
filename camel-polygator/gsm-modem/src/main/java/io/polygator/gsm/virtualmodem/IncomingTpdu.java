package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.Direction;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.sms.tpdu.Tpdu;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.sms.tpdu.TpduDecoder;
import io.polygator.gsm.sms.tpdu.TpduEncoder;
import java.util.Optional;

/** Something that the network delivers, and what decides where it goes (3GPP TS 27.005 §3.4.1). */
public record IncomingTpdu(PduModeFrame frame, Kind kind) {

    /** A message, going where its class wants. */
    public static IncomingTpdu of(Optional<SmsAddress> smsc, SmsDeliver message) {
        return new IncomingTpdu(
                new PduModeFrame(smsc, TpduEncoder.encode(message)), Kind.ofClass(message.dataCodingScheme()));
    }

    /** A status report. */
    public static IncomingTpdu of(Optional<SmsAddress> smsc, SmsStatusReport report) {
        return new IncomingTpdu(new PduModeFrame(smsc, TpduEncoder.encode(report)), Kind.STATUS_REPORT);
    }

    /** What these octets are; whatever cannot be decoded is a message. */
    static IncomingTpdu of(PduModeFrame frame) {
        try {
            Tpdu tpdu = TpduDecoder.decode(frame.tpdu(), Direction.TO_MOBILE);
            if (tpdu instanceof SmsStatusReport) {
                return new IncomingTpdu(frame, Kind.STATUS_REPORT);
            }
            return tpdu instanceof SmsDeliver deliver
                    ? new IncomingTpdu(frame, Kind.ofClass(deliver.dataCodingScheme()))
                    : new IncomingTpdu(frame, Kind.MESSAGE);
        } catch (TpduDecodeException e) {
            return new IncomingTpdu(frame, Kind.MESSAGE);
        }
    }

    /** What it is; the classes are those of 3GPP TS 23.038 §4. */
    public enum Kind {
        /** A message of class 1 or of none. */
        MESSAGE,
        /** Class 0: shown at once, not stored. */
        FLASH,
        /** Class 2: belongs on the SIM, whatever the client wants. */
        SIM_MESSAGE,
        /** Class 3: for the terminal. */
        TERMINAL_MESSAGE,
        STATUS_REPORT;

        private static Kind ofClass(DataCodingScheme scheme) {
            return switch (scheme.messageClass().orElse(1)) {
                case 0 -> FLASH;
                case 2 -> SIM_MESSAGE;
                case 3 -> TERMINAL_MESSAGE;
                default -> MESSAGE;
            };
        }
    }
}
