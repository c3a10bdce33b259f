package io.polygator.gsm.modem;

/** How hard a modem is restarted by {@link Modem#reset}; none of them cuts its power. */
public enum ResetKind {
    /** A new link and a new start-up. */
    LINK,
    /** Radio off and on. */
    RADIO,
    /** Restart of the module by command. */
    MODULE
}
