package io.polygator.gateway.store;

import io.polygator.gateway.message.MessageId;

/** A segment that left the gateway. */
public record SentSegment(MessageId message, String recipient, Placement placement, StoredSegment segment) {}
