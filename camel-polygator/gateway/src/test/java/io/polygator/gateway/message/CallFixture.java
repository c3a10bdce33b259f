package io.polygator.gateway.message;

import io.polygator.gsm.modem.CallEvent;
import java.time.Instant;
import java.util.Optional;

/** Events that tests tell apart by a number. */
public final class CallFixture {
    private CallFixture() {}

    /** A call that rings, from the caller with this number. */
    public static GatewayEvent ringing(int number) {
        return new GatewayEvent.Call(
                "g8-1", new CallEvent(CallEvent.Kind.RINGING, Optional.of(Integer.toString(number)), Instant.EPOCH));
    }
}
