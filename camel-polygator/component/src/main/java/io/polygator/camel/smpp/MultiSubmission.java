package io.polygator.camel.smpp;

import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.Esme;
import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.esme.SmppRefusedException;
import io.polygator.smpp.esme.SubmitMultiRequest;
import io.polygator.smpp.esme.SubmitMultiRequest.Destination;
import io.polygator.smpp.esme.SubmitMultiResult;
import io.polygator.smpp.esme.SubmitMultiResult.Refused;
import io.polygator.smpp.esme.SubmitRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One message to several destinations (SMPP 3.4 §4.5): a message of its own for each, one after the other, all under the
 * id of the first that is accepted. Used once.
 */
final class MultiSubmission {

    /** Hands one of them to the route. */
    @FunctionalInterface
    interface Sending {
        CompletionStage<MessageIdText> send(Esme esme, SubmitRequest request, SubmitMemo memo);
    }

    private final Esme esme;
    private final SubmitMultiRequest request;
    private final BiFunction<Esme, SubmitRequest, SubmitMemo> memos;
    private final Sending sending;
    private final Iterator<Destination> destinations;
    private final List<Refused> refused = new ArrayList<>();
    private Optional<MessageIdText> id = Optional.empty();
    private @Nullable Throwable lastFailure;

    MultiSubmission(
            Esme esme, SubmitMultiRequest request, BiFunction<Esme, SubmitRequest, SubmitMemo> memos, Sending sending) {
        this.esme = esme;
        this.request = request;
        this.memos = memos;
        this.sending = sending;
        destinations = request.destinations().iterator();
    }

    /** Fails with the last failure when no destination was accepted. */
    CompletionStage<SubmitMultiResult> run() {
        if (!destinations.hasNext()) {
            return id.<CompletionStage<SubmitMultiResult>>map(
                            shared -> CompletableFuture.completedStage(new SubmitMultiResult(shared, refused)))
                    .orElseGet(() -> CompletableFuture.failedStage(lastFailure));
        }
        Destination destination = destinations.next();
        SubmitRequest one = request.to(destination);
        SubmitMemo memo = memos.apply(esme, one);
        SubmitMemo shared = id.map(memo::sharing).orElse(memo);
        return sending.send(esme, one, shared)
                .handle((accepted, failure) -> noted(destination, accepted, failure))
                .thenCompose(done -> run());
    }

    private @Nullable Void noted(
            Destination destination, @Nullable MessageIdText accepted, @Nullable Throwable failure) {
        if (failure != null) {
            Throwable cause = SmppRefusals.of(failure);
            lastFailure = cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
            refused.add(new Refused(
                    destination.address(),
                    lastFailure instanceof SmppRefusedException known ? known.status() : CommandStatus.RSYSERR));
        } else if (id.isEmpty()) {
            id = Optional.ofNullable(accepted);
        }
        return null;
    }
}
