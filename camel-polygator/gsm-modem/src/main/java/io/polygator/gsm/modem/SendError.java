package io.polygator.gsm.modem;

/**
 * Why a message was not sent.
 *
 * @param kind what may be done about it
 * @param code the number of +CMS ERROR or +CME ERROR, or -1 when there was none
 * @param description for the operator: the meaning of the code, or what happened
 */
public record SendError(Kind kind, int code, String description) {

    /** One action each: see the error classes of the gateway. */
    public enum Kind {
        /** The same message will be refused again by any SIM. */
        PERMANENT,
        /** The same message may pass later. */
        TEMPORARY,
        /** This SIM cannot send; another may. */
        SIM,
        /** This module is not in order; it is being set up again. */
        MODULE,
        /** It never reached the module (link lost, no prompt), or the SIM tells that the module never submitted it. */
        NOT_SENT
    }
}
