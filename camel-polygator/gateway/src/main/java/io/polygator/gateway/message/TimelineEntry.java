package io.polygator.gateway.message;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to a message, for the people who ask where it has been. Entries hold neither the recipient
 * nor the text.
 *
 * @param message the message
 * @param segment 1 to the number of segments; 0 when the whole message is meant
 * @param channel the channel it happened on
 * @param imsi the SIM it happened on; to be masked for those who may not see it
 * @param detail one line for people, at most {@value #LONGEST_DETAIL} characters
 */
public record TimelineEntry(
        MessageId message,
        Instant at,
        int segment,
        Kind kind,
        Optional<String> channel,
        Optional<String> imsi,
        String detail) {
    private static final int LONGEST_DETAIL = 500;

    public TimelineEntry {
        detail = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
    }

    /** An entry about a whole message. */
    public static TimelineEntry about(MessageId message, Instant at, Kind kind, String detail) {
        return new TimelineEntry(message, at, 0, kind, Optional.empty(), Optional.empty(), detail);
    }

    /** What happened. */
    public enum Kind {
        /** The gateway took the message; the detail says from whom. */
        ACCEPTED,
        /** A modem got a segment; the detail says for the how manieth time and why this channel. */
        SENDING,
        /** The modem or the network answered; the detail holds the reference or the error. */
        ANSWERED,
        /** The segment waits for another attempt; the detail says why and until when. */
        QUEUED,
        /** The network told what became of a segment. */
        REPORTED,
        /** The gateway decided by itself: validity over, doubt settled, report given up. */
        DECIDED,
        /** It was taken back. */
        CANCELLED,
        /** It got another body. */
        REPLACED,
        /** A segment came in. */
        RECEIVED,
        /** A subscription has handled an event about it; the detail names both. */
        HANDLED,
        /** A subscription has not handled an event about it, and it is tried no more. */
        NOT_HANDLED
    }
}
