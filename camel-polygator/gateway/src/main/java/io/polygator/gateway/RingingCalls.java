package io.polygator.gateway;

import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.store.Sighting.Way;
import io.polygator.gsm.modem.CallEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises a call that both the modem and a notice tell of: the same channel within a minute, and no two different
 * callers. One call of each channel is remembered. Gateway loop only.
 */
final class RingingCalls {
    private static final Duration APART = Duration.ofMinutes(1);
    private static final int CHANNELS = 10_000;

    private final Map<String, Ringing> latest = new HashMap<>();

    private record Ringing(Way way, Optional<String> caller, Instant at) {
        boolean isTwin(Ringing other) {
            return way != other.way
                    && Duration.between(at, other.at).abs().compareTo(APART) <= 0
                    && (caller.isEmpty()
                            || other.caller.isEmpty()
                            || DialledNumber.isSame(caller.get(), other.caller.get()));
        }
    }

    /** Whether the call was told on the other way; otherwise it is remembered. */
    boolean isKnown(String channel, Way way, CallEvent call) {
        if (call.kind() != CallEvent.Kind.RINGING) {
            return false;
        }
        Ringing ringing = new Ringing(way, call.caller(), call.at());
        Ringing before = latest.remove(channel);
        if (before != null && before.isTwin(ringing)) {
            return true;
        }
        if (latest.size() < CHANNELS) {
            latest.put(channel, ringing);
        }
        return false;
    }
}
