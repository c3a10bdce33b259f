package io.polygator.camel.polygator;

import static io.polygator.camel.polygator.EventMapping.lower;

import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.message.CancelResult;
import io.polygator.gateway.message.MessageChanges;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * The operations about messages that were sent. An exchange that names an account sees its messages only: to it those of
 * others do not exist. Thread-safe.
 */
final class MessageOperations {
    private final SmsGateway gateway;

    MessageOperations(SmsGateway gateway) {
        this.gateway = gateway;
    }

    /** The body becomes the status. */
    CompletionStage<Void> query(Message message) {
        MessageId id = messageId(message);
        return owned(id, message).thenAccept(found -> {
            MessageStatus status = found.orElseThrow(() -> new UnknownMessageException(id));
            message.setBody(status);
            writeStatus(status, message);
        });
    }

    /** The body becomes the list of what happened. */
    CompletionStage<Void> timeline(Message message) {
        MessageId id = messageId(message);
        return allowed(id, message)
                .thenCompose(allowed -> {
                    if (!allowed) {
                        throw new UnknownMessageException(id);
                    }
                    return gateway.timeline(id);
                })
                .thenAccept(entries -> {
                    if (entries.isEmpty()) {
                        throw new UnknownMessageException(id);
                    }
                    message.setBody(entries);
                });
    }

    CompletionStage<Void> cancel(Message message) {
        MessageId id = messageId(message);
        return change(id, message, () -> gateway.cancel(id));
    }

    CompletionStage<Void> replace(Message message) throws SubmitRefusedException {
        MessageId id = messageId(message);
        MessageChanges changes = OutboundMapping.changes(message);
        return change(id, message, () -> gateway.replace(id, changes));
    }

    private CompletionStage<Void> change(
            MessageId id, Message message, Supplier<CompletionStage<CancelResult>> operation) {
        return allowed(id, message)
                .thenCompose(
                        allowed -> allowed ? operation.get() : CompletableFuture.completedStage(CancelResult.UNKNOWN))
                .thenAccept(result -> message.setHeader(PolygatorConstants.RESULT, lower(result)));
    }

    /** The body becomes the list of statuses. */
    CompletionStage<Void> find(Message message) {
        return gateway.page(messageQuery(message), Paging.after(message))
                .thenAccept(page -> Paging.write(page, message));
    }

    private static MessageQuery messageQuery(Message message) {
        return new MessageQuery(
                Headers.text(message, PolygatorConstants.ACCOUNT),
                Headers.text(message, PolygatorConstants.SUBMITTER),
                Headers.text(message, PolygatorConstants.FROM),
                Headers.text(message, PolygatorConstants.TO),
                Headers.text(message, PolygatorConstants.CLIENT_REFERENCE),
                states(message),
                Headers.text(message, PolygatorConstants.CHANNEL),
                Headers.moment(message, PolygatorConstants.SINCE),
                Headers.moment(message, PolygatorConstants.UNTIL),
                Optional.empty(),
                Paging.limit(message));
    }

    private static Set<MessageState> states(Message message) {
        return Headers.list(message, PolygatorConstants.STATE).stream()
                .map(MessageOperations::state)
                .collect(Collectors.toSet());
    }

    private static MessageState state(String name) {
        return Arrays.stream(MessageState.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        Headers.describe(PolygatorConstants.STATE) + "=" + name + ": use some of "
                                + Arrays.stream(MessageState.values())
                                        .map(state -> state.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    /** Writes what headers say of a status. */
    static void writeStatus(MessageStatus status, Message message) {
        message.setHeader(PolygatorConstants.STATE, lower(status.state()));
        message.setHeader(PolygatorConstants.SEGMENTS, status.segments().size());
        message.setHeader(PolygatorConstants.ALPHABET, lower(status.alphabet()));
        message.setHeader(PolygatorConstants.POSSIBLE_DUPLICATE, EventMapping.possibleDuplicate(status));
        status.error().ifPresent(error -> message.setHeader(PolygatorConstants.ERROR, error));
    }

    /** Who names no account is not asked for the owner, which may not be known of what came in. */
    private CompletionStage<Boolean> allowed(MessageId id, Message message) {
        return account(message) == null
                ? CompletableFuture.completedStage(true)
                : owned(id, message).thenApply(Optional::isPresent);
    }

    private CompletionStage<Optional<MessageStatus>> owned(MessageId id, Message message) {
        String account = account(message);
        return gateway.query(id).thenApply(found -> found.filter(status -> AccountRights.owns(account, status)));
    }

    private static @Nullable String account(Message message) {
        return message.getHeader(PolygatorConstants.ACCOUNT, String.class);
    }

    private static MessageId messageId(Message message) {
        return Headers.text(message, PolygatorConstants.MESSAGE_ID)
                .map(MessageId::new)
                .orElseThrow(() -> new IllegalArgumentException(Headers.describe(PolygatorConstants.MESSAGE_ID)
                        + " is missing: set it to the id that send gave"));
    }
}
