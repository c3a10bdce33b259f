package io.polygator.gateway.account;

/** Whether an account may be used. */
public enum AccountState {
    /** It is in use. */
    ACTIVE,
    /** It is kept in the file, and nobody gets in with it. */
    DISABLED
}
