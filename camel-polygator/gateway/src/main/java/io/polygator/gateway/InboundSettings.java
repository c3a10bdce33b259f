package io.polygator.gateway;

import java.time.Duration;

/**
 * How inbound messages are taken.
 *
 * @param joinWithin how long the segments of a message are waited for; then it is handed on with its gap marked
 * @param repeatsKnown how long a repeated segment is recognised; service centres repeat for up to three days
 * @param acknowledgeWithin how long a modem waits for a message to be handled when the store is not durable; after
 *     that it keeps the message and offers it again
 */
public record InboundSettings(Duration joinWithin, Duration repeatsKnown, Duration acknowledgeWithin) {
    public InboundSettings {
        if (joinWithin.isNegative() || repeatsKnown.isNegative() || acknowledgeWithin.isNegative()) {
            throw new IllegalArgumentException("the times of InboundSettings must not be negative, were " + joinWithin
                    + ", " + repeatsKnown + ", " + acknowledgeWithin);
        }
    }

    /** 24 hours, 72 hours, one minute. */
    public static InboundSettings defaults() {
        return new InboundSettings(Duration.ofHours(24), Duration.ofHours(72), Duration.ofMinutes(1));
    }
}
