package io.polygator.camel.kannel;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageState;
import io.polygator.http.kannel.KannelParameters;
import io.polygator.http.kannel.KannelStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Answers as Kannel's status pages do; for the routes {@code kannel-status-…}. Thread-safe. */
public final class KannelStatusPages {
    private static final int OK = 200;
    private static final String DENIED = "Denied";
    private static final MessageQuery QUEUED =
            MessageQuery.newest(MessageQuery.HIGHEST_LIMIT).in(Set.of(MessageState.QUEUED, MessageState.SENDING));

    private final Optional<String> password;
    private final String version;
    private final InstantSource clock;
    private final Instant startedAt;

    /** @param password without one nobody sees anything */
    public KannelStatusPages(Optional<String> password, String version, InstantSource clock) {
        this.password = password;
        this.version = version;
        this.clock = clock;
        startedAt = clock.instant();
    }

    /** The page as text. */
    public CompletionStage<Void> text(Exchange exchange) {
        return write(exchange, "text/plain", KannelStatus::text, DENIED);
    }

    /** The page as XML. */
    public CompletionStage<Void> xml(Exchange exchange) {
        return write(exchange, "text/plain", KannelStatus::xml, DENIED);
    }

    /** The page as HTML. */
    public CompletionStage<Void> html(Exchange exchange) {
        return write(
                exchange,
                "text/html",
                KannelStatus::html,
                "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 3.2//EN\">\n<html>\n<title>Kannel</title>\n<body>\n<p>"
                        + DENIED + "</p>\n</body></html>\n");
    }

    /** Kannel answers 200 also when the password is wrong. */
    private CompletionStage<Void> write(
            Exchange exchange, String mediaType, Function<KannelStatus, String> page, String denied) {
        Message message = exchange.getMessage();
        String query = message.getHeader(Exchange.HTTP_RAW_QUERY, "", String.class);
        Optional<String> given = KannelParameters.ofQuery(query).text("password");
        if (password.isEmpty() || given.isEmpty() || !isSame(password.get(), given.get())) {
            KannelReply.write(message, OK, mediaType, denied);
            return CompletableFuture.completedStage(null);
        }
        SmsGateway gateway = exchange.getContext()
                .getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                .smsGateway();
        return gateway.find(QUEUED)
                .thenAccept(queued -> KannelReply.write(
                        message,
                        OK,
                        mediaType,
                        page.apply(new KannelStatus(
                                version,
                                Duration.between(startedAt, clock.instant()),
                                queued.size(),
                                gateway.channels()))));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
