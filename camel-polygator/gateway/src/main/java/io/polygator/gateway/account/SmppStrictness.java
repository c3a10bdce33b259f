package io.polygator.gateway.account;

/** How exactly an ESME has to keep to the specification. */
public enum SmppStrictness {
    /** Values outside of its tables pass where their meaning is clear. */
    LENIENT,
    /** They are refused with the status that it has for the field. */
    STRICT
}
