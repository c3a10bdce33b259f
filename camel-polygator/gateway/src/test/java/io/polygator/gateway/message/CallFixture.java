package io.polygator.gateway.message;

import io.polygator.gateway.message.DeliveryReport.Finality;
import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.sms.alphabet.Alphabet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events that tests tell apart by a number. */
public final class CallFixture {
    private CallFixture() {}

    /** A call that rings, from the caller with this number. */
    public static GatewayEvent ringing(int number) {
        return new GatewayEvent.Call(
                "g8-1", new CallEvent(CallEvent.Kind.RINGING, Optional.of(Integer.toString(number)), Instant.EPOCH));
    }

    /** A report that this message was delivered. */
    public static GatewayEvent report(String message, Instant at) {
        MessageId id = new MessageId(message);
        MessageStatus status = new MessageStatus(
                id,
                "+79161234567",
                Optional.of("Shop"),
                Origin.of("http shop").ownedBy("shop"),
                true,
                MessageState.DELIVERED,
                Alphabet.GSM7,
                List.of(),
                at,
                Optional.of(at),
                Optional.empty());
        return new GatewayEvent.Report(
                "g8-1", new DeliveryReport(id, "+79161234567", MessageState.DELIVERED, 0, status, Finality.FINAL, at));
    }
}
