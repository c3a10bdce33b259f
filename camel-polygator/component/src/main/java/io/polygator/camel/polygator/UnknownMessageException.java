package io.polygator.camel.polygator;

import io.polygator.gateway.message.MessageId;

/** A message was asked for that the gateway does not know, or has forgotten. */
public final class UnknownMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String id;

    UnknownMessageException(MessageId id) {
        super("there is no message " + id + ": it was never accepted, or it is too old", null, false, false);
        this.id = id.value();
    }

    public String id() {
        return id;
    }
}
