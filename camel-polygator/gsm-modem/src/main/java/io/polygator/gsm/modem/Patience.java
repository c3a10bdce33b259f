package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.session.AtExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Repeats a command whose answer says "not yet": the SIM and the message block are busy for some seconds after a
 * start. Every two to five seconds, for up to a minute. Modem loop only.
 */
final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final int JITTER_MILLIS = 3000;

    private final RandomGenerator random;

    Patience(RandomGenerator random) {
        this.random = random;
    }

    /** The first answer of which "not yet" does not hold, or the last one when the minute is over. */
    CompletionStage<AtReply> run(Line line, AtExchange exchange, Predicate<AtReply> notYet) {
        return attempt(line, exchange, notYet, line.loop().instant().plus(LIMIT));
    }

    private CompletionStage<AtReply> attempt(Line line, AtExchange exchange, Predicate<AtReply> notYet, Instant until) {
        return line.run(exchange).thenCompose(reply -> {
            if (!line.isAlive() || !notYet.test(reply) || !line.loop().instant().isBefore(until)) {
                return CompletableFuture.completedStage(reply);
            }
            Duration wait = SHORTEST.plusMillis(random.nextInt(JITTER_MILLIS));
            return line.pause(wait).thenCompose(passed -> attempt(line, exchange, notYet, until));
        });
    }
}
