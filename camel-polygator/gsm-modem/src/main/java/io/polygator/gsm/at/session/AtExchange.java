package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtCommand;
import java.time.Duration;
import java.util.Optional;

/**
 * One command to be run and how long its answer may take.
 *
 * @param command the line
 * @param payload what follows the prompt, without Ctrl-Z; then a prompt is due
 * @param answer what information responses look like, so that a result is told from an unsolicited one
 * @param deadline for the final result, counted from the moment the line (with a payload: Ctrl-Z) is written
 * @param urgency which waiting command goes first
 */
public record AtExchange(
        AtCommand command, Optional<String> payload, AnswerShape answer, Duration deadline, Urgency urgency) {

    /** Order among waiting commands; within one urgency first come, first served. */
    public enum Urgency {
        ACKNOWLEDGE,
        NORMAL,
        BACKGROUND
    }
}
