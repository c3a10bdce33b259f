package io.polygator.camel.http;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gsm.octets.Octets;
import io.polygator.http.Json;
import io.polygator.http.MessageAccepted;
import io.polygator.http.MessageRequest;
import io.polygator.http.MessageRequest.Recipient;
import io.polygator.http.MessageView;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import io.polygator.http.ReplaceRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The steps of the routes {@code http-send}, {@code http-status}, {@code http-replace} and {@code http-cancel}. */
public final class HttpMessages {
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    private static final int FAILED = 500;
    private static final int OK = 200;
    private static final String SEVERAL = "PolygatorSeveralRecipients";
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");
    private static final Pattern ID = Pattern.compile("\\d{1,20}");

    /** One recipient's share of a request. */
    record Order(MessageRequest request, Recipient to, @Nullable String idempotencyKey) {
        /** What is counted against the rate of its account; of application ports it knows nothing. */
        MessageBody body() {
            Octets octets = request.data().orElse(Octets.empty());
            return to.text()
                    .<MessageBody>map(MessageBody.Text::new)
                    .orElseGet(() -> new MessageBody.Data(octets, Optional.empty()));
        }
    }

    /** Reads the body of a request as one order for each recipient. */
    public List<Order> read(@Header("Idempotency-Key") @Nullable String key, Message message) throws ProblemException {
        if (key != null && !IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw new ProblemException(Problem.wrongField(
                    "Idempotency-Key", "the header Idempotency-Key must have 1 to 128 visible ASCII characters"));
        }
        MessageRequest request = MessageRequest.read(JsonBody.read(message));
        message.getExchange().setProperty(SEVERAL, request.several());
        List<Order> orders = new ArrayList<>();
        for (int index = 0; index < request.to().size(); index++) {
            Recipient to = request.to().get(index);
            orders.add(new Order(request, to, keyOf(key, index, request.several())));
        }
        return orders;
    }

    private static @Nullable String keyOf(@Nullable String key, int index, boolean several) {
        return key == null || !several ? key : key + "#" + index;
    }

    /** Turns an order into what {@code polygator:} sends; fails with 429 when its account sends faster than it may. */
    public void prepare(@Body Order order, Message message) throws ProblemException {
        Optional<Caller> caller = Caller.of(message.getExchange());
        Caller.takeOver(message);
        message.setHeader(PolygatorConstants.TO, order.to().number());
        message.setHeader(
                PolygatorConstants.SUBMITTER, caller.map(Caller::submitter).orElse("http"));
        String key = order.idempotencyKey();
        if (key != null) {
            message.setHeader(
                    PolygatorConstants.IDEMPOTENCY_KEY,
                    caller.map(known -> known.ownKey(key)).orElse(key));
        }
        order.to().text().ifPresent(message::setBody);
        write(order.request(), message);
        if (caller.isPresent()) {
            caller.get().spend(() -> SegmentCount.of(order.body()));
        }
    }

    private static void write(MessageRequest request, Message message) {
        request.data().ifPresent(octets -> message.setBody(octets.toByteArray()));
        request.ports().ifPresent(ports -> {
            message.setHeader(PolygatorConstants.DESTINATION_PORT, ports.destination());
            message.setHeader(PolygatorConstants.SOURCE_PORT, ports.source());
        });
        request.reference().ifPresent(name -> message.setHeader(PolygatorConstants.CLIENT_REFERENCE, name));
        message.setHeader(PolygatorConstants.REPORT, request.report());
        request.from().ifPresent(from -> message.setHeader(PolygatorConstants.FROM, from));
        request.channel().ifPresent(channel -> message.setHeader(PolygatorConstants.CHANNELS, channel));
        request.group().ifPresent(group -> message.setHeader(PolygatorConstants.CHANNELS, "group:" + group));
        request.validity().ifPresent(validity -> message.setHeader(PolygatorConstants.VALIDITY, validity));
        request.sendAt().ifPresent(at -> message.setHeader(PolygatorConstants.SEND_AT, at));
        request.priority().ifPresent(priority -> message.setHeader(PolygatorConstants.PRIORITY, priority));
        request.messageClass().ifPresent(number -> message.setHeader(PolygatorConstants.MESSAGE_CLASS, number));
        request.doubt().ifPresent(policy -> message.setHeader(PolygatorConstants.DOUBT, policy.name()));
    }

    /** What the gateway answered for one recipient. */
    public MessageAccepted accepted(Message message) {
        return MessageAccepted.of(
                message.getHeader(PolygatorConstants.TO, String.class),
                message.getHeader(PolygatorConstants.MESSAGE_ID, String.class),
                message.getHeader(PolygatorConstants.SEGMENTS, Integer.class),
                message.getHeader(PolygatorConstants.ALPHABET, String.class),
                Optional.ofNullable(message.getHeader(PolygatorConstants.EXPECTED_AT, Instant.class)));
    }

    /**
     * What is wrong with one recipient's order. Not even a failure of our own fails the request: others of it may be
     * stored, and its client would send them once more.
     */
    public MessageAccepted refused(Exchange exchange) {
        return MessageAccepted.refused(
                exchange.getMessage().getHeader(PolygatorConstants.TO, String.class),
                HttpProblems.problem(exchange, "the message was not accepted"));
    }

    /**
     * The answer to a request: the one recipient's, or an array when the request had one. Of an array, what could be
     * accepted is accepted; it fails only when nothing could: with 503 or 429 when the same request may succeed later,
     * with 500 when that is our own fault.
     */
    public void answer(@Body List<MessageAccepted> results, @ExchangeProperty(SEVERAL) boolean several, Message message)
            throws ProblemException {
        Problem problem = results.get(0).problem();
        if (!several && problem != null) {
            throw new ProblemException(problem);
        }
        if (!several) {
            HttpAnswer.write(message, ACCEPTED, results.get(0).single());
            return;
        }
        Map<String, List<MessageAccepted>> answer = Map.of("messages", results);
        if (results.stream().anyMatch(result -> result.problem() == null)) {
            HttpAnswer.write(message, ACCEPTED, answer);
            return;
        }
        results.stream()
                .flatMap(result -> passing(result).stream())
                .max(Comparator.comparingInt(Passing::retryAfter))
                .ifPresentOrElse(
                        last -> HttpAnswer.write(message, last.status(), answer, last.retryAfter()),
                        () -> HttpAnswer.write(message, hopeless(results), answer));
    }

    private static int hopeless(List<MessageAccepted> results) {
        boolean ours = results.stream()
                .anyMatch(result -> result.problem() != null && result.problem().status() == FAILED);
        return ours ? FAILED : BAD_REQUEST;
    }

    /** A problem that goes away by waiting so many seconds. */
    private record Passing(int status, int retryAfter) {}

    private static Optional<Passing> passing(MessageAccepted result) {
        Problem problem = result.problem();
        return problem == null || problem.retryAfter() == null
                ? Optional.empty()
                : Optional.of(new Passing(problem.status(), problem.retryAfter()));
    }

    /** Takes the message id from the path. */
    public void readId(@Header("id") @Nullable String id, Message message) throws ProblemException {
        if (id == null || !ID.matcher(id).matches()) {
            throw new ProblemException(Problem.notFound("the path names no message: /v1/messages/ID"));
        }
        Caller.takeOver(message);
        message.setHeader(PolygatorConstants.MESSAGE_ID, id);
    }

    /** Answers with what is known about a message. */
    public void status(@Body MessageStatus status, Message message) {
        HttpAnswer.write(message, OK, MessageView.of(status));
    }

    /** Takes the message id from the path and what the message shall say from the body. */
    public void readReplacement(@Header("id") @Nullable String id, Message message) throws ProblemException {
        ReplaceRequest request = ReplaceRequest.read(JsonBody.read(message));
        readId(id, message);
        request.text().ifPresent(message::setBody);
        request.data().ifPresent(octets -> message.setBody(octets.toByteArray()));
    }

    /** Answers to a cancellation. */
    public void cancelled(
            @Header(PolygatorConstants.MESSAGE_ID) String id,
            @Header(PolygatorConstants.RESULT) String result,
            Message message)
            throws ProblemException {
        requireDone(id, result, "cancelled");
        HttpAnswer.write(message, OK, Json.object().put("id", id).put("state", "cancelled"));
    }

    /** Answers to a replacement. */
    public void replaced(
            @Header(PolygatorConstants.MESSAGE_ID) String id,
            @Header(PolygatorConstants.RESULT) String result,
            Message message)
            throws ProblemException {
        requireDone(id, result, "replaced");
        HttpAnswer.write(message, OK, Json.object().put("id", id).put("state", "queued"));
    }

    private static void requireDone(String id, String result, String done) throws ProblemException {
        if (result.equals("unknown")) {
            throw new ProblemException(
                    Problem.notFound("there is no message " + id + ": it was never accepted, or it is too old"));
        }
        if (!result.equals("done")) {
            throw new ProblemException(Problem.conflict(
                    "has_left",
                    "message " + id + " has left, at least in part: it cannot be " + done,
                    "send another message"));
        }
    }
}
