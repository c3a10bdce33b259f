package io.polygator.smpp.session;

import io.polygator.smpp.esme.CancelRequest;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.Esme;
import io.polygator.smpp.esme.EsmeProfile;
import io.polygator.smpp.esme.InterfaceVersion;
import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.esme.QueryAnswer;
import io.polygator.smpp.esme.QueryRequest;
import io.polygator.smpp.esme.ReplaceRequest;
import io.polygator.smpp.esme.SmppRequests;
import io.polygator.smpp.esme.SubmitMultiRequest;
import io.polygator.smpp.esme.SubmitMultiResult;
import io.polygator.smpp.esme.SubmitRequest;
import io.polygator.smpp.esme.SubmitRules;
import io.polygator.smpp.message.SubmissionReader;
import io.polygator.smpp.wire.Command;
import io.polygator.smpp.wire.Pdu;
import io.polygator.smpp.wire.PduComposer;
import io.polygator.smpp.wire.PduDecoder;
import io.polygator.smpp.wire.PduException;
import io.polygator.smpp.wire.SmppTime;
import io.polygator.smpp.wire.Tag;
import io.polygator.smpp.wire.Tlv;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What a bound ESME asks, from the frame to the response: each request is answered exactly once. Loop only. */
final class RequestDesk {
    private static final int WHOLE = 100;

    private final Connection connection;
    private final SessionContext context;
    private final Esme esme;
    private final EsmeProfile profile;
    private final Account account;
    private final Admission admission;
    private final Runnable onAnswered;

    /** Submissions whose response has not left, by the ticket of the account. */
    private final Set<Long> tickets = new HashSet<>();

    private boolean closed;
    private int unanswered;
    private long submits;
    private long refused;

    RequestDesk(
            Connection connection,
            SessionContext context,
            Esme esme,
            EsmeProfile profile,
            Account account,
            Runnable onAnswered) {
        this.connection = connection;
        this.context = context;
        this.esme = esme;
        this.profile = profile;
        this.account = account;
        this.admission = new Admission(connection, profile.submits());
        this.onAnswered = onAnswered;
    }

    int unanswered() {
        return unanswered;
    }

    long submits() {
        return submits;
    }

    long refused() {
        return refused;
    }

    /** One request that is in work. */
    private record Request(Command command, int sequence) {
        @Override
        public String toString() {
            return command + " " + Integer.toUnsignedString(sequence);
        }
    }

    void handle(Command command, int sequence, byte[] frame) {
        Request request = new Request(command, sequence);
        if (command.isSubmission()) {
            submission(request, frame);
            return;
        }
        unanswered++;
        if (unanswered > profile.submits().window()) {
            refuse(request, CommandStatus.RTHROTTLED);
            return;
        }
        try {
            switch (command) {
                case QUERY_SM -> query(request, frame);
                case CANCEL_SM -> cancel(request, frame);
                case REPLACE_SM -> replace(request, frame);
                default -> refuse(request, CommandStatus.RINVCMDID);
            }
        } catch (PduException e) {
            refuse(request, e.status());
        } catch (RuntimeException e) {
            refuse(request, statusOf(e, request));
        }
    }

    // Submissions.

    private void submission(Request request, byte[] frame) {
        submits++;
        unanswered++;
        if (unanswered > profile.submits().window()) {
            refuse(request, CommandStatus.RTHROTTLED);
            return;
        }
        OptionalLong ticket = account.openSubmit(profile.submits().accountWindow());
        if (ticket.isEmpty()) {
            refuse(request, CommandStatus.RMSGQFUL);
            return;
        }
        tickets.add(ticket.getAsLong());
        try {
            read(new Submission(request, ticket.getAsLong()), frame);
        } catch (PduException e) {
            refuse(new Submission(request, ticket.getAsLong()), e.status());
        } catch (RuntimeException e) {
            refuse(new Submission(request, ticket.getAsLong()), statusOf(e, request));
        }
    }

    private record Submission(Request request, long ticket) {}

    private void read(Submission submission, byte[] frame) throws PduException {
        SubmissionReader reader =
                new SubmissionReader(esme.version(), profile, context.clock().instant());
        switch (submission.request().command()) {
            case DATA_SM -> submit(submission, reader.dataSm(PduDecoder.dataSm(frame)));
            case SUBMIT_MULTI -> submitMulti(submission, reader.submitMulti(PduDecoder.submitMulti(frame)));
            default -> submit(submission, reader.submitSm(PduDecoder.submitSm(frame)));
        }
    }

    private void submit(Submission submission, SubmitRequest request) {
        SmppRequests requests = context.requests();
        admit(
                submission,
                request.options().segments(),
                () -> requests.submit(esme, request),
                id -> tell(submission, id, response(submission.request(), id)));
    }

    private byte[] response(Request request, MessageIdText id) {
        return PduComposer.submitResponse(
                request.command(), request.sequence(), id.forVersion(esme.version()), congestion());
    }

    private List<Tlv> congestion() {
        return esme.version() == InterfaceVersion.V5_0 ? List.of(Tlv.ofOctet(Tag.CONGESTION_STATE, load())) : List.of();
    }

    /**
     * How much of a window is taken by what else waits for its answer, 0 to 99; of the fuller one of bind and account.
     * At 100 a further submission would be refused, and so it is told by a status.
     */
    private int load() {
        SubmitRules rules = profile.submits();
        return Math.max(share(unanswered - 1, rules.window()), share(account.unanswered() - 1, rules.accountWindow()));
    }

    private static int share(int others, int window) {
        return Math.max(0, Math.min(others * WHOLE / window, WHOLE));
    }

    private void submitMulti(Submission submission, SubmissionReader.Multi multi) {
        SubmitMultiRequest request = multi.request();
        admit(
                submission,
                request.options().segments() * request.destinations().size(),
                () -> context.requests().submitMulti(esme, request),
                result -> tell(submission, result.id(), response(submission.request(), multi, result)));
    }

    private byte[] response(Request request, SubmissionReader.Multi multi, SubmitMultiResult result) {
        List<SubmitMultiResult.Refused> all = new ArrayList<>(multi.refused());
        all.addAll(result.refused());
        return PduComposer.submitMultiResponse(request.sequence(), result.id().forVersion(esme.version()), all);
    }

    private interface Answer<T> {
        void give(T result);
    }

    private <T> void admit(Submission submission, int segments, Supplier<CompletionStage<T>> work, Answer<T> answer) {
        admission.ask(
                segments,
                () -> perform(work)
                        .whenComplete((result, failure) -> connection.onLoop(() -> {
                            if (failure != null) {
                                refuse(submission, failure);
                            } else {
                                give(submission, answer, result);
                            }
                        })),
                () -> refuse(submission, CommandStatus.RTHROTTLED));
    }

    // Nothing has been sent when this fails: a response that cannot be composed is an incident like any other.
    private <T> void give(Submission submission, Answer<T> answer, T result) {
        try {
            answer.give(result);
        } catch (RuntimeException e) {
            refuse(submission, statusOf(e, submission.request()));
        }
    }

    private CommandStatus statusOf(Throwable failure, Request request) {
        return Incidents.statusOf(failure, request + " of " + esme.account());
    }

    // A callee that throws instead of giving a failed stage has failed all the same.
    private static <T> CompletionStage<T> perform(Supplier<CompletionStage<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void tell(Submission submission, MessageIdText id, byte[] response) {
        if (closed) {
            return;
        }
        connection.send(response, () -> {
            if (tickets.remove(submission.ticket())) {
                account.submitTold(submission.ticket(), id.text());
            }
        });
        answered();
    }

    private void refuse(Submission submission, Throwable failure) {
        if (!closed) {
            Incidents.refusedId(failure).ifPresent(account::submitRefused);
        }
        refuse(submission, statusOf(failure, submission.request()));
    }

    private void refuse(Submission submission, CommandStatus status) {
        if (tickets.remove(submission.ticket())) {
            account.submitClosed(submission.ticket());
        }
        refuse(submission.request(), status);
    }

    private void refuse(Request request, CommandStatus status) {
        if (closed) {
            return;
        }
        if (request.command().isSubmission()) {
            refused++;
        }
        connection.send(Responses.error(
                request.command(), status, request.sequence(), profile.submits().errorBody()));
        answered();
    }

    private void answered() {
        unanswered--;
        onAnswered.run();
    }

    // Questions about messages.

    private void query(Request request, byte[] frame) throws PduException {
        Pdu.Query pdu = PduDecoder.querySm(frame);
        requireId(pdu.messageId());
        QueryRequest query = new QueryRequest(pdu.messageId(), pdu.source());
        answer(request, () -> context.requests().query(esme, query), answer -> queryResponse(request, query, answer));
    }

    private byte[] queryResponse(Request request, QueryRequest query, QueryAnswer answer) {
        String finalDate = answer.finalDate()
                .map(date -> SmppTime.format(date, profile.deliveries().zone()))
                .orElse("");
        return PduComposer.queryResponse(request.sequence(), query.messageId(), finalDate, answer);
    }

    private void cancel(Request request, byte[] frame) throws PduException {
        Pdu.Cancel pdu = PduDecoder.cancelSm(frame);
        CancelRequest cancel =
                pdu.messageId().isEmpty() ? matching(pdu) : new CancelRequest.One(pdu.messageId(), pdu.source());
        answer(request, () -> context.requests().cancel(esme, cancel), done -> done(request));
    }

    private static CancelRequest matching(Pdu.Cancel pdu) throws PduException {
        if (pdu.destination().isEmpty()) {
            throw new PduException(CommandStatus.RINVDSTADR, "destination_addr");
        }
        return new CancelRequest.Matching(pdu.serviceType(), pdu.source(), pdu.destination());
    }

    private void replace(Request request, byte[] frame) throws PduException {
        Pdu.Replace pdu = PduDecoder.replaceSm(frame);
        requireId(pdu.messageId());
        ReplaceRequest replace =
                new SubmissionReader(esme.version(), profile, context.clock().instant()).replaceSm(pdu);
        answer(request, () -> context.requests().replace(esme, replace), done -> done(request));
    }

    private static void requireId(String messageId) throws PduException {
        if (messageId.isEmpty()) {
            throw new PduException(CommandStatus.RINVMSGID, "message_id");
        }
    }

    private static byte[] done(Request request) {
        return PduComposer.header(request.command().responseId(), CommandStatus.ROK, request.sequence());
    }

    private interface Response<T> {
        byte[] to(T result);
    }

    private <T> void answer(Request request, Supplier<CompletionStage<T>> work, Response<T> response) {
        var unused = perform(work)
                .whenComplete((result, failure) -> connection.onLoop(() -> {
                    if (failure != null) {
                        refuse(request, statusOf(failure, request));
                    } else {
                        give(request, response, result);
                    }
                }));
    }

    private <T> void give(Request request, Response<T> response, T result) {
        byte[] composed;
        try {
            composed = response.to(result);
        } catch (RuntimeException e) {
            refuse(request, statusOf(e, request));
            return;
        }
        if (!closed) {
            connection.send(composed);
            answered();
        }
    }

    /** The session is over: nobody will read a response. */
    void close() {
        closed = true;
        admission.close();
        for (long ticket : tickets) {
            account.submitClosed(ticket);
        }
        tickets.clear();
    }
}
