package io.polygator.gateway.account;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who got in and who did not. Secrets never stand there. A name stands there only when an account has it: another may
 * be a secret that was typed into the wrong field, and of it only the first two characters are shown.
 */
final class AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int SHOWN = 2;

    /** A secret was checked and is right, and nothing else keeps the peer out. */
    void granted(Attempt attempt) {
        LOG.debug("Granted: account {} at {} from {}", attempt.id(), attempt.door(), address(attempt));
    }

    /** A check ended with a denial. */
    void denied(Attempt attempt, Denial reason) {
        LOG.warn(
                "Denied ({}): account {} at {} from {}",
                reason,
                name(attempt, reason),
                attempt.door(),
                address(attempt));
    }

    /** Guessing closes the door. */
    void lockedOut(Attempt attempt, Denial reason, Duration lock) {
        LOG.warn("Locked out for {}: account {} from {}", lock, name(attempt, reason), address(attempt));
    }

    /** Nothing was checked. At debug level, since a guesser decides how often. */
    void turnedAway(Attempt attempt, Denial reason) {
        LOG.debug("Turned away ({}): at {} from {}", reason, attempt.door(), address(attempt));
    }

    private static String name(Attempt attempt, Denial reason) {
        if (reason != Denial.UNKNOWN) {
            return attempt.id();
        }
        return AccountId.isValid(attempt.id())
                ? attempt.id().substring(0, Math.min(SHOWN, attempt.id().length() / 2)) + "*** (unknown)"
                : "(no valid name)";
    }

    private static String address(Attempt attempt) {
        return attempt.remote().getHostAddress();
    }
}
