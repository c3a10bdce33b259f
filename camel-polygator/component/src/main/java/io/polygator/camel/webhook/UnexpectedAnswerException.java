package io.polygator.camel.webhook;

import io.polygator.http.client.HttpCall;
import io.polygator.http.client.HttpReply;
import java.io.IOException;

/** A web server answered with another status than 2xx. */
public final class UnexpectedAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    UnexpectedAnswerException(HttpCall call, HttpReply reply) {
        super(call + " was answered with " + reply.status()
                + (reply.status() / 100 == 3 ? ", a redirect, and those are not followed" : ""));
        status = reply.status();
    }

    /** 200 to 599. */
    public int status() {
        return status;
    }
}
