package io.polygator.camel.http;

import java.time.Duration;

/**
 * How streams of events behave.
 *
 * @param heartbeat how often a comment is written, and looked for events that another process has stored
 * @param patience how long a client may take nothing before its connection is closed
 * @param names how many names one account, or the one user, may have
 */
public record EventStreamSettings(Duration heartbeat, Duration patience, int names) {

    /** 15 seconds, 30 seconds, 16 names. */
    public static EventStreamSettings defaults() {
        return new EventStreamSettings(Duration.ofSeconds(15), Duration.ofSeconds(30), 16);
    }
}
