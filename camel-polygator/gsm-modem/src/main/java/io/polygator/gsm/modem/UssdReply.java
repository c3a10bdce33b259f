package io.polygator.gsm.modem;

/** The network's answer to a USSD request, or a text it sent by itself (3GPP TS 27.007 §7.15). */
public record UssdReply(Status status, String text) {

    /** The number of +CUSD. */
    public enum Status {
        FINAL,
        ACTION_REQUIRED,
        TERMINATED,
        OTHER_CLIENT,
        NOT_SUPPORTED,
        NETWORK_TIMEOUT
    }
}
