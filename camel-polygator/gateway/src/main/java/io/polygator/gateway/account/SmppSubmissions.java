package io.polygator.gateway.account;

import java.time.Duration;

/**
 * How an ESME's submissions are looked at.
 *
 * @param strictness how exactly they have to keep to the specification
 * @param maxSegments how many segments a message may have, 1 to 255
 * @param maxValidity what longer validity periods are cut to, a minute to 63 weeks
 * @param errorBody what follows the header of a response that refuses one
 */
public record SmppSubmissions(
        SmppStrictness strictness, int maxSegments, Duration maxValidity, SmppErrorBody errorBody) {
    static final int MOST_SEGMENTS = 255;
    static final Duration LONGEST_VALIDITY = Duration.ofDays(63 * 7);
    static final Duration SHORTEST_VALIDITY = Duration.ofMinutes(1);

    public SmppSubmissions {
        if (maxSegments < 1 || maxSegments > MOST_SEGMENTS) {
            throw new IllegalArgumentException("maxSegments must be 1 to " + MOST_SEGMENTS + ", was " + maxSegments);
        }
        if (maxValidity.compareTo(SHORTEST_VALIDITY) < 0 || maxValidity.compareTo(LONGEST_VALIDITY) > 0) {
            throw new IllegalArgumentException("maxValidity must be a minute to 63 weeks, was " + maxValidity);
        }
    }

    /** Lenient, as many segments and as long as messages can be, no body. */
    public static SmppSubmissions defaults() {
        return new SmppSubmissions(SmppStrictness.LENIENT, MOST_SEGMENTS, LONGEST_VALIDITY, SmppErrorBody.NONE);
    }
}
