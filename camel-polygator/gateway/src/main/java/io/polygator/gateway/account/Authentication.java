package io.polygator.gateway.account;

import java.time.Duration;

/** What came of an attempt. */
public sealed interface Authentication {

    /**
     * It gets in.
     *
     * @param account as it was at that moment
     */
    record Granted(Account account) implements Authentication {}

    /**
     * It does not.
     *
     * @param reason for the operator; to the peer all but {@link Denial#LOCKED_OUT} and {@link Denial#BUSY} look alike
     * @param retryAfter how long to wait before another attempt makes sense; zero when waiting does not help
     */
    record Denied(Denial reason, Duration retryAfter) implements Authentication {}
}
