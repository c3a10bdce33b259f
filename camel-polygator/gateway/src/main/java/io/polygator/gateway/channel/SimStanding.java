package io.polygator.gateway.channel;

import io.polygator.gateway.message.DialledNumber;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far a SIM can be trusted to send. One number that is refused again and again says nothing about the SIM; several
 * different ones in a row do. After a rest one refusal is enough for the next, longer rest. Gateway loop only.
 */
final class SimStanding {
    private final RestSettings settings;
    private final Set<String> refusedNumbers = new HashSet<>();
    private int rests;
    private Optional<Instant> restsUntil = Optional.empty();

    SimStanding(RestSettings settings) {
        this.settings = settings;
    }

    /** The network took a message. */
    void sent() {
        refusedNumbers.clear();
        rests = 0;
        restsUntil = Optional.empty();
    }

    /**
     * The SIM was refused.
     *
     * @param jitter 0 to 1, spreads the ends of rests
     * @return whether a rest begins
     */
    boolean refused(String number, Instant now, double jitter) {
        refusedNumbers.add(DialledNumber.indexKey(number));
        boolean onTrial = rests > 0;
        if (!onTrial && refusedNumbers.size() < settings.failuresInARow()) {
            return false;
        }
        restsUntil = Optional.of(now.plus(settings.rests().after(rests, jitter)));
        refusedNumbers.clear();
        rests++;
        return true;
    }

    boolean restsAt(Instant now) {
        return restsUntil.filter(now::isBefore).isPresent();
    }

    Optional<Instant> restsUntil() {
        return restsUntil;
    }

    /** Another SIM, or an operator who knows better: everything is forgotten. */
    void forget() {
        sent();
    }
}
