package io.polygator.smpp.esme;

/** query_sm: what became of a message. Its source must match (SMPP 3.4 §4.8.1). */
public record QueryRequest(String messageId, EsmeAddress source) {}
