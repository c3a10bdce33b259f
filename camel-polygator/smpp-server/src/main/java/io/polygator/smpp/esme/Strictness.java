package io.polygator.smpp.esme;

/** How exactly an ESME has to keep to the specification. */
public enum Strictness {
    /** Accepts values outside of the tables where their meaning is clear. */
    LENIENT,
    /** Refuses them with the status that the specification has for the field. */
    STRICT
}
