package io.polygator.gateway.channel;

import java.time.Duration;

/**
 * When a channel rests since its SIM does not send.
 *
 * @param failuresInARow so many refusals of class SIM in a row, to different numbers, make it rest; at least 1
 * @param rests how long the rests are; one refusal after a rest is enough for the next
 */
public record RestSettings(int failuresInARow, RetryDelay rests) {
    public RestSettings {
        if (failuresInARow < 1) {
            throw new IllegalArgumentException("failuresInARow must be at least 1, was " + failuresInARow);
        }
    }

    /** Three refusals; rests from ten minutes to six hours. */
    public static RestSettings defaults() {
        return new RestSettings(3, new RetryDelay(Duration.ofMinutes(10), Duration.ofHours(6)));
    }
}
