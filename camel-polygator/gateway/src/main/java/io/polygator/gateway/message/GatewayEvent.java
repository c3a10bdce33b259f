package io.polygator.gateway.message;

import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.modem.UssdReply;
import java.time.Instant;
import java.util.Optional;

/** Something a subscriber may want to hear. */
public sealed interface GatewayEvent {
    /** The channel it came from or went through. */
    String channel();

    /** When it happened. */
    Instant at();

    /** The message it is about; empty when it is about none. */
    default Optional<MessageId> about() {
        return Optional.empty();
    }

    /** A message came in. */
    record Inbound(InboundMessage message) implements GatewayEvent {
        @Override
        public String channel() {
            return message.channel();
        }

        @Override
        public Instant at() {
            return message.receivedAt();
        }

        @Override
        public Optional<MessageId> about() {
            return Optional.of(message.id());
        }
    }

    /** The fate of an outbound message became known, or changed. */
    record Report(String channel, DeliveryReport report) implements GatewayEvent {
        @Override
        public Instant at() {
            return report.at();
        }

        @Override
        public Optional<MessageId> about() {
            return Optional.of(report.id());
        }
    }

    /** A call rang or ended. */
    record Call(String channel, CallEvent call) implements GatewayEvent {
        @Override
        public Instant at() {
            return call.at();
        }
    }

    /** The network sent a USSD text by itself. */
    record Ussd(String channel, UssdReply reply, Instant at) implements GatewayEvent {}

    /** A channel changed its state. */
    record ChannelChanged(String channel, State before, ChannelStatus status, Instant at) implements GatewayEvent {}

    /** A PDU that cannot be read: kept as it came. */
    record Unreadable(String channel, String raw, String defect, Instant at) implements GatewayEvent {
        /** Without the PDU, which may hold numbers and text. */
        @Override
        public String toString() {
            return "Unreadable[" + channel + ", " + raw.length() + " characters, " + defect + "]";
        }
    }
}
