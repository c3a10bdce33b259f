package io.polygator.gateway.channel;

import io.polygator.gateway.quota.BudgetStop;
import io.polygator.gateway.quota.SimMeter;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.ModemStatus;
import io.polygator.gsm.sms.tpdu.MessageReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a SIM send: once it was looked up what it has sent before, and as far as its budget goes. Gateway loop only.
 */
final class SimGate {
    /** After so long an operator is told that a SIM is still to be admitted. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private @Nullable SimSession session;
    private Instant sessionSince = Instant.EPOCH;
    private long lastNumber;
    private boolean asked;
    private @Nullable SimMeter meter;
    private Optional<MessageReference> lastReference = Optional.empty();
    private boolean grows;

    /** The modem tells its state: a SIM may have come up, gone, or been exchanged. */
    void follow(ModemStatus status, Instant now) {
        boolean up = status.state() == ModemState.READY || status.state() == ModemState.NOT_REGISTERED;
        boolean same = session != null && session.imsi().equals(status.imsi());
        if (up && same) {
            grows |= status.lastReference().isPresent()
                    && status.lastReference().equals(lastReference.map(MessageReference::next));
            lastReference = status.lastReference();
            return;
        }
        grows = false;
        lastReference = up ? status.lastReference() : Optional.empty();
        session = up ? new SimSession(++lastNumber, status.imsi(), status.lastReference()) : null;
        sessionSince = now;
        asked = false;
        meter = null;
    }

    /** The session that is still to be admitted; each only once. */
    Optional<SimSession> toBeAdmitted() {
        boolean waits = session != null && !asked;
        asked |= waits;
        return waits ? Optional.ofNullable(session) : Optional.empty();
    }

    /** Opens for a session, unless it is over; whether it opened. */
    boolean admit(SimSession admitted, SimMeter itsMeter) {
        if (!admitted.equals(session)) {
            return false;
        }
        meter = itsMeter;
        return true;
    }

    /**
     * The last TP-MR that the SIM has used, when that proves something about the next message: the SIM told it when it
     * came up, and it was seen to grow by one since. Some modules count on their own and leave the SIM's record alone.
     */
    Optional<MessageReference> provenReference() {
        boolean told = session != null && session.lastReference().isPresent();
        return lastReference.filter(known -> told && grows);
    }

    /** Whether the SIM may send to anybody. */
    boolean isOpen(Instant now) {
        return meter != null && meter.stop(now).isEmpty();
    }

    /** The budget of the SIM, once it was admitted. */
    Optional<SimMeter> meter() {
        return Optional.ofNullable(meter);
    }

    /** The limit that keeps the SIM from sending. */
    Optional<BudgetStop> stop(Instant now) {
        return meter().flatMap(known -> known.stop(now));
    }

    /** When its budget lets it do more than now, if time alone brings that about. */
    Optional<Instant> changesAt(Instant now) {
        return Stream.of(stop(now), meter().flatMap(known -> known.recipientsStop(now)))
                .flatMap(Optional::stream)
                .map(BudgetStop::until)
                .min(Instant::compareTo);
    }

    /** Index keys of the numbers it may write to; empty when it may write to any. */
    Optional<Set<String>> onlyTo(Instant now) {
        return meter().flatMap(known -> known.onlyTo(now));
    }

    /** What an operator should know; empty when all is well. */
    String detail(Instant now) {
        boolean late = !now.isBefore(sessionSince.plus(PATIENCE));
        if (session != null && meter == null && late) {
            return "what this SIM sent before is being looked up; it sends nothing until that is known";
        }
        return stop(now)
                .map(reached -> "the budget of this SIM, " + reached.limit() + ", is used up until " + reached.until())
                .or(() -> meter().flatMap(known -> known.recipientsStop(now))
                        .map(reached -> "the budget of this SIM, " + reached.limit() + ", is used up until "
                                + reached.until() + "; it writes only to those it has written to"))
                .orElse("");
    }
}
