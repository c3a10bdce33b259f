package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtCommand;
import java.time.Duration;
import java.util.Optional;

/**
 * One command to be run and how long its answer may take.
 *
 * @param command the line
 * @param payload what follows the prompt, without Ctrl-Z: printable ASCII; then a prompt is due
 * @param answer what information responses look like, so that a result is told from an unsolicited one
 * @param deadline for the final result, counted from the moment the line (with a payload: Ctrl-Z) is written; positive.
 *     The prompt has a bound of its own, {@link AtSessionSettings#prompt}
 * @param urgency which waiting command goes first
 */
public record AtExchange(
        AtCommand command, Optional<String> payload, AnswerShape answer, Duration deadline, Urgency urgency) {

    /** No PDU line is longer: 12 octets of SMSC address and 164 of TPDU make 352 digits; text mode needs less. */
    private static final int MAX_PAYLOAD_LENGTH = 1024;

    public AtExchange {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline must be positive, was " + deadline + " for " + command);
        }
        payload.ifPresent(text -> {
            if (text.length() > MAX_PAYLOAD_LENGTH || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                throw new IllegalArgumentException("payload must be printable ASCII, at most " + MAX_PAYLOAD_LENGTH
                        + " characters, without Ctrl-Z: " + command);
            }
        });
    }

    /** Without the payload, which holds numbers and text; safe to log. */
    @Override
    public String toString() {
        return command + (payload.isPresent() ? " with payload" : "") + " within " + deadline;
    }

    /** Order among waiting commands; within one urgency first come, first served. */
    public enum Urgency {
        ACKNOWLEDGE,
        NORMAL,
        BACKGROUND
    }
}
