package io.polygator.gsm.modem;

/** The module types of Polygator boards. */
public enum ModuleType {
    M10,
    SIM300,
    SIM900,
    SIM5215,
    /** Not recognised: the common subset of commands is used. */
    GENERIC
}
