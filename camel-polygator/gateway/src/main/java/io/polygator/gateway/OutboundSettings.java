package io.polygator.gateway;

import io.polygator.gateway.message.DoubtPolicy;
import java.time.Duration;

/**
 * What is taken and how long it lives.
 *
 * @param maximumSegments a longer message is refused; 1 to 255
 * @param referenceWidth bits of the concatenation reference: 8, or 16 which costs a character per segment
 * @param defaultValidity how long a message may wait in the queue when it names no validity
 * @param ageing how much waiting outweighs one step of priority
 * @param doubtPolicy what is done about an unconfirmed segment once the doubt time is over, unless its message or
 *     the channel that sent it says otherwise
 * @param doubtTime how long a late answer or a report is waited for; no module is at work on a segment for longer
 * @param reportTime how long a report is waited for when a message names no validity; service centres keep messages
 *     for 24 to 72 hours
 * @param reportMargin how much longer than the validity a report is waited for
 * @param sendDeadline how long a modem may take for one segment before the gateway gives up waiting
 * @param retention how long a concluded message can be queried
 * @param keysKnown how long an idempotency key is known
 */
public record OutboundSettings(
        int maximumSegments,
        int referenceWidth,
        Duration defaultValidity,
        Duration ageing,
        DoubtPolicy doubtPolicy,
        Duration doubtTime,
        Duration reportTime,
        Duration reportMargin,
        Duration sendDeadline,
        Duration retention,
        Duration keysKnown) {
    private static final int MOST_SEGMENTS = 255;

    public OutboundSettings {
        if (maximumSegments < 1 || maximumSegments > MOST_SEGMENTS) {
            throw new IllegalArgumentException("maximumSegments must be 1..255, was " + maximumSegments);
        }
        if (referenceWidth != 8 && referenceWidth != 16) {
            throw new IllegalArgumentException("referenceWidth must be 8 or 16, was " + referenceWidth);
        }
        requirePositive("defaultValidity", defaultValidity);
        requirePositive("ageing", ageing);
        requirePositive("doubtTime", doubtTime);
        requirePositive("reportTime", reportTime);
        requirePositive("reportMargin", reportMargin);
        requirePositive("sendDeadline", sendDeadline);
        requirePositive("retention", retention);
        requirePositive("keysKnown", keysKnown);
    }

    /** 10 segments; 8 bits; 3 days; 5 minutes; hold after 10 minutes; 3 days and an hour; 10 minutes; 7 days; a day. */
    public static OutboundSettings defaults() {
        return new OutboundSettings(
                10,
                8,
                Duration.ofDays(3),
                Duration.ofMinutes(5),
                DoubtPolicy.HOLD,
                Duration.ofMinutes(10),
                Duration.ofDays(3),
                Duration.ofHours(1),
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                Duration.ofDays(1));
    }

    /** The same with another policy for unconfirmed segments. */
    public OutboundSettings withDoubtPolicy(DoubtPolicy policy) {
        return new OutboundSettings(
                maximumSegments,
                referenceWidth,
                defaultValidity,
                ageing,
                policy,
                doubtTime,
                reportTime,
                reportMargin,
                sendDeadline,
                retention,
                keysKnown);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, was " + value);
        }
    }
}
