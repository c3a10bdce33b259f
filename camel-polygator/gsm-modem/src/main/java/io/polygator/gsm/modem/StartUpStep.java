package io.polygator.gsm.modem;

import java.util.concurrent.CompletionStage;

/** One step of the start-up. */
interface StartUpStep {
    CompletionStage<StartUpVerdict> run(Line line);
}
