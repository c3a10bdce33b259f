package io.polygator.camel.smpp;

import io.polygator.camel.door.RouteRunner;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.smpp.esme.CancelRequest;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.Esme;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.esme.QueryAnswer;
import io.polygator.smpp.esme.QueryRequest;
import io.polygator.smpp.esme.ReplaceRequest;
import io.polygator.smpp.esme.Replacement;
import io.polygator.smpp.esme.SmppRefusedException;
import io.polygator.smpp.esme.SmppRequests;
import io.polygator.smpp.esme.SubmitMultiRequest;
import io.polygator.smpp.esme.SubmitMultiResult;
import io.polygator.smpp.esme.SubmitOptions;
import io.polygator.smpp.esme.SubmitRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.camel.Message;

/** What ESMEs ask, as exchanges through the route, and what the route says of them as the answer. Thread-safe. */
final class RequestDesk implements SmppRequests {
    private final RouteRunner route;
    private final SubmittedMessages submitted;
    private final ShortIds shortIds = new ShortIds();
    private final InTurn inTurn = new InTurn();

    RequestDesk(RouteRunner route) {
        this.route = route;
        submitted = new SubmittedMessages(route);
    }

    @Override
    public CompletionStage<MessageIdText> submit(Esme esme, SubmitRequest request) {
        return answered(() -> ofSms(request.options(), () -> acceptInTurn(esme, request)));
    }

    private CompletionStage<MessageIdText> acceptInTurn(Esme esme, SubmitRequest request) {
        return SubmitHeaders.together(Gatekeeper.submitter(Door.SMPP, esme.account()), request)
                .map(key -> inTurn.run(key, () -> accept(esme, request)))
                .orElseGet(() -> accept(esme, request));
    }

    private static <T> CompletionStage<T> ofSms(SubmitOptions options, Supplier<CompletionStage<T>> work) {
        try {
            UssdSubmissions.refuse(options);
        } catch (SmppRefusedException e) {
            return CompletableFuture.failedStage(e);
        }
        return work.get();
    }

    private CompletionStage<MessageIdText> accept(Esme esme, SubmitRequest request) {
        return withdrawn(esme, request).thenCompose(done -> send(esme, request, memo(esme, request)));
    }

    /** The first one's id is that of all; who is asked for the id later is told of the first. */
    @Override
    public CompletionStage<SubmitMultiResult> submitMulti(Esme esme, SubmitMultiRequest request) {
        return answered(
                () -> ofSms(request.options(), () -> new MultiSubmission(esme, request, this::memo, this::send).run()));
    }

    private CompletionStage<MessageIdText> send(Esme esme, SubmitRequest request, SubmitMemo memo) {
        return route.run(message -> SubmitHeaders.write(esme, request, memo, message))
                .thenApply(message -> accepted(memo, message));
    }

    private SubmitMemo memo(Esme esme, SubmitRequest request) {
        return SubmitMemos.of(request, shortIds.next(esme.version()));
    }

    private MessageIdText accepted(SubmitMemo memo, Message message) {
        if ("failed".equals(message.getHeader(PolygatorConstants.STATE, String.class))) {
            throw refused(CommandStatus.RDELIVERYFAILURE, "the network refused the message");
        }
        String id = message.getHeader(PolygatorConstants.MESSAGE_ID, String.class);
        if (id == null) {
            throw refused(
                    CommandStatus.RSYSERR,
                    "the route took a submission and gave it no id: let it set header "
                            + PolygatorConstants.MESSAGE_ID);
        }
        return memo.shortId().map(shortId -> new MessageIdText(id, shortId)).orElseGet(() -> MessageIdText.of(id));
    }

    /** replace_if_present: what waits with the same source, destination and service type is taken back first. */
    private CompletionStage<Void> withdrawn(Esme esme, SubmitRequest request) {
        if (request.options().replacement() != Replacement.IF_PRESENT) {
            return CompletableFuture.completedStage(null);
        }
        return submitted
                .waiting(
                        esme,
                        request.source(),
                        request.destination(),
                        request.options().serviceType())
                .thenCompose(found -> submitted.cancelAll(esme, found))
                .thenAccept(count -> {});
    }

    @Override
    public CompletionStage<QueryAnswer> query(Esme esme, QueryRequest request) {
        return answered(() ->
                submitted.find(esme, request.messageId(), request.source()).thenApply(RequestDesk::answer));
    }

    private static QueryAnswer answer(MessageStatus status) {
        int error = SmppStates.error(status).value();
        return new QueryAnswer(status.settledAt(), SmppStates.state(status), Math.min(error, 255));
    }

    @Override
    public CompletionStage<Void> cancel(Esme esme, CancelRequest request) {
        return answered(() -> request instanceof CancelRequest.One one
                ? cancelOne(esme, one)
                : cancelMatching(esme, (CancelRequest.Matching) request));
    }

    private CompletionStage<Void> cancelOne(Esme esme, CancelRequest.One one) {
        return submitted
                .find(esme, one.messageId(), one.source())
                .thenCompose(status -> submitted.cancelAll(esme, List.of(status)))
                .thenAccept(count -> require(count == 1, CommandStatus.RCANCELFAIL, "the message has left"));
    }

    private CompletionStage<Void> cancelMatching(Esme esme, CancelRequest.Matching request) {
        return submitted
                .waiting(esme, request.source(), request.destination(), request.serviceType())
                .thenCompose(found -> submitted.cancelAll(esme, found))
                .thenAccept(count -> require(count > 0, CommandStatus.RCANCELFAIL, "no such message waits"));
    }

    @Override
    public CompletionStage<Void> replace(Esme esme, ReplaceRequest request) {
        return answered(() -> submitted
                .find(esme, request.messageId(), request.source())
                .thenCompose(status -> {
                    SubmitMemo memo = SubmittedMessages.memo(status).orElseThrow();
                    return route.run(message -> ReplaceHeaders.write(esme, request, status, memo, message));
                })
                .thenAccept(message -> require(
                        "done".equals(message.getHeader(PolygatorConstants.RESULT, String.class)),
                        CommandStatus.RREPLACEFAIL,
                        "the message has left")));
    }

    /** Failures in the words of SMPP. */
    private static <T> CompletionStage<T> answered(Supplier<CompletionStage<T>> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        work.get().whenComplete((value, failure) -> {
            if (failure == null) {
                answer.complete(value);
            } else {
                answer.completeExceptionally(SmppRefusals.of(failure));
            }
        });
        return answer;
    }

    private static void require(boolean holds, CommandStatus otherwise, String reason) {
        if (!holds) {
            throw refused(otherwise, reason);
        }
    }

    static CompletionException refused(CommandStatus status, String reason) {
        return new CompletionException(new SmppRefusedException(status, reason));
    }

    /** Whether an address that a request gives is that of the submission; one that is not given is. */
    static boolean matches(EsmeAddress given, EsmeAddress submitted) {
        return given.isEmpty() || given.value().equals(submitted.value());
    }
}
