package io.polygator.gateway.message;

import io.polygator.gateway.message.DeliveryReport.Finality;
import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
        SegmentStatus segment = new SegmentStatus(
                1,
                MessageState.DELIVERED,
                Optional.of("g8-1"),
                Optional.of("255991234567890"),
                OptionalInt.of(17),
                1,
                false,
                Optional.of(at),
                Optional.of(at),
                Optional.of(new DeliveryStatus(0x01)),
                Optional.of("forwarded"));
        MessageStatus status = new MessageStatus(
                id,
                "+79161234567",
                Optional.of("Shop"),
                Origin.of("http shop").ownedBy("shop"),
                true,
                MessageState.DELIVERED,
                Alphabet.GSM7,
                List.of(segment),
                at,
                Optional.of(at),
                Optional.empty());
        return new GatewayEvent.Report(
                "g8-1",
                new DeliveryReport(
                        id,
                        "+79161234567",
                        MessageState.DELIVERED,
                        status.deliveryStatus(),
                        status,
                        Finality.FINAL,
                        at));
    }
}
