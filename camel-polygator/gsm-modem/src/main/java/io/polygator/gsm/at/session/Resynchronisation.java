package io.polygator.gsm.at.session;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gets back in step with a modem that did not answer in time: waits until it is quiet, ends a text input that may be
 * open, asks with a bare AT, swallows everything up to its OK, and waits once more until it is quiet. The third and
 * last try begins with a CR, which ends a half-written line.
 */
final class Resynchronisation {
    private static final int TRIES = 3;
    private static final String ESCAPE = "\u001B";
    /** A modem that never falls quiet is spoken to all the same. */
    private static final int MAX_QUIET_WAITS = 10;

    /** Does what the resynchronisation decides. */
    interface Owner {
        void write(String text);

        void onInStep();

        void onOutOfReach();
    }

    private final Loop loop;
    private final AtSessionSettings settings;
    private final Owner owner;
    private Instant lastHeard = Instant.EPOCH;
    private Instant waitingSince = Instant.EPOCH;
    private Loop.@Nullable Timer timer;
    private boolean active;
    private boolean spoken;
    private boolean probing;
    private boolean inputMayBeOpen;
    private int tries;

    Resynchronisation(Loop loop, AtSessionSettings settings, Owner owner) {
        this.loop = loop;
        this.settings = settings;
        this.owner = owner;
    }

    boolean isActive() {
        return active;
    }

    /** Whether something was written, so that a result may be the answer to that. */
    boolean hasSpoken() {
        return active && spoken;
    }

    /** @param escape whether the modem may be taking what we write for the text of a message */
    void begin(boolean escape) {
        active = true;
        spoken = false;
        inputMayBeOpen = escape;
        tries = 0;
        nextTry();
    }

    /** Bytes came in. */
    void heard() {
        lastHeard = loop.instant();
    }

    /** Takes a result that belongs to no earlier command, if what was written explains it. */
    boolean take(FinalResult result) {
        if (probing && result.isOk()) {
            probing = false;
            whenQuiet(this::inStep);
        }
        return spoken && (result.isOk() || result instanceof FinalResult.BareError);
    }

    /** The dialogue starts anew or ends. */
    void stop() {
        active = false;
        probing = false;
        cancelTimer();
    }

    private void nextTry() {
        probing = false;
        if (tries == TRIES) {
            stop();
            owner.onOutOfReach();
        } else {
            tries++;
            whenQuiet(inputMayBeOpen ? this::escape : this::probe);
        }
    }

    private void escape() {
        write(ESCAPE);
        lastHeard = loop.instant(); // the answer to ESC must not be taken for that to AT
        whenQuiet(this::probe);
    }

    private void probe() {
        probing = true;
        if (tries == TRIES) {
            write("\r");
        }
        write("AT\r");
        timer = loop.schedule(settings.prompt(), this::nextTry);
    }

    private void inStep() {
        stop();
        owner.onInStep();
    }

    private void write(String text) {
        spoken = true;
        owner.write(text);
    }

    private void whenQuiet(Runnable next) {
        cancelTimer();
        waitingSince = loop.instant();
        continueWhenQuiet(next);
    }

    private void continueWhenQuiet(Runnable next) {
        Instant now = loop.instant();
        Duration heardAgo = Duration.between(lastHeard, now);
        Duration limit = settings.quiet().multipliedBy(MAX_QUIET_WAITS);
        if (heardAgo.compareTo(settings.quiet()) >= 0
                || Duration.between(waitingSince, now).compareTo(limit) >= 0) {
            next.run();
        } else {
            timer = loop.schedule(settings.quiet().minus(heardAgo), () -> continueWhenQuiet(next));
        }
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
