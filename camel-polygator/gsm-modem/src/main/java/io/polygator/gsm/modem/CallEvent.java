package io.polygator.gsm.modem;

import java.time.Instant;
import java.util.Optional;

/** One incoming call: it began to ring, or it ended. The caller is empty when withheld or unknown. */
public record CallEvent(Kind kind, Optional<String> caller, Instant at) {
    /** What the call did. */
    public enum Kind {
        RINGING,
        ENDED
    }
}
