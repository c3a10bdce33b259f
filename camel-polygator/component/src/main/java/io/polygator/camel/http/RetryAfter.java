package io.polygator.camel.http;

import java.time.Duration;

/** The value of the header Retry-After (RFC 9110 §10.2.3). */
public final class RetryAfter {
    private RetryAfter() {}

    /** Whole seconds, at least 1, and not a moment too early. */
    public static int seconds(Duration wait) {
        return (int) Math.min(
                Integer.MAX_VALUE, Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }
}
