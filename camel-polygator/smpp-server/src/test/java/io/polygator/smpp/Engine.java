package io.polygator.smpp;

import io.polygator.smpp.esme.CancelRequest;
import io.polygator.smpp.esme.Esme;
import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.esme.QueryAnswer;
import io.polygator.smpp.esme.QueryRequest;
import io.polygator.smpp.esme.ReceiptState;
import io.polygator.smpp.esme.ReplaceRequest;
import io.polygator.smpp.esme.SmppRequests;
import io.polygator.smpp.esme.SubmitMultiRequest;
import io.polygator.smpp.esme.SubmitMultiResult;
import io.polygator.smpp.esme.SubmitRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The other side of the SPI: takes everything, remembers it, numbers it from 1001. */
public final class Engine implements SmppRequests {
    public final List<SubmitRequest> submits = new CopyOnWriteArrayList<>();
    public final List<SubmitMultiRequest> multis = new CopyOnWriteArrayList<>();
    public final List<QueryRequest> queries = new CopyOnWriteArrayList<>();
    public final List<CancelRequest> cancels = new CopyOnWriteArrayList<>();
    public final List<ReplaceRequest> replaces = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong(1000);

    /** What a submission gets; by default the next number at once. */
    public volatile Function<SubmitRequest, CompletionStage<MessageIdText>> onSubmit =
            request -> CompletableFuture.completedFuture(nextId());

    public volatile List<SubmitMultiResult.Refused> refusals = List.of();
    public volatile QueryAnswer answer =
            new QueryAnswer(Optional.of(Instant.parse("2026-11-22T19:47:00Z")), ReceiptState.DELIVERED, 0);

    public MessageIdText nextId() {
        return MessageIdText.of(Long.toString(ids.incrementAndGet()));
    }

    @Override
    public CompletionStage<MessageIdText> submit(Esme esme, SubmitRequest request) {
        submits.add(request);
        return onSubmit.apply(request);
    }

    @Override
    public CompletionStage<SubmitMultiResult> submitMulti(Esme esme, SubmitMultiRequest request) {
        multis.add(request);
        return CompletableFuture.completedFuture(new SubmitMultiResult(nextId(), refusals));
    }

    @Override
    public CompletionStage<QueryAnswer> query(Esme esme, QueryRequest request) {
        queries.add(request);
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public CompletionStage<Void> cancel(Esme esme, CancelRequest request) {
        cancels.add(request);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> replace(Esme esme, ReplaceRequest request) {
        replaces.add(request);
        return CompletableFuture.completedFuture(null);
    }
}
