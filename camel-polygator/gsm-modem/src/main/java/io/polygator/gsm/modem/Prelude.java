package io.polygator.gsm.modem;

import io.polygator.gsm.modem.ResetLadder.Rung;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The commands of a rung of the reset ladder, run before a start-up. Modem loop only. */
final class Prelude {
    private static final Duration RADIO_OFF = Duration.ofSeconds(3);
    /** A module that restarts usually says so within this time; the start-up asks until it is answered anyway. */
    private static final Duration RESTART = Duration.ofSeconds(15);

    private Prelude() {}

    static CompletionStage<Void> run(Rung rung, Line line, ModemProfile profile) {
        if (rung == Rung.RADIO) {
            return line.run(Commands.radio("0"))
                    .thenCompose(off -> line.pause(RADIO_OFF))
                    .thenCompose(passed -> line.run(Commands.radio("1")))
                    .thenAccept(on -> {});
        }
        if (rung == Rung.MODULE) {
            return line.run(Commands.restart(profile)).thenCompose(reply -> line.pause(RESTART));
        }
        return CompletableFuture.completedStage(null);
    }
}
