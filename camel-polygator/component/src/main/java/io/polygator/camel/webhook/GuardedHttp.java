package io.polygator.camel.webhook;

import io.polygator.gsm.octets.Octets;
import io.polygator.http.client.GuardedHttpClient;
import io.polygator.http.client.HttpCall;
import io.polygator.http.client.HttpReply;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;
import org.jspecify.annotations.Nullable;

/**
 * A step of routes, {@code process: ref: guardedHttp}, that makes an HTTP request to an address that somebody else has
 * chosen. The header {@code CamelHttpUri} says where, {@code CamelHttpMethod} how (POST with a body, GET without); body,
 * {@code Content-Type} and {@code Authorization} go with it, and no other header does. Afterwards the body is the
 * answer's text, {@code CamelHttpResponseCode} its status. An answer other than 2xx fails the exchange, as does an address that the
 * guard forbids. No thread is held while it waits.
 */
public final class GuardedHttp extends AsyncProcessorSupport {
    private static final List<String> PASSED = List.of(Exchange.CONTENT_TYPE, "Authorization");

    private final GuardedHttpClient client;
    private final CamelContext context;
    private @Nullable ExecutorService afterwards;

    /** @param context gives the threads on which exchanges go on, since the client's own must not be blocked */
    public GuardedHttp(GuardedHttpClient client, CamelContext context) {
        this.client = client;
        this.context = context;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        HttpCall call;
        try {
            call = call(exchange.getMessage());
        } catch (IllegalArgumentException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        client.exchange(exchange.getFromRouteId(), call)
                .whenCompleteAsync((reply, failure) -> finish(exchange, callback, call, reply, failure), executor());
        return false;
    }

    private synchronized ExecutorService executor() {
        if (afterwards == null) {
            afterwards = context.getExecutorServiceManager().newDefaultThreadPool(this, "PolygatorHttp");
        }
        return afterwards;
    }

    private static void finish(
            Exchange exchange,
            AsyncCallback callback,
            HttpCall call,
            @Nullable HttpReply reply,
            @Nullable Throwable failure) {
        if (reply != null) {
            answer(exchange, call, reply);
        } else {
            exchange.setException(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
        }
        callback.done(false);
    }

    private static void answer(Exchange exchange, HttpCall call, HttpReply reply) {
        Message message = exchange.getMessage();
        message.removeHeader(Exchange.CONTENT_TYPE);
        message.removeHeader("Authorization");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
        message.setBody(reply.text());
        if (!reply.successful()) {
            exchange.setException(new UnexpectedAnswerException(call, reply));
        }
    }

    private static HttpCall call(Message message) {
        Octets body = Optional.ofNullable(message.getBody(byte[].class))
                .map(Octets::copyOf)
                .orElse(Octets.empty());
        String method = message.getHeader(Exchange.HTTP_METHOD, body.isEmpty() ? "GET" : "POST", String.class);
        URI uri = uri(message.getHeader(Exchange.HTTP_URI, "", String.class));
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : PASSED) {
            Optional.ofNullable(message.getHeader(name, String.class)).ifPresent(value -> headers.put(name, value));
        }
        return new HttpCall(method, uri, headers, body);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // it may carry a password: what is wrong is said, and not of what
            throw new IllegalArgumentException(Exchange.HTTP_URI + " holds no URL: " + e.getReason(), e);
        }
    }
}
