package io.polygator.smpp.esme;

import java.util.concurrent.CompletionStage;

/**
 * Does what bound ESMEs ask. Called on an I/O thread: it must not block. A stage that fails with
 * {@link SmppRefusedException} gives the peer its status; any other failure gives RUNKNOWNERR and an incident number in
 * the log, and the session goes on.
 */
public interface SmppRequests {

    /** Takes a message over; completes when it is durable, or in transaction mode when the network has answered. */
    CompletionStage<MessageIdText> submit(Esme esme, SubmitRequest request);

    CompletionStage<SubmitMultiResult> submitMulti(Esme esme, SubmitMultiRequest request);

    CompletionStage<QueryAnswer> query(Esme esme, QueryRequest request);

    CompletionStage<Void> cancel(Esme esme, CancelRequest request);

    CompletionStage<Void> replace(Esme esme, ReplaceRequest request);
}
