package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.pdumode.PduModeFrame;

/** Something that the network delivers, and what decides where it goes (3GPP TS 27.005 §3.4.1). */
public record IncomingTpdu(PduModeFrame frame, Kind kind) {

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
        STATUS_REPORT
    }
}
