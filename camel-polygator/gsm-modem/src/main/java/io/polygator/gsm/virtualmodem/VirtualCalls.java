package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.FinalResult;
import java.util.List;
import java.util.Optional;

/** Voice calls as AT commands see them. */
public interface VirtualCalls {

    /** Calls a number; answers {@code OK} or the reason why not. */
    FinalResult dial(String number);

    /** Takes the ringing call; answers {@code OK}, or {@code NO CARRIER} when nothing rings. */
    FinalResult answer();

    /** Ends every call. Has no effect when there is none. */
    void hangUp();

    /** The calls for AT+CLCC. */
    List<Call> current();

    /**
     * One call (3GPP TS 27.007 §7.18).
     *
     * @param direction who called
     * @param state 0 active, 2 dialling, 3 alerting, 4 incoming
     * @param number the other party, or nothing when withheld
     */
    record Call(CallDirection direction, int state, Optional<String> number) {}

    /** Who started a call. */
    enum CallDirection {
        FROM_MODULE,
        TO_MODULE
    }
}
