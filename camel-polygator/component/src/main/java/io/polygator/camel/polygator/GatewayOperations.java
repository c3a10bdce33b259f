package io.polygator.camel.polygator;

import static io.polygator.camel.polygator.EventMapping.lower;

import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.Accounts;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelControl;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.message.OutboundMessage;
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
    private final AccountRights rights;
    private final MessageOperations messages;
    private final InboundOperations inbound;
    private final UssdOperations ussdSessions;
    private final DeadLetterOperations deadLetters;

    /**
     * The operations of one endpoint.
     *
     * @param doubt what is done about segments in doubt of messages that do not say so
     * @param accounts whose rights apply to messages that name one
     * @param trouble hears what the store takes and refuses
     */
    GatewayOperations(
            OpenGateway open,
            ChannelChoice choice,
            CompleteOn completeOn,
            PolygatorConfiguration configuration,
            Optional<DoubtPolicy> doubt,
            Accounts accounts,
            StoreTrouble trouble) {
        this.open = open;
        this.gateway = open.gateway();
        this.choice = choice;
        this.completeOn = completeOn;
        this.configuration = configuration;
        this.doubt = doubt;
        this.trouble = trouble;
        rights = new AccountRights(open, accounts);
        messages = new MessageOperations(gateway);
        inbound = new InboundOperations(gateway, rights);
        ussdSessions = new UssdOperations(gateway.ussdSessions());
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
            case query -> messages.query(message);
            case timeline -> messages.timeline(message);
            case cancel -> messages.cancel(message);
            case replace -> messages.replace(message);
            case find -> messages.find(message);
            case inbound -> inbound.list(message);
            case usage -> usage(message);
            case ussd -> ussd(message);
            case ussdOpen -> ussdSessions.open(oneChannel(message), message);
            case ussdAnswer -> ussdSessions.answer(message);
            case ussdCancel -> ussdSessions.cancel(message);
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
        CompletionStage<Submission> submission =
                gateway.submit(outbound(message)).whenComplete((accepted, failure) -> trouble.submitted(failure));
        if (completeOn(message) == CompleteOn.store) {
            return submission.thenAccept(accepted -> writeSubmission(accepted, message));
        }
        NetworkAnswer answer = new NetworkAnswer(gateway, Duration.ofMillis(configuration.getAnswerTimeout()));
        return submission
                .thenCompose(accepted -> {
                    writeSubmission(accepted, message);
                    return answer.await(accepted.id());
                })
                .thenAccept(status -> MessageOperations.writeStatus(status, message));
    }

    private OutboundMessage outbound(Message message) throws SubmitRefusedException {
        OutboundMessage outbound = OutboundMapping.read(message, allowed(message), configuration, doubt);
        Optional<Account> account = rights.of(message);
        if (account.isPresent()) {
            AccountRights.check(outbound, account.get());
        }
        return outbound;
    }

    /** The channels that are meant, without those that the account may not use. */
    private ChannelChoice allowed(Message message) throws SubmitRefusedException {
        Optional<Account> account = rights.of(message);
        return account.isEmpty() ? choice(message) : rights.narrowed(choice(message), account.get());
    }

    /** Without a store every exchange waits for the network. */
    private CompleteOn completeOn(Message message) {
        Optional<String> header = Headers.text(message, PolygatorConstants.COMPLETE_ON);
        if (header.isEmpty() || completeOn == CompleteOn.network) {
            return completeOn;
        }
        try {
            return CompleteOn.valueOf(header.get().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Headers.describe(PolygatorConstants.COMPLETE_ON) + "=" + header.get() + ": use store or network",
                    e);
        }
    }

    private static void writeSubmission(Submission submission, Message message) {
        message.setHeader(PolygatorConstants.MESSAGE_ID, submission.id().value());
        message.setHeader(PolygatorConstants.SEGMENTS, submission.segments());
        message.setHeader(PolygatorConstants.ALPHABET, lower(submission.alphabet()));
        submission.expectedAt().ifPresent(at -> message.setHeader(PolygatorConstants.EXPECTED_AT, at));
    }

    private CompletionStage<Void> ussd(Message message) throws SubmitRefusedException {
        return gateway.ussd(oneChannel(message), UssdOperations.body(message, "a code such as *100#"))
                .thenAccept(reply -> EventMapping.writeUssd(reply, message));
    }

    /** The body becomes what the account has submitted. */
    private CompletionStage<Void> usage(Message message) {
        String account = Headers.text(message, PolygatorConstants.ACCOUNT)
                .orElseThrow(() -> new IllegalArgumentException(
                        Headers.describe(PolygatorConstants.ACCOUNT) + " is missing: set it to an account"));
        return gateway.accountUsage(account).thenAccept(message::setBody);
    }

    private CompletionStage<Void> channels(Message message) throws SubmitRefusedException {
        List<ChannelStatus> channels = open.channels(choice(message));
        message.setBody(rights.of(message)
                .map(account -> AccountRights.granted(channels, account))
                .orElse(channels));
        return CompletableFuture.completedStage(null);
    }

    private CompletionStage<Void> control(Message message) throws SubmitRefusedException {
        String header = message.getHeader(PolygatorConstants.CONTROL, String.class);
        return gateway.control(oneChannel(message), command(header == null ? message.getBody(String.class) : header));
    }

    private static ChannelControl command(@Nullable String name) {
        try {
            return ChannelControl.valueOf(name == null ? "" : name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Headers.describe(PolygatorConstants.CONTROL) + "=" + name + ": use pause, resume or reset", e);
        }
    }

    private String oneChannel(Message message) throws SubmitRefusedException {
        List<ChannelStatus> channels = open.channels(allowed(message));
        if (channels.size() != 1) {
            throw new UnknownChannelException(
                    "channel",
                    "this operation needs one channel, not " + channels.size() + ": name it in the URI or in header "
                            + PolygatorConstants.CHANNELS);
        }
        return channels.get(0).name();
    }

    private ChannelChoice choice(Message message) {
        List<String> names = Headers.list(message, PolygatorConstants.CHANNELS);
        if (names.isEmpty()) {
            return choice;
        }
        ChannelChoice narrowed = open.choices(names);
        if (!open.within(choice, narrowed)) {
            throw new IllegalArgumentException(
                    Headers.describe(PolygatorConstants.CHANNELS) + "=" + String.join(",", names)
                            + " names channels that this endpoint does not have: use the endpoint polygator:all");
        }
        return narrowed;
    }
}
