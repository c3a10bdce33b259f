package io.polygator.smpp.message;

import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.wire.PduException;
import io.polygator.smpp.wire.SmppTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a message may go and until when, seen from one moment. */
record Timing(Instant now, Duration longestValidity) {

    /** Not before; a time that has passed already is no obstacle. */
    Optional<Instant> schedule(String text) throws PduException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(SmppTime.parse(text, now)
                        .orElseThrow(() -> new PduException(CommandStatus.RINVSCHED, "schedule_delivery_time")))
                .filter(now::isBefore);
    }

    /** Instead of another time, which a time that has passed already takes away. */
    Optional<Instant> newSchedule(String text) throws PduException {
        Optional<Instant> scheduledAt = schedule(text);
        return scheduledAt.isPresent() || text.isEmpty() ? scheduledAt : Optional.of(now);
    }

    /** How long from now on. */
    Optional<Duration> validity(String text, Optional<Instant> scheduledAt) throws PduException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Instant end = SmppTime.parse(text, now)
                .filter(now::isBefore)
                .orElseThrow(() -> new PduException(CommandStatus.RINVEXPIRY, "validity_period"));
        if (scheduledAt.isPresent() && scheduledAt.get().isAfter(end)) {
            throw new PduException(CommandStatus.RINVSCHED, "schedule_delivery_time after validity_period");
        }
        Duration validity = Duration.between(now, end);
        return Optional.of(validity.compareTo(longestValidity) > 0 ? longestValidity : validity);
    }
}
