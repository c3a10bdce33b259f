package io.polygator.camel.eventsh;

import io.polygator.camel.http.HttpAccess;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.NobodySubscribesException;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.message.NoticeResult;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import io.polygator.http.eventsh.EventReader;
import io.polygator.http.eventsh.FirmwareEvent;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Takes what the firmware's script sends; for the routes {@code event-sh-…}. Thread-safe. */
public final class EventSh {
    private static final String AUTHORIZATION = "Authorization";
    /** Set by netty-http from the connection; a header of this name in the request is overwritten. */
    private static final String REMOTE_ADDRESS = "CamelNettyRemoteAddress";

    private static final int SECONDS_UNTIL_SOMEBODY_LISTENS = 30;

    private final HttpAccess access;
    private final EventShSettings settings;
    private final EventReader reader;

    /** The door of those whom the access lets control channels, and of the networks in the settings. */
    public EventSh(HttpAccess access, EventShSettings settings) {
        this.access = access;
        this.settings = settings;
        reader = new EventReader(settings.charset());
    }

    /** Takes what is posted; answers once it is safe. */
    public CompletionStage<Void> post(Exchange exchange) throws ProblemException {
        Message message = exchange.getMessage();
        admit(message);
        byte @Nullable [] body = message.getBody(byte[].class);
        return take(reader.posted(body == null ? new byte[0] : body), exchange);
    }

    /** Takes what stands in the query; answers once it is safe. */
    public CompletionStage<Void> get(Exchange exchange) throws ProblemException {
        Message message = exchange.getMessage();
        admit(message);
        return take(reader.query(message.getHeader(Exchange.HTTP_RAW_QUERY, "", String.class)), exchange);
    }

    private void admit(Message message) throws ProblemException {
        if (isFromNetwork(message)) {
            message.removeHeader(AUTHORIZATION);
        } else {
            access.control(message);
        }
    }

    private boolean isFromNetwork(Message message) {
        return message.getHeader(REMOTE_ADDRESS) instanceof InetSocketAddress remote
                && remote.getAddress() != null
                && settings.networks().stream().anyMatch(network -> network.contains(remote.getAddress()));
    }

    private CompletionStage<Void> take(FirmwareEvent event, Exchange exchange) throws ProblemException {
        SmsGateway gateway = exchange.getContext()
                .getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                .smsGateway();
        CompletionStage<NoticeResult> taken = event.isCall()
                ? gateway.take(event.call(settings::channel))
                : gateway.take(event.message(settings::channel, settings.zone()));
        // of its own: a failure comes out as it is, not wrapped
        CompletableFuture<Void> answered = new CompletableFuture<>();
        taken.whenComplete((result, failure) -> {
            if (failure == null) {
                answer(exchange.getMessage());
                answered.complete(null);
            } else {
                answered.completeExceptionally(problem(failure));
            }
        });
        return answered;
    }

    private static Throwable problem(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof NobodySubscribesException nobody
                ? new ProblemException(
                        Problem.notNow(String.valueOf(nobody.getMessage()), SECONDS_UNTIL_SOMEBODY_LISTENS))
                : cause;
    }

    /** Nothing of the request goes back. */
    private static void answer(Message message) {
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "text/plain");
        message.setBody("OK");
    }
}
