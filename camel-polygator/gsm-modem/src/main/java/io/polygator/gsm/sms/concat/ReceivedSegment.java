package io.polygator.gsm.sms.concat;

import io.polygator.gsm.sms.tpdu.SmsDeliver;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A segment and when it came to us.
 *
 * @param deliver one with a concatenation element
 */
public record ReceivedSegment(SmsDeliver deliver, Instant at) {
    public ReceivedSegment {
        if (Concatenation.in(deliver.userData().header()).isEmpty()) {
            throw new IllegalArgumentException(
                    "a segment needs a concatenation element: deliver a single message as it is");
        }
    }

    /** Its place, from 1 to the total. */
    public int sequence() {
        return Concatenation.in(deliver.userData().header()).orElseThrow().sequence();
    }

    boolean hasBodyOf(ReceivedSegment other) {
        return deliver.userData().equals(other.deliver.userData());
    }

    /** Time between the two at the service centre, or at our end when the service centre gave no usable time. */
    Duration distanceTo(ReceivedSegment other) {
        var sent = deliver.timestamp().time().map(OffsetDateTime::toInstant);
        var otherSent = other.deliver.timestamp().time().map(OffsetDateTime::toInstant);
        return sent.isPresent() && otherSent.isPresent()
                ? Duration.between(sent.get(), otherSent.get()).abs()
                : Duration.between(at, other.at).abs();
    }
}
