package io.polygator.camel.http;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.http.Json;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import io.polygator.http.UssdRequest;
import io.polygator.http.UssdView;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The steps of the routes {@code http-ussd}, {@code http-ussd-open}, {@code …-answer} and {@code …-cancel}. */
public final class HttpUssd {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final Pattern SESSION = Pattern.compile("[0-9a-f]{32}");

    /** Takes the channel from the path and the code from the body. */
    public void readOnce(@Header("name") @Nullable String channel, Message message) throws ProblemException {
        String json = JsonBody.read(message);
        ask(UssdRequest.read(ChannelPath.of(channel, message), json), message);
    }

    /** Takes channel and code from the body. */
    public void readOpening(Message message) throws ProblemException {
        ask(UssdRequest.opening(JsonBody.read(message)), message);
    }

    private static void ask(UssdRequest request, Message message) {
        Caller.takeOver(message);
        message.setHeader(PolygatorConstants.CHANNELS, request.channel());
        message.setBody(request.code());
    }

    /** Takes the session from the path and the answer from the body. */
    public void readAnswer(@Header("id") @Nullable String session, Message message) throws ProblemException {
        String text = UssdRequest.answer(JsonBody.read(message));
        readSession(session, message);
        message.setBody(text);
    }

    /** Takes the session from the path. */
    public void readSession(@Header("id") @Nullable String session, Message message) throws ProblemException {
        if (session == null || !SESSION.matcher(session).matches()) {
            throw new ProblemException(Problem.notFound("the path names no USSD session: /v1/ussd-sessions/ID"));
        }
        Caller.takeOver(message);
        message.setHeader(PolygatorConstants.USSD_SESSION, session);
    }

    /** Answers with what the network said. */
    public void said(@Body String text, Message message) {
        write(OK, text, message);
    }

    /** Answers with what the network said first. */
    public void opened(@Body String text, Message message) {
        write(message.getHeader(PolygatorConstants.USSD_SESSION) == null ? OK : CREATED, text, message);
    }

    private static void write(int status, String text, Message message) {
        HttpAnswer.write(
                message,
                status,
                new UssdView(
                        message.getHeader(PolygatorConstants.USSD_STATUS, String.class),
                        text,
                        message.getHeader(PolygatorConstants.USSD_SESSION, String.class),
                        Optional.ofNullable(message.getHeader(PolygatorConstants.ENDS_AT, Instant.class))
                                .map(Instant::toString)
                                .orElse(null)));
    }

    /** Answers that a session has ended. */
    public void cancelled(@Header(PolygatorConstants.USSD_SESSION) String session, Message message) {
        HttpAnswer.write(message, OK, Json.object().put("session", session).put("state", "cancelled"));
    }
}
