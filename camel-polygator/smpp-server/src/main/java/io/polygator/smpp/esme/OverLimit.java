package io.polygator.smpp.esme;

/** What happens to a submission that comes faster than the account may submit. */
public enum OverLimit {
    /** It is refused with RTHROTTLED. */
    THROTTLE,
    /** Its response waits until its turn has come, which slows good clients without an error. */
    DELAY
}
