package io.polygator.gsm.modem;

/** Where a modem stands. */
public enum ModemState {
    /** Nobody wants it. */
    STOPPED,
    /** A link is being opened, or waits for its next attempt. */
    CONNECTING,
    /** Start-up commands are running, or the module is restarting. */
    STARTING,
    /** The SIM is missing, locked, or asks for a PIN that may not be tried. */
    SIM_UNAVAILABLE,
    /** Everything works but the network does not have us. */
    NOT_REGISTERED,
    /** Messages can be sent and received. */
    READY,
    /** Too many restarts or no answer: it rests before the next attempt. */
    QUARANTINED
}
