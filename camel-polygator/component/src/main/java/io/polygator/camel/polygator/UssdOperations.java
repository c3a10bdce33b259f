package io.polygator.camel.polygator;

import io.polygator.gateway.UssdSessions;
import io.polygator.gateway.message.UssdTurn;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Message;

/** The operations about USSD sessions. An exchange that names an account has sessions of its own. Thread-safe. */
final class UssdOperations {
    private final UssdSessions sessions;

    UssdOperations(UssdSessions sessions) {
        this.sessions = sessions;
    }

    /** The body becomes what the network says; the headers name the session if it goes on. */
    CompletionStage<Void> open(String channel, Message message) {
        return sessions.open(channel, body(message, "a code such as *100#"), owner(message))
                .thenAccept(turn -> write(turn, message));
    }

    CompletionStage<Void> answer(Message message) {
        return sessions.answer(session(message), body(message, "an answer"), owner(message))
                .thenAccept(turn -> write(turn, message));
    }

    CompletionStage<Void> cancel(Message message) {
        return sessions.cancel(session(message), owner(message));
    }

    /** The text in the body. */
    static String body(Message message, String needed) {
        String text = message.getBody(String.class);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("the body is empty: this operation needs " + needed);
        }
        return text.strip();
    }

    private static String session(Message message) {
        return Headers.text(message, PolygatorConstants.USSD_SESSION)
                .orElseThrow(() -> new IllegalArgumentException(Headers.describe(PolygatorConstants.USSD_SESSION)
                        + " is missing: set it to what ussdOpen gave"));
    }

    private static Optional<String> owner(Message message) {
        return Headers.text(message, PolygatorConstants.ACCOUNT);
    }

    private static void write(UssdTurn turn, Message message) {
        EventMapping.writeUssd(turn.reply(), message);
        message.removeHeader(PolygatorConstants.USSD_SESSION);
        turn.session().ifPresent(session -> {
            message.setHeader(PolygatorConstants.USSD_SESSION, session.id());
            message.setHeader(PolygatorConstants.ENDS_AT, session.endsAt());
        });
    }
}
