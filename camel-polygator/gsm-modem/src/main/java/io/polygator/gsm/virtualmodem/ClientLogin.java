package io.polygator.gsm.virtualmodem;

import java.util.function.Consumer;

/**
 * Knows who may use a modem. A client logs in with {@code AT+LOGIN="user","secret"} before anything that concerns the
 * SIM, the network or messages; commands that only set up its own interface are answered before, so that the login may
 * stand in the reset string or the init string of a program.
 */
@FunctionalInterface
public interface ClientLogin {

    /**
     * Verifies a user's secret without blocking.
     *
     * @param verdict hears the answer once, on the server's loop
     */
    void verify(String user, String secret, Consumer<Verdict> verdict);

    /** What a login led to. */
    enum Verdict {
        ACCEPTED,
        REJECTED
    }
}
