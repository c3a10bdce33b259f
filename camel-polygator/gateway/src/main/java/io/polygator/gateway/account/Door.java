package io.polygator.gateway.account;

/** The ways in. */
public enum Door {
    HTTP,
    SMPP,
    MODEM
}
