package io.polygator.camel.http;

import io.polygator.camel.polygator.EventMapping;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.store.DeadLetter;
import io.polygator.http.DeadLetterRequest;
import io.polygator.http.DeadLetterView;
import io.polygator.http.EventView;
import io.polygator.http.Json;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;
import org.jspecify.annotations.Nullable;

/** The steps of the routes {@code http-dead-letters}, {@code http-dead-letter-replay} and {@code …-discard}. */
public final class HttpDeadLetters {
    private static final int OK = 200;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** Takes subscription, after and limit from the query; each may be missing. */
    public void readQuery(@Header(Exchange.HTTP_RAW_QUERY) @Nullable String query, Message message)
            throws ProblemException {
        DeadLetterRequest request = DeadLetterRequest.read(query);
        Caller.takeOver(message);
        request.subscription().ifPresent(name -> message.setHeader(PolygatorConstants.SUBSCRIPTION, name));
        request.after().ifPresent(number -> message.setHeader(PolygatorConstants.AFTER, number));
        request.limit().ifPresent(limit -> message.setHeader(PolygatorConstants.LIMIT, limit));
    }

    /** Answers with dead letters, oldest first. */
    public void list(@Body List<DeadLetter> letters, Message message) {
        List<DeadLetterView> views =
                letters.stream().map(letter -> view(letter, message)).toList();
        HttpAnswer.write(message, OK, Map.of("deadLetters", views));
    }

    private DeadLetterView view(DeadLetter letter, Message message) {
        Message event = new DefaultMessage(message.getExchange());
        EventMapping.write(letter.event(), event);
        EventView view = Events.view(event);
        return new DeadLetterView(
                letter.subscription(),
                letter.number(),
                letter.failures(),
                letter.reason(),
                letter.buriedAt(),
                Caller.has(HttpScope.UNMASKED, message.getExchange()) ? view : view.masked());
    }

    /** Takes subscription and number from the path. */
    public void readLetter(
            @Header("subscription") @Nullable String subscription,
            @Header("number") @Nullable String number,
            Message message)
            throws ProblemException {
        if (subscription == null || number == null || !NUMBER.matcher(number).matches()) {
            throw new ProblemException(
                    Problem.notFound("the path names no dead letter: /v1/dead-letters/SUBSCRIPTION/NUMBER"));
        }
        Caller.takeOver(message);
        message.setHeader(PolygatorConstants.SUBSCRIPTION, subscription);
        message.setHeader(PolygatorConstants.NUMBER, Long.parseLong(number));
    }

    /** Answers that the event waits for its subscription again. */
    public void replayed(Message message) throws ProblemException {
        answer(message, "replayed");
    }

    /** Answers that the event is forgotten. */
    public void discarded(Message message) throws ProblemException {
        answer(message, "discarded");
    }

    private static void answer(Message message, String done) throws ProblemException {
        String subscription = message.getHeader(PolygatorConstants.SUBSCRIPTION, String.class);
        long number = message.getHeader(PolygatorConstants.NUMBER, Long.class);
        if (!"done".equals(message.getHeader(PolygatorConstants.RESULT, String.class))) {
            throw new ProblemException(Problem.notFound("subscription " + subscription + " has no dead letter " + number
                    + ": it was replayed or discarded, or it is too old"));
        }
        HttpAnswer.write(
                message,
                OK,
                Json.object()
                        .put("subscription", subscription)
                        .put("number", number)
                        .put("state", done));
    }
}
