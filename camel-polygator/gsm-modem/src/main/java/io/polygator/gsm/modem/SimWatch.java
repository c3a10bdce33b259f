package io.polygator.gsm.modem;

import io.polygator.gsm.transport.Loop.Timer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks from time to time whether a SIM that was missing or locked has changed: somebody may have put in another one,
 * or unlocked it. Modem loop only.
 */
final class SimWatch {
    private final Duration period;
    private final Recovery recovery;
    private Optional<String> lastState = Optional.empty();
    private @Nullable Timer timer;

    SimWatch(Duration period, Recovery recovery) {
        this.period = period;
        this.recovery = recovery;
    }

    void begin(Line line) {
        end();
        lookLater(line);
    }

    void end() {
        lastState = Optional.empty();
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void lookLater(Line line) {
        timer = line.loop().schedule(period, () -> look(line));
    }

    private void look(Line line) {
        line.run(Commands.inBackground(Commands.simState())).thenAccept(reply -> {
            if (line.isAlive()) {
                String state = SimStep.stateOf(reply).orElse("none");
                if (state.equals(SimStep.READY) || !state.equals(lastState.orElse(state))) {
                    recovery.simMayHaveChanged();
                } else {
                    lastState = Optional.of(state);
                    lookLater(line);
                }
            }
        });
    }
}
