package io.polygator.gsm.modem;

/** What the number of an error says about the message that was being sent. */
public enum ErrorMeaning {
    /** The same message will be refused again by any SIM. */
    PERMANENT,
    /** The same message may pass later. */
    TEMPORARY,
    /** This SIM cannot send. */
    SIM,
    /** The module is not in order. */
    MODULE,
    /** It may have been sent: the network did not answer in time. */
    UNCONFIRMED,
    /** The service centre has it already. */
    ALREADY_SENT
}
