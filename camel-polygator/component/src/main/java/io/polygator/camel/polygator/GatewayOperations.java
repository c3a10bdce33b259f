package io.polygator.camel.polygator;

import static io.polygator.camel.polygator.EventMapping.lower;

import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.message.CancelResult;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelControl;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The operations of a producer: read the exchange, ask the gateway, write the answer. Thread-safe. */
final class GatewayOperations {

    private final OpenGateway open;
    private final SmsGateway gateway;
    private final ChannelChoice choice;
    private final CompleteOn completeOn;
    private final PolygatorConfiguration configuration;
    private final Optional<DoubtPolicy> doubt;
    private final StoreTrouble trouble;
    private final DeadLetterOperations deadLetters;

    /**
     * The operations of one endpoint.
     *
     * @param doubt what is done about segments in doubt of messages that do not say so
     * @param trouble hears what the store takes and refuses
     */
    GatewayOperations(
            OpenGateway open,
            ChannelChoice choice,
            CompleteOn completeOn,
            PolygatorConfiguration configuration,
            Optional<DoubtPolicy> doubt,
            StoreTrouble trouble) {
        this.open = open;
        this.gateway = open.gateway();
        this.choice = choice;
        this.completeOn = completeOn;
        this.configuration = configuration;
        this.doubt = doubt;
        this.trouble = trouble;
        deadLetters = new DeadLetterOperations(gateway.deadLetters());
    }

    ChannelChoice choice() {
        return choice;
    }

    /** Completes once the answer stands in the exchange's message. */
    CompletionStage<Void> run(Exchange exchange) throws SubmitRefusedException {
        Message message = exchange.getMessage();
        return switch (operation(message)) {
            case send -> send(message);
            case query -> query(message);
            case timeline -> timeline(message);
            case cancel -> gateway.cancel(messageId(message)).thenAccept(result -> writeResult(result, message));
            case replace -> replace(message);
            case ussd -> ussd(message);
            case channels -> channels(message);
            case control -> control(message);
            case deadLetters -> deadLetters.list(message);
            case replay -> deadLetters.replay(message);
            case discard -> deadLetters.discard(message);
        };
    }

    private PolygatorOperation operation(Message message) {
        String header = message.getHeader(PolygatorConstants.OPERATION, String.class);
        return header == null ? configuration.getOperation() : PolygatorOperation.named(header);
    }

    private CompletionStage<Void> send(Message message) throws SubmitRefusedException {
        CompletionStage<Submission> submission = gateway.submit(
                        OutboundMapping.read(message, choice(message), configuration, doubt))
                .whenComplete((accepted, failure) -> trouble.submitted(failure));
        if (completeOn == CompleteOn.store) {
            return submission.thenAccept(accepted -> writeSubmission(accepted, message));
        }
        NetworkAnswer answer = new NetworkAnswer(gateway, Duration.ofMillis(configuration.getAnswerTimeout()));
        return submission
                .thenCompose(accepted -> {
                    writeSubmission(accepted, message);
                    return answer.await(accepted.id());
                })
                .thenAccept(status -> writeStatus(status, message));
    }

    private static void writeSubmission(Submission submission, Message message) {
        message.setHeader(PolygatorConstants.MESSAGE_ID, submission.id().value());
        message.setHeader(PolygatorConstants.SEGMENTS, submission.segments());
        message.setHeader(PolygatorConstants.ALPHABET, lower(submission.alphabet()));
    }

    private CompletionStage<Void> query(Message message) {
        MessageId id = messageId(message);
        return gateway.query(id).thenAccept(found -> writeFound(id, found, message));
    }

    private CompletionStage<Void> timeline(Message message) {
        MessageId id = messageId(message);
        return gateway.timeline(id).thenAccept(entries -> {
            if (entries.isEmpty()) {
                throw new UnknownMessageException(id);
            }
            message.setBody(entries);
        });
    }

    private static void writeFound(MessageId id, Optional<MessageStatus> found, Message message) {
        MessageStatus status = found.orElseThrow(() -> new UnknownMessageException(id));
        message.setBody(status);
        writeStatus(status, message);
    }

    private static void writeStatus(MessageStatus status, Message message) {
        message.setHeader(PolygatorConstants.STATE, lower(status.state()));
        message.setHeader(PolygatorConstants.SEGMENTS, status.segments().size());
        message.setHeader(PolygatorConstants.ALPHABET, lower(status.alphabet()));
        message.setHeader(PolygatorConstants.POSSIBLE_DUPLICATE, EventMapping.possibleDuplicate(status));
        status.error().ifPresent(error -> message.setHeader(PolygatorConstants.ERROR, error));
    }

    private CompletionStage<Void> replace(Message message) throws SubmitRefusedException {
        return gateway.replace(messageId(message), OutboundMapping.body(message))
                .thenAccept(result -> writeResult(result, message));
    }

    private static void writeResult(CancelResult result, Message message) {
        message.setHeader(PolygatorConstants.RESULT, lower(result));
    }

    private static MessageId messageId(Message message) {
        String id = message.getHeader(PolygatorConstants.MESSAGE_ID, String.class);
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException(
                    "header " + PolygatorConstants.MESSAGE_ID + " is missing: set it to the id that send gave");
        }
        return new MessageId(id.strip());
    }

    private CompletionStage<Void> ussd(Message message) {
        String code = message.getBody(String.class);
        if (code == null || code.isBlank()) {
            throw new IllegalArgumentException("the body is empty: operation ussd needs a code such as *100#");
        }
        return gateway.ussd(oneChannel(message), code.strip())
                .thenAccept(reply -> EventMapping.writeUssd(reply, message));
    }

    private CompletionStage<Void> channels(Message message) {
        message.setBody(open.channels(choice(message)));
        return CompletableFuture.completedStage(null);
    }

    private CompletionStage<Void> control(Message message) {
        String header = message.getHeader(PolygatorConstants.CONTROL, String.class);
        return gateway.control(oneChannel(message), command(header == null ? message.getBody(String.class) : header));
    }

    private static ChannelControl command(@Nullable String name) {
        try {
            return ChannelControl.valueOf(name == null ? "" : name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "header " + PolygatorConstants.CONTROL + "=" + name + ": use pause, resume or reset", e);
        }
    }

    private String oneChannel(Message message) {
        List<ChannelStatus> channels = open.channels(choice(message));
        if (channels.size() != 1) {
            throw new IllegalArgumentException("this operation needs one channel, not " + channels.size()
                    + ": name it in the URI or in header " + PolygatorConstants.CHANNELS);
        }
        return channels.get(0).name();
    }

    private ChannelChoice choice(Message message) {
        String header = message.getHeader(PolygatorConstants.CHANNELS, String.class);
        if (header == null || header.isBlank()) {
            return choice;
        }
        ChannelChoice narrowed = open.choice(header);
        if (!open.within(choice, narrowed)) {
            throw new IllegalArgumentException("header " + PolygatorConstants.CHANNELS + "=" + header
                    + " names channels that this endpoint does not have: use the endpoint polygator:all");
        }
        return narrowed;
    }
}
