package io.polygator.gsm.modem;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.at.session.AtExchange;
import io.polygator.gsm.at.session.AtSession;
import io.polygator.gsm.at.session.AtSessionListener;
import io.polygator.gsm.at.session.AtSessionSettings;
import io.polygator.gsm.at.session.Urc;
import io.polygator.gsm.transport.Backoff;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.Loop.Timer;
import io.polygator.gsm.transport.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one AT session open: connects, and connects again with a jittered back-off when the link is lost. Modem loop
 * only.
 */
final class ConnectionKeeper {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    /** A link that lasted is worth a quick attempt; one that somebody else keeps taking from us is not. */
    private static final Duration LASTING = Duration.ofMinutes(1);

    /** Hears of sessions; of one at a time, and of none that was given up. */
    interface Listener {
        void onUp(AtSession session);

        void onUrc(Urc urc);

        void onLateAnswer(AtExchange exchange, List<String> information, Optional<FinalResult> result);

        /** The session is gone because the module did not answer; another is on its way. */
        void onUnresponsive();

        /** The session is gone, or did not come about; another is on its way. */
        void onDown(LinkClosed closed);
    }

    private final Transport transport;
    private final Listener listener;
    private final Backoff backoff;
    private @Nullable Attempt current;
    private @Nullable Timer retry;

    ConnectionKeeper(Transport transport, Listener listener, RandomGenerator random) {
        this.transport = transport;
        this.listener = listener;
        this.backoff = new Backoff(FIRST_WAIT, 2, LONGEST_WAIT, random);
    }

    void connect() {
        cancelRetry();
        Attempt attempt = new Attempt();
        current = attempt;
        attempt.session.open();
    }

    /** Gives the session up and opens another after the usual wait. */
    void reconnect() {
        close();
        retryIn(backoff.next());
    }

    /** Gives the session up and opens another after the given time. */
    void rest(Duration time) {
        close();
        retryIn(time);
    }

    /** Gives the session up for good. */
    void close() {
        cancelRetry();
        Attempt given = current;
        current = null;
        if (given != null) {
            given.session.close();
        }
    }

    private void retryIn(Duration wait) {
        cancelRetry();
        retry = transport.loop().schedule(wait, this::connect);
    }

    private void retry(Optional<Instant> openSince) {
        Instant now = transport.loop().instant();
        if (openSince.filter(since -> now.isAfter(since.plus(LASTING))).isPresent()) {
            backoff.reset();
        }
        retryIn(backoff.next());
    }

    private void cancelRetry() {
        if (retry != null) {
            retry.cancel();
            retry = null;
        }
    }

    /** One session from its opening to its end. */
    private final class Attempt implements AtSessionListener {
        private final AtSession session = new AtSession(transport, this, AtSessionSettings.defaults());
        private Optional<Instant> openSince = Optional.empty();

        private boolean isCurrent() {
            return current == this;
        }

        @Override
        public void onOpen() {
            if (isCurrent()) {
                openSince = Optional.of(transport.loop().instant());
                listener.onUp(session);
            }
        }

        @Override
        public void onUrc(Urc urc) {
            if (isCurrent()) {
                listener.onUrc(urc);
            }
        }

        @Override
        public void onLateAnswer(AtExchange exchange, List<String> information, Optional<FinalResult> result) {
            // Also of a session that was given up: what it says about a message stays true.
            listener.onLateAnswer(exchange, information, result);
        }

        @Override
        public void onStray(String line) {
            // The trace of the channel has it.
        }

        @Override
        public void onUnresponsive() {
            if (isCurrent()) {
                current = null;
                retry(openSince);
                listener.onUnresponsive();
            }
        }

        @Override
        public void onClosed(LinkClosed closed) {
            if (isCurrent()) {
                current = null;
                retry(openSince);
                listener.onDown(closed);
            }
        }
    }
}
