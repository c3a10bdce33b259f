package io.polygator.camel.smpp;

import io.polygator.camel.door.RouteRunner;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.Esme;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.InterfaceVersion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.apache.camel.Message;

/** Finds and takes back what an account has submitted before, by exchanges through the route. Thread-safe. */
final class SubmittedMessages {
    private static final Pattern MESSAGE_ID = Pattern.compile("\\d{1,20}");
    private static final int MOST = 1000;

    private final RouteRunner route;

    SubmittedMessages(RouteRunner route) {
        this.route = route;
    }

    /** The message of an id that the ESME was told, if the source is the one it was submitted with. */
    CompletionStage<MessageStatus> find(Esme esme, String messageId, EsmeAddress source) {
        CompletionStage<Optional<MessageStatus>> found =
                esme.version() == InterfaceVersion.V3_3 ? byShortId(esme, messageId) : byId(esme, messageId);
        return found.thenApply(status -> status.filter(known -> isFrom(source, known))
                .orElseThrow(() -> RequestDesk.refused(CommandStatus.RINVMSGID, "there is no such message")));
    }

    private CompletionStage<Optional<MessageStatus>> byId(Esme esme, String messageId) {
        if (!MESSAGE_ID.matcher(messageId).matches()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return route.run(message -> {
                    ask(esme, "query", message);
                    message.setHeader(PolygatorConstants.MESSAGE_ID, messageId);
                })
                .thenApply(message -> Optional.ofNullable(message.getBody(MessageStatus.class)));
    }

    private CompletionStage<Optional<MessageStatus>> byShortId(Esme esme, String shortId) {
        return route.run(message -> {
                    ask(esme, "find", message);
                    message.setHeader(PolygatorConstants.CLIENT_REFERENCE, shortId);
                    message.setHeader(PolygatorConstants.LIMIT, 1);
                })
                .thenApply(message -> statuses(message).stream().findFirst());
    }

    /** The account's messages of which nothing has left, from one address to another. */
    CompletionStage<List<MessageStatus>> waiting(
            Esme esme, EsmeAddress source, EsmeAddress destination, String serviceType) {
        return route.run(message -> {
                    ask(esme, "find", message);
                    message.setHeader(
                            PolygatorConstants.TO,
                            destination
                                    .toSmsAddress()
                                    .map(address -> address.display())
                                    .orElse(destination.value()));
                    message.setHeader(PolygatorConstants.STATE, "queued");
                    message.setHeader(PolygatorConstants.LIMIT, MOST);
                })
                .thenApply(message -> statuses(message).stream()
                        .filter(status -> memo(status)
                                .filter(memo -> memo.source().value().equals(source.value())
                                        && memo.serviceType().equals(serviceType))
                                .isPresent())
                        .toList());
    }

    /** How many of them could be taken back. */
    CompletionStage<Integer> cancelAll(Esme esme, List<MessageStatus> messages) {
        CompletionStage<Integer> count = CompletableFuture.completedStage(0);
        for (MessageStatus status : messages) {
            count = count.thenCompose(before -> cancel(esme, status).thenApply(done -> before + (done ? 1 : 0)));
        }
        return count;
    }

    private CompletionStage<Boolean> cancel(Esme esme, MessageStatus status) {
        return route.run(message -> {
                    ask(esme, "cancel", message);
                    message.setHeader(PolygatorConstants.MESSAGE_ID, status.id().value());
                })
                .thenApply(message -> "done".equals(message.getHeader(PolygatorConstants.RESULT, String.class)));
    }

    private static void ask(Esme esme, String operation, Message message) {
        SubmitHeaders.owner(esme, message);
        message.setHeader(PolygatorConstants.OPERATION, operation);
    }

    @SuppressWarnings("unchecked")
    private static List<MessageStatus> statuses(Message message) {
        return (List<MessageStatus>) message.getBody(List.class);
    }

    private static boolean isFrom(EsmeAddress source, MessageStatus status) {
        return memo(status)
                .filter(memo -> RequestDesk.matches(source, memo.source()))
                .isPresent();
    }

    /** What was kept with the submission; empty when it did not come by SMPP. */
    static Optional<SubmitMemo> memo(MessageStatus status) {
        return status.origin().context().flatMap(SubmitMemo::decode);
    }
}
