package io.polygator.camel.kannel;

import io.polygator.http.kannel.KannelAnswer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Writes an answer. Nothing of the request goes back. */
final class KannelReply {
    private static final String HEAD = "HEAD";

    private KannelReply() {}

    /** @param retryAfter seconds; 0 for none */
    static void write(Message message, KannelAnswer answer, int retryAfter) {
        write(message, answer.status(), "text/html", answer.text());
        message.setHeader("Pragma", "no-cache");
        message.setHeader("Cache-Control", "no-cache");
        if (retryAfter > 0) {
            message.setHeader("Retry-After", retryAfter);
        }
    }

    static void write(Message message, int status, String mediaType, String body) {
        @Nullable String method = message.getExchange().getProperty(KannelRequests.METHOD, String.class);
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, mediaType);
        message.setBody(HEAD.equals(method) ? "" : body);
    }
}
