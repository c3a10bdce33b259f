package io.polygator.smpp.session;

/** What a peer learns when it may not bind. */
public enum BindErrors {
    /** RBINDFAIL for an unknown system_id and for a wrong password alike, so that nobody can try out names. */
    UNIFORM,
    /** RINVSYSID and RINVPASWD, which many clients expect; some never come back after them. */
    LEGACY
}
