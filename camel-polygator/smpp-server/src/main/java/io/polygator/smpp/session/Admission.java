package io.polygator.smpp.session;

import io.polygator.smpp.esme.OverLimit;
import io.polygator.smpp.esme.SubmitRules;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets submissions through as fast as their account may submit; in their order. Loop only. */
final class Admission {
    private final Connection connection;
    private final SubmitRules rules;
    private final Deque<Waiting> line = new ArrayDeque<>();

    private record Waiting(int segments, Runnable onAdmitted, Runnable onRefused, Duration patience) {}

    Admission(Connection connection, SubmitRules rules) {
        this.connection = connection;
        this.rules = rules;
    }

    /** Runs one of the two, at once or when it is its turn. */
    void ask(int segments, Runnable onAdmitted, Runnable onRefused) {
        if (!line.isEmpty()) {
            line.add(new Waiting(segments, onAdmitted, onRefused, rules.longestDelay()));
            return;
        }
        Duration wait = rules.rate().take(segments);
        if (wait.isZero()) {
            onAdmitted.run();
        } else if (rules.overLimit() == OverLimit.THROTTLE || wait.compareTo(rules.longestDelay()) > 0) {
            onRefused.run();
        } else {
            line.add(new Waiting(segments, onAdmitted, onRefused, rules.longestDelay()));
            waitFor(wait);
        }
    }

    private void waitFor(Duration wait) {
        var unused = connection.schedule(wait, () -> proceed(wait));
    }

    private void proceed(Duration waited) {
        Duration passed = waited;
        while (!line.isEmpty()) {
            Waiting first = line.remove();
            Duration wait = rules.rate().take(first.segments());
            Duration patience = first.patience().minus(passed);
            if (wait.isZero()) {
                first.onAdmitted().run();
            } else if (wait.compareTo(patience) > 0) {
                first.onRefused().run();
            } else {
                line.addFirst(new Waiting(first.segments(), first.onAdmitted(), first.onRefused(), patience));
                waitFor(wait);
                return;
            }
            passed = Duration.ZERO;
        }
    }

    /** The session is over: nobody waits any more. */
    void close() {
        while (!line.isEmpty()) {
            line.remove().onRefused().run();
        }
    }
}
