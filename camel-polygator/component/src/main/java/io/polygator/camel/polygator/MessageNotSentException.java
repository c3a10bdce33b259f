package io.polygator.camel.polygator;

import io.polygator.gateway.message.MessageId;

/** A message certainly did not reach its recipient; sending it again makes no duplicate. */
public final class MessageNotSentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String id;

    public MessageNotSentException(MessageId id, String reason) {
        super("message " + id + " was not sent: " + reason, null, false, false);
        this.id = id.value();
    }

    public String id() {
        return id;
    }
}
