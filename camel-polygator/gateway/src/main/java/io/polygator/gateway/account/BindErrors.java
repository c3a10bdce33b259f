package io.polygator.gateway.account;

/** What an ESME with wrong credentials is told. */
public enum BindErrors {
    /** ESME_RBINDFAIL for an unknown name and a wrong password alike (SMPP 5.0 §4.1.1). */
    STANDARD,
    /** ESME_RINVPASWD for both, which older clients wait for in order to stop. */
    LEGACY
}
