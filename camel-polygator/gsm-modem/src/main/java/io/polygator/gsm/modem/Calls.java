package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtArguments;
import io.polygator.gsm.at.AtCommand;
import io.polygator.gsm.modem.CallEvent.Kind;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Loop.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes one call of many RING and +CLIP lines (3GPP TS 27.007 §7.11): it rings once, with the caller if one is told in
 * time, and ends when the module says so or falls silent. Modem loop only.
 */
final class Calls {
    private static final Duration CALLER_WAIT = Duration.ofSeconds(3);
    private static final Duration RING_GAP = Duration.ofSeconds(10);

    private final Loop loop;
    private final boolean hangUp;
    private final Supplier<ModemProfile> profile;
    private final ModemListener listener;
    private State state = State.NONE;
    private Optional<String> caller = Optional.empty();
    private @Nullable Timer timer;

    private enum State {
        NONE,
        /** It rang, and the caller may still be told. */
        BEGINNING,
        /** The listener knows of it. */
        REPORTED
    }

    Calls(ModemSettings settings, Loop loop, Supplier<ModemProfile> profile, ModemListener listener) {
        this.loop = loop;
        this.hangUp = settings.hangUp();
        this.profile = profile;
        this.listener = listener;
    }

    void onRing(Line line) {
        if (state == State.NONE) {
            state = State.BEGINNING;
            arm(CALLER_WAIT, () -> report(line));
        } else if (state == State.REPORTED) {
            arm(RING_GAP, this::onEnded);
        }
    }

    /** {@code "+380501234567",145,…}; no number when it is withheld. */
    void onCaller(String arguments, Line line) {
        if (state != State.REPORTED) {
            caller = AtArguments.parse(arguments).text(0).filter(number -> !number.isBlank());
            report(line);
        } else {
            arm(RING_GAP, this::onEnded);
        }
    }

    /** The module said that the call ended, or nothing more is heard of it. */
    void onEnded() {
        State before = state;
        Optional<String> from = caller;
        state = State.NONE;
        caller = Optional.empty();
        cancel();
        if (before == State.REPORTED) {
            listener.onCall(new CallEvent(Kind.ENDED, from, loop.instant()));
        }
    }

    private void report(Line line) {
        state = State.REPORTED;
        arm(RING_GAP, this::onEnded);
        listener.onCall(new CallEvent(Kind.RINGING, caller, loop.instant()));
        if (hangUp) {
            runAll(line, profile.get().hangUp());
        }
    }

    private void runAll(Line line, List<AtCommand> commands) {
        commands.forEach(command -> line.run(Commands.hangUp(command)));
    }

    private void arm(Duration wait, Runnable action) {
        cancel();
        timer = loop.schedule(wait, action);
    }

    private void cancel() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
