package io.polygator.gateway.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a message of which nothing has left is to say or to do instead; what is left out stays as it was. Prints without
 * the text.
 *
 * @param body what it says
 * @param validity how long it is worth sending from now on
 * @param sendAt not to be sent before; a moment that has passed lets it go at once
 * @param reportRequested whether a delivery report is asked for
 * @param context what its submitter wants to read in events about it
 */
public record MessageChanges(
        Optional<MessageBody> body,
        Optional<Duration> validity,
        Optional<Instant> sendAt,
        Optional<Boolean> reportRequested,
        Optional<String> context) {

    /** Another body and nothing else. */
    public static MessageChanges body(MessageBody body) {
        return new MessageChanges(
                Optional.of(body), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether everything is left out. */
    public boolean isEmpty() {
        return body.isEmpty()
                && validity.isEmpty()
                && sendAt.isEmpty()
                && reportRequested.isEmpty()
                && context.isEmpty();
    }

    /** The request with the changes made. */
    public OutboundMessage of(OutboundMessage request) {
        Origin origin = request.origin();
        return request.draft()
                .body(body.orElse(request.body()))
                .validity(validity.or(request::validity))
                .sendAt(sendAt.or(request::sendAt))
                .reportRequested(reportRequested.orElse(request.reportRequested()))
                .origin(new Origin(
                        origin.submitter(), origin.account(), origin.clientReference(), context.or(origin::context)))
                .done();
    }
}
