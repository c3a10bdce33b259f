package io.polygator.gsm.transport;

/** Whether clients of an encrypted port show a certificate. */
public enum ClientCertificates {
    NONE,
    /** Accepted and checked when shown. */
    OPTIONAL,
    REQUIRED
}
