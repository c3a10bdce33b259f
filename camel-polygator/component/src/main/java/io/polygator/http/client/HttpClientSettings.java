package io.polygator.http.client;

import java.time.Duration;

/**
 * The limits of a {@link GuardedHttpClient}.
 *
 * @param connect how long a connection may take, the look-up of the name and each of its queries included
 * @param answer how long a call may take from the look-up of the name to the last octet of the answer
 * @param patience how long a call may wait for its turn at a busy target
 * @param atOnce how many calls of one caller run at one target (scheme, host, port) at a time; at least 1
 * @param waiting how many calls may wait for their turn, of all callers together
 * @param answerLimit how many octets of an answer's body are kept; the connection is closed before it brings more
 */
public record HttpClientSettings(
        Duration connect, Duration answer, Duration patience, int atOnce, int waiting, int answerLimit) {
    public HttpClientSettings {
        requirePositive("connect", connect);
        requirePositive("answer", answer);
        requirePositive("patience", patience);
        if (atOnce < 1 || waiting < 0 || answerLimit < 0) {
            throw new IllegalArgumentException("atOnce must be at least 1, waiting and answerLimit at least 0; were "
                    + atOnce + ", " + waiting + " and " + answerLimit);
        }
    }

    /** 5, 15 and 30 seconds; 8 at a time, 10,000 may wait; 64 KiB. */
    public static HttpClientSettings defaults() {
        return new HttpClientSettings(
                Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30), 8, 10_000, 64 * 1024);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, was " + value);
        }
    }
}
