package io.polygator.camel.polygator;

import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.MessageId;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** An inbound message of class 0 that replaces another (TP-PID 65), as the consumers of {@code polygator:} write it. */
public final class FlashMessage {
    /** Replace short message type 1 (3GPP TS 23.040 §9.2.3.9). */
    public static final int PROTOCOL_IDENTIFIER = 65;

    private FlashMessage() {}

    /** In an exchange of its own. */
    public static Message written() {
        Message message = new DefaultExchange(new DefaultCamelContext()).getMessage();
        EventMapping.write(event("+380501234502", "Hello"), message);
        return message;
    }

    static GatewayEvent event(String from, String text) {
        return new GatewayEvent.Inbound(new InboundMessage(
                new MessageId("17"),
                "g8-1",
                Optional.empty(),
                from,
                Optional.of("+380501234501"),
                text,
                Octets.empty(),
                Alphabet.GSM7,
                OptionalInt.of(0),
                PROTOCOL_IDENTIFIER,
                Optional.empty(),
                1,
                true,
                Optional.empty(),
                Instant.parse("2026-11-26T12:00:00Z")));
    }
}
