package io.polygator.gateway.channel;

import io.polygator.gateway.quota.BudgetStop;
import io.polygator.gateway.quota.SimMeter;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.ModemStatus;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets a SIM send: once it was looked up what it has sent before, and as far as its budget goes. Gateway loop only. */
final class SimGate {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Loop loop;
    private final Runnable changed;
    private @Nullable SimSession session;
    private Instant sessionSince = Instant.EPOCH;
    private long lastNumber;
    private boolean asked;
    private @Nullable SimMeter meter;
    private Optional<String> refusal = Optional.empty();
    private Optional<MessageReference> lastReference = Optional.empty();
    private boolean grows;
    private Optional<Instant> budgetWatched = Optional.empty();

    /** @param changed runs when what it lets through, or what an operator should know, is different */
    SimGate(Loop loop, Runnable changed) {
        this.loop = loop;
        this.changed = changed;
    }

    /** The modem tells its state: a SIM may have come up, gone, or been exchanged. */
    void follow(ModemStatus status) {
        boolean up = status.state() == ModemState.READY || status.state() == ModemState.NOT_REGISTERED;
        if (up && session != null && session.imsi().equals(status.imsi())) {
            grows |= status.lastReference().isPresent()
                    && status.lastReference().equals(lastReference.map(MessageReference::next));
        } else {
            session = up ? new SimSession(++lastNumber, status.imsi(), status.lastReference()) : null;
            sessionSince = loop.instant();
            asked = false;
            meter = null;
            refusal = Optional.empty();
            grows = false;
        }
        lastReference = up ? status.lastReference() : Optional.empty();
    }

    /** The session that is still to be admitted; each only once. */
    Optional<SimSession> toBeAdmitted() {
        if (session == null || asked) {
            return Optional.empty();
        }
        asked = true;
        loop.schedule(PATIENCE, changed);
        return Optional.of(session);
    }

    /** Opens for a session, unless it is over. */
    void admit(SimSession admitted, SimMeter itsMeter) {
        if (admitted.equals(session)) {
            meter = itsMeter;
            watchBudget();
            changed.run();
        }
    }

    /** Stays shut for a session, unless it is over. */
    void refuse(SimSession refused, String reason) {
        if (refused.equals(session)) {
            refusal = Optional.of(reason);
            changed.run();
        }
    }

    /** Whether the SIM may send to anybody. */
    boolean isOpen() {
        return meter != null && meter.stop(loop.instant()).isEmpty();
    }

    /** Whether it opens within the time, or may. */
    boolean mayOpenWithin(Duration time) {
        Instant end = loop.instant().plus(time);
        return refusal.isEmpty()
                && stop().map(BudgetStop::until).filter(end::isBefore).isEmpty();
    }

    /** Index keys of the numbers it may write to; empty when it may write to any. */
    Optional<Set<String>> onlyTo() {
        return meter().flatMap(known -> known.onlyTo(loop.instant()));
    }

    /** The budget pays for a segment, which is handed over at the given moment. */
    void spend(String recipient, Instant at) {
        meter().ifPresent(known -> known.spend(recipient, at));
        watchBudget();
    }

    /** The budget gets back what it paid at the given moment. */
    void giveBack(Instant at) {
        meter().ifPresent(known -> known.giveBack(at));
        changed.run();
    }

    /**
     * The last TP-MR that the SIM has used, when that proves something about the next message: the SIM told it when it
     * came up, and it was seen to grow by one since. Some modules count on their own and leave the SIM's record alone.
     */
    Optional<MessageReference> provenReference() {
        boolean told = session != null && session.lastReference().isPresent();
        return lastReference.filter(known -> told && grows);
    }

    /** What an operator should know; empty when all is well. */
    String detail() {
        Instant now = loop.instant();
        boolean late = !now.isBefore(sessionSince.plus(PATIENCE));
        if (refusal.isEmpty() && session != null && meter == null && late) {
            return "what this SIM sent before is being looked up; it sends nothing until that is known";
        }
        return refusal.or(() -> stop().map(reached -> usedUp(reached)))
                .or(() -> recipientsStop()
                        .map(reached -> usedUp(reached) + "; it writes only to those it has written to"))
                .orElse("");
    }

    private static String usedUp(BudgetStop reached) {
        return "the budget of this SIM, " + reached.limit() + ", is used up until " + reached.until();
    }

    /** Tells when the budget lets the SIM do more than now, if time alone brings that about. */
    private void watchBudget() {
        Optional<Instant> next = Stream.of(stop(), recipientsStop())
                .flatMap(Optional::stream)
                .map(BudgetStop::until)
                .min(Instant::compareTo);
        if (next.isPresent() && !next.equals(budgetWatched)) {
            budgetWatched = next;
            loop.schedule(Duration.between(loop.instant(), next.get()), () -> {
                budgetWatched = Optional.empty();
                watchBudget();
                changed.run();
            });
        }
    }

    private Optional<SimMeter> meter() {
        return Optional.ofNullable(meter);
    }

    private Optional<BudgetStop> stop() {
        return meter().flatMap(known -> known.stop(loop.instant()));
    }

    private Optional<BudgetStop> recipientsStop() {
        return meter().flatMap(known -> known.recipientsStop(loop.instant()));
    }
}
