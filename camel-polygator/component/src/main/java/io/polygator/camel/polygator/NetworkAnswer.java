package io.polygator.camel.polygator;

import static io.polygator.camel.polygator.EventMapping.lower;

import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.message.CancelResult;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the network's answer to a message, for a bounded time. When the time is over, a message of which nothing has
 * left is taken back: whoever sent it may then send it again without making a duplicate.
 */
final class NetworkAnswer {

    private final SmsGateway gateway;
    private final Duration longest;

    NetworkAnswer(SmsGateway gateway, Duration longest) {
        this.gateway = gateway;
        this.longest = longest;
    }

    /** Fails with {@link MessageNotSentException} when it is certain that the message was not sent. */
    CompletionStage<MessageStatus> await(MessageId id) {
        return gateway.answered(id)
                .thenApply(Optional::of)
                .toCompletableFuture()
                .completeOnTimeout(Optional.empty(), longest.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(answer -> answer.<CompletionStage<MessageStatus>>map(CompletableFuture::completedStage)
                        .orElseGet(() -> takeBack(id)))
                .thenApply(NetworkAnswer::sentOrThrow);
    }

    private CompletionStage<MessageStatus> takeBack(MessageId id) {
        return gateway.cancel(id).thenCompose(result -> {
            if (result == CancelResult.DONE) {
                throw new MessageNotSentException(
                        id, "no channel took it within " + longest + ", so it was taken back; see operation channels");
            }
            return gateway.query(id).thenApply(found -> found.orElseThrow(() -> new UnknownMessageException(id)));
        });
    }

    private static MessageStatus sentOrThrow(MessageStatus status) {
        if (status.state() == MessageState.FAILED
                || status.state() == MessageState.EXPIRED
                || status.state() == MessageState.CANCELLED) {
            throw new MessageNotSentException(
                    status.id(),
                    lower(status.state())
                            + status.error().map(error -> ", " + error).orElse(""));
        }
        return status;
    }
}
