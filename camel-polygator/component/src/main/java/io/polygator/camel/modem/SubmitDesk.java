package io.polygator.camel.modem;

import io.polygator.camel.door.RouteRunner;
import io.polygator.camel.modem.PolygatorModemConfiguration.Answer;
import io.polygator.camel.polygator.MessageNotSentException;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the clients of one modem send, as exchanges through the route. Thread-safe. */
final class SubmitDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitDesk.class);

    private final VirtualModemIdentity modem;
    private final Answer answer;
    private final SmsGateway gateway;
    private final RouteRunner route;

    SubmitDesk(VirtualModemIdentity modem, Answer answer, SmsGateway gateway, RouteRunner route) {
        this.modem = modem;
        this.answer = answer;
        this.gateway = gateway;
        this.route = route;
    }

    /**
     * Sends a message.
     *
     * @param reference what the client will be told
     * @return nothing when it was taken, otherwise the error; never fails
     */
    CompletionStage<Optional<FinalResult>> send(SmsSubmit submit, MessageReference reference, Instant now) {
        SubmitMemo memo = new SubmitMemo(modem.name(), reference, submit.statusReportRequested(), answer);
        CompletableFuture<Optional<FinalResult>> answered = new CompletableFuture<>();
        route.run(message -> SubmitHeaders.write(modem, submit, memo, now, message))
                .thenApply(SubmitDesk::outcome)
                .whenComplete((error, failure) -> {
                    if (failure == null) {
                        answered.complete(error);
                    } else {
                        explain(cause(failure)).thenAccept(reason -> answered.complete(Optional.of(reason)));
                    }
                });
        return answered;
    }

    /**
     * A message that may be on its way when the route's patience ends counts as sent: the gateway finds out what became of
     * it, while the client, left without an answer, would send it again.
     */
    private static Optional<FinalResult> outcome(Message message) {
        String state = message.getHeader(PolygatorConstants.STATE, "", String.class);
        return state.equals("failed") ? Optional.of(ModemRefusals.cms(ModemRefusals.UNKNOWN)) : Optional.empty();
    }

    private CompletionStage<FinalResult> explain(Throwable failure) {
        if (failure instanceof MessageNotSentException notSent) {
            return gateway.query(new MessageId(notSent.id()))
                    .handle((found, unknown) ->
                            found(found).map(ModemRefusals::of).orElseGet(() -> ModemRefusals.of(failure)));
        }
        LOG.warn("{} refused a message: {}", modem.name(), failure.toString());
        return CompletableFuture.completedStage(ModemRefusals.of(failure));
    }

    private static Optional<MessageStatus> found(@Nullable Optional<MessageStatus> found) {
        return found == null ? Optional.empty() : found;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
