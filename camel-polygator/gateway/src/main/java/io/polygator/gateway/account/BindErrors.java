package io.polygator.gateway.account;

/** What an ESME with wrong credentials is told. */
public enum BindErrors {
    /** ESME_RBINDFAIL for an unknown name and a wrong password alike (SMPP 5.0 §4.1.1). */
    STANDARD,
    /**
     * ESME_RINVPASWD for a wrong password, at which Kannel and older clients stop for good; for whatever else keeps the
     * account out, and may pass, ESME_RBINDFAIL.
     */
    LEGACY
}
