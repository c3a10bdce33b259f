package io.polygator.smpp.session;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a session waits for what (SMPP 3.4 §7.2 has names and no values).
 *
 * @param init from the connection to the end of the bind, TLS included
 * @param read for the rest of a PDU of which some octets have come
 * @param enquireLink silence after which the peer is asked whether it is there, varied by a tenth
 * @param enquireAnswer for the answer to that; the session ends after the second miss
 * @param response for the acknowledgement of a deliver_sm, and for unanswered submissions when a session ends
 * @param writeStall for a peer that does not read
 * @param inactivity without anything but enquire_link, after which the session is unbound; nothing for never
 */
public record SessionTimers(
        Duration init,
        Duration read,
        Duration enquireLink,
        Duration enquireAnswer,
        Duration response,
        Duration writeStall,
        Optional<Duration> inactivity) {

    public SessionTimers {
        for (Duration timer : new Duration[] {init, read, enquireLink, enquireAnswer, response, writeStall}) {
            requirePositive(timer);
        }
        inactivity.ifPresent(SessionTimers::requirePositive);
    }

    private static void requirePositive(Duration timer) {
        if (timer.isZero() || timer.isNegative()) {
            throw new IllegalArgumentException("a timer must be positive, was " + timer);
        }
    }

    /** 10 s, 15 s, 30 s, 10 s, 30 s, 30 s, never. */
    public static SessionTimers standard() {
        return new SessionTimers(
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Optional.empty());
    }

    public SessionTimers withInit(Duration other) {
        return new SessionTimers(other, read, enquireLink, enquireAnswer, response, writeStall, inactivity);
    }

    public SessionTimers withEnquireLink(Duration other) {
        return new SessionTimers(init, read, other, enquireAnswer, response, writeStall, inactivity);
    }

    public SessionTimers withResponse(Duration other) {
        return new SessionTimers(init, read, enquireLink, enquireAnswer, other, writeStall, inactivity);
    }

    public SessionTimers withWriteStall(Duration other) {
        return new SessionTimers(init, read, enquireLink, enquireAnswer, response, other, inactivity);
    }

    public SessionTimers withInactivity(Duration other) {
        return new SessionTimers(init, read, enquireLink, enquireAnswer, response, writeStall, Optional.of(other));
    }
}
