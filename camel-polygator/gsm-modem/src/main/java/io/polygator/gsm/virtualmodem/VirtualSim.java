package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.CmeError;
import io.polygator.gsm.octets.Octets;
import java.util.Optional;

/** The SIM as AT commands see it. */
public interface VirtualSim {

    /** What AT+CPIN? answers. */
    State state();

    /**
     * Tries the PIN.
     *
     * @return nothing when the SIM took it, otherwise the error for the client
     */
    Optional<CmeError> enterPin(String pin);

    /**
     * Tries the PUK and, if it is right, sets a new PIN.
     *
     * @return nothing when the SIM took it, otherwise the error for the client
     */
    Optional<CmeError> enterPuk(String puk, String newPin);

    /** Whether the SIM asks for its PIN when it starts: what AT+CLCK="SC",2 answers. */
    boolean isPinEnabled();

    /** How many wrong PINs the SIM still bears, 0 to 3. */
    int pinAttemptsLeft();

    /** How many wrong PUKs the SIM still bears, 0 to 10. */
    int pukAttemptsLeft();

    /** Fifteen digits or fewer. */
    String imsi();

    /** Eighteen to twenty digits. */
    String iccid();

    /** The SIM's own number as its EF-MSISDN holds it; often empty. */
    Optional<String> ownNumber();

    /** EF-SMSS: the last used TP-MR and the memory flag (3GPP TS 51.011 §10.5.7); two octets. */
    Octets smsStatus();

    /** The states of 3GPP TS 27.007 §8.3 that a client meets. */
    enum State {
        READY,
        PIN_REQUIRED,
        PUK_REQUIRED,
        NOT_INSERTED,
        /** Still starting: commands that need the SIM are answered with "SIM busy". */
        BUSY,
        /** The PUK was wrong ten times. */
        BLOCKED
    }
}
