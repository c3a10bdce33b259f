package io.polygator.smpp.esme;

/** cancel_sm: one message, or all that wait for one destination (SMPP 3.4 §4.9.1). */
public sealed interface CancelRequest {

    /** One message; its source must match. */
    record One(String messageId, EsmeAddress source) implements CancelRequest {}

    /**
     * Every pending message from the source to the destination.
     *
     * @param serviceType empty for the default one
     */
    record Matching(String serviceType, EsmeAddress source, EsmeAddress destination) implements CancelRequest {}
}
