package io.polygator.app.crash;

import java.util.Locale;
import java.util.Optional;

/**
 * A message that a client wants sent. Nobody else gets one at its number, which is what the judge knows it by.
 *
 * @param doubt what shall be done when nobody can know whether the network took it
 * @param key the idempotency key of a client that asks again when it gets no answer; empty for one that does not
 */
record Order(String number, String text, Doubt doubt, Optional<String> key) {

    /** What shall be done about doubt. */
    enum Doubt {
        HOLD,
        RETRY;

        /** As the API calls it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the client was told. */
    sealed interface Answer {

        /** 202: it is the application's from now on. */
        record Accepted(String id) implements Answer {}

        /** 503: it was not taken. */
        record Refused() implements Answer {}

        /** Nothing, or 500: nobody knows. */
        record None() implements Answer {}

        /** The application could not be connected to: it knows nothing of the message. */
        record NotAsked() implements Answer {}
    }
}
