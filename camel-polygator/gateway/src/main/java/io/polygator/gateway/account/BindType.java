package io.polygator.gateway.account;

/** How an ESME may bind (SMPP 3.4 §4.1). */
public enum BindType {
    TRANSMITTER,
    RECEIVER,
    TRANSCEIVER
}
