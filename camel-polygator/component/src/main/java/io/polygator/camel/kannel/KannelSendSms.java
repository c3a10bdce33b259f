package io.polygator.camel.kannel;

import io.polygator.camel.http.Caller;
import io.polygator.camel.http.HttpAccess;
import io.polygator.camel.http.SegmentCount;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.message.MessageBody;
import io.polygator.http.BasicCredentials;
import io.polygator.http.ProblemException;
import io.polygator.http.kannel.KannelAnswer;
import io.polygator.http.kannel.KannelParameters;
import io.polygator.http.kannel.KannelRefusedException;
import io.polygator.http.kannel.SendSms;
import io.polygator.http.kannel.SendSmsReader;
import io.polygator.http.kannel.SendSmsResult;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The steps of the route {@code kannel-sendsms}. Thread-safe. */
public final class KannelSendSms {
    private static final String DENIED = "PolygatorKannelDenied";
    private static final String CHANNELS = "PolygatorKannelChannels";
    private static final String RECIPIENT = "PolygatorKannelRecipient";
    private final HttpAccess access;
    private final KannelChannels channels;
    private final InstantSource clock;
    private final SendSmsReader reader = new SendSmsReader();

    /**
     * The door of those whom the access lets in.
     *
     * @param channels which channels the parameter {@code smsc} names
     */
    public KannelSendSms(HttpAccess access, KannelChannels channels, InstantSource clock) {
        this.access = access;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * What one recipient gets of a request.
     *
     * @param first whether reports and sender's wishes are this one's: of a message in several bodies only the first tells
     * @param together what the bodies of one message have in common, when there are several
     */
    record Order(SendSms request, String to, MessageBody body, boolean first, @Nullable String together) {}

    /** Lets in who may send, and reads the request as one order for each recipient. */
    public List<Order> read(Message message) throws KannelRefusedException, ProblemException {
        KannelParameters parameters = KannelRequests.read(message);
        enter(parameters, message);
        SendSms request = reader.read(parameters);
        Exchange exchange = message.getExchange();
        exchange.setProperty(DENIED, request.denied());
        String choice = channels.choice(request.smsc(), message);
        exchange.setProperty(CHANNELS, choice);
        List<Order> orders = new ArrayList<>();
        request.recipients().forEach(to -> addTo(orders, request, to));
        return orders;
    }

    private void enter(KannelParameters parameters, Message message) throws KannelRefusedException, ProblemException {
        Optional<String> user = parameters.text("username", "user");
        Optional<String> password = parameters.text("password", "pass");
        if (user.isEmpty() || password.isEmpty()) {
            throw new KannelRefusedException(KannelAnswer.AUTHORIZATION_FAILED);
        }
        access.admit(new BasicCredentials(user.get(), password.get()), HttpScope.SEND, message);
    }

    private static void addTo(List<Order> orders, SendSms request, String to) {
        List<MessageBody> bodies = request.content().bodies();
        String together = bodies.size() == 1 ? null : UUID.randomUUID().toString();
        for (MessageBody body : bodies) {
            orders.add(new Order(request, to, body, body == bodies.get(0), together));
        }
    }

    /** Turns an order into what {@code polygator:} sends; fails when its account sends faster than it may. */
    public void prepare(@Body Order order, @ExchangeProperty(CHANNELS) @Nullable String choice, Message message)
            throws ProblemException {
        message.getExchange().setProperty(RECIPIENT, order.to());
        SendSms request = order.request();
        Optional<Caller> caller = Caller.of(message.getExchange());
        Caller.takeOver(message);
        message.setBody(order.body());
        message.setHeader(PolygatorConstants.TO, order.to());
        message.setHeader(
                PolygatorConstants.SUBMITTER, caller.map(Caller::submitter).orElse("http"));
        if (choice != null) {
            message.setHeader(PolygatorConstants.CHANNELS, choice);
        }
        KannelWishes.write(request, message, clock);
        if (order.together() != null) {
            message.setHeader(PolygatorConstants.TOGETHER, order.together());
        }
        KannelWishes.writeReport(request, order.first(), message);
        if (caller.isPresent()) {
            caller.get().spend(() -> SegmentCount.of(order.body()));
        }
    }

    /** The gateway has taken the order. */
    public SendSmsResult accepted(@ExchangeProperty(RECIPIENT) String to) {
        return SendSmsResult.accepted(to);
    }

    /**
     * What is wrong with one order. Not even a failure of our own fails the request: others of it may be stored, and its
     * client would send them once more.
     */
    public SendSmsResult refused(@ExchangeProperty(RECIPIENT) String to, Exchange exchange) {
        KannelRefusal refusal = KannelProblems.refusal(exchange);
        return SendSmsResult.refused(to, refusal.answer(), refusal.retryAfter());
    }

    /** Answers for all recipients. */
    public void answer(
            @Body List<SendSmsResult> results,
            @ExchangeProperty(DENIED) List<String> denied,
            @ExchangeProperty(CHANNELS) @Nullable String choice,
            Message message) {
        KannelAnswer good = channels.isAnyReady(choice, message) ? KannelAnswer.ACCEPTED : KannelAnswer.QUEUED;
        KannelReply.write(message, SendSmsResult.answer(results, denied, good), SendSmsResult.retryAfter(results));
    }
}
