package io.polygator.gateway.account;

/**
 * Why somebody does not get in. A door tells its peer no more than "credentials" or "later": the difference between the
 * first four is for the operator.
 */
public enum Denial {
    /** No account has this name. */
    UNKNOWN,
    /** The account is disabled. */
    DISABLED,
    /** The account may not be used from this address. */
    NETWORK,
    /** The account may not use this door. */
    DOOR,
    /** The secret is wrong. */
    SECRET,
    /** Too many wrong secrets came from this address: nothing was checked. */
    LOCKED_OUT,
    /** Too many are being checked at once: nothing was checked, and it does not count as a failure. */
    BUSY
}
