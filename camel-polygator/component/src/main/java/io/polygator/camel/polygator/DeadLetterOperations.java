package io.polygator.camel.polygator;

import io.polygator.gateway.DeadLetters;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Message;

/** The operations about events that subscriptions failed to handle. Thread-safe. */
final class DeadLetterOperations {
    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 1000;

    private final DeadLetters deadLetters;

    DeadLetterOperations(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** The body becomes the list. */
    CompletionStage<Void> list(Message message) {
        long after =
                number(message, PolygatorConstants.AFTER, 0, Long.MAX_VALUE).orElse(0L);
        long limit = number(message, PolygatorConstants.LIMIT, 1, HIGHEST_LIMIT).orElse((long) USUAL_LIMIT);
        return deadLetters.list(subscription(message), after, (int) limit).thenAccept(message::setBody);
    }

    CompletionStage<Void> replay(Message message) {
        return deadLetters
                .replay(requiredSubscription(message), requiredNumber(message))
                .thenAccept(found -> writeResult(found, message));
    }

    CompletionStage<Void> discard(Message message) {
        return deadLetters
                .discard(requiredSubscription(message), requiredNumber(message))
                .thenAccept(found -> writeResult(found, message));
    }

    private static void writeResult(boolean found, Message message) {
        message.setHeader(PolygatorConstants.RESULT, found ? "done" : "unknown");
    }

    private static Optional<String> subscription(Message message) {
        return Optional.ofNullable(message.getHeader(PolygatorConstants.SUBSCRIPTION, String.class))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    private static String requiredSubscription(Message message) {
        return subscription(message).orElseThrow(() -> missing(PolygatorConstants.SUBSCRIPTION));
    }

    private static long requiredNumber(Message message) {
        return number(message, PolygatorConstants.NUMBER, 0, Long.MAX_VALUE)
                .orElseThrow(() -> missing(PolygatorConstants.NUMBER));
    }

    private static IllegalArgumentException missing(String header) {
        return new IllegalArgumentException(
                "header " + header + " is missing: set it to what operation deadLetters says of the dead letter");
    }

    private static Optional<Long> number(Message message, String header, long lowest, long highest) {
        Object value = message.getHeader(header);
        if (value == null) {
            return Optional.empty();
        }
        String digits = value.toString().strip();
        if (!digits.matches("\\d{1,18}") || Long.parseLong(digits) < lowest || Long.parseLong(digits) > highest) {
            throw new IllegalArgumentException("header " + header + "=" + value + ": use a number from " + lowest
                    + (highest == Long.MAX_VALUE ? "" : " to " + highest));
        }
        return Optional.of(Long.parseLong(digits));
    }
}
