package io.polygator.gateway.account;

/** What becomes of a submission that comes by SMPP faster than its account may submit. */
public enum OverRate {
    /** ESME_RTHROTTLED at once. */
    THROTTLE,
    /** It is answered when it is its turn, in order; ESME_RTHROTTLED only when that would take too long. */
    DELAY
}
