package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.DeliveryReport;
import io.polygator.gateway.message.DeliveryReport.Finality;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/** Inbound messages and delivery reports as JSON. Pure functions. */
final class MessagePayload {
    private MessagePayload() {}

    static JsonFields inbound(InboundMessage message) {
        return new JsonFields()
                .with("id", message.id())
                .with("channel", message.channel())
                .with("imsi", message.imsi())
                .with("from", message.from())
                .with("to", message.to())
                .with("text", message.text())
                .with("data", message.data())
                .with("alphabet", message.alphabet())
                .with("messageClass", message.messageClass())
                .with("protocolIdentifier", message.protocolIdentifier())
                .with("ports", message.ports().map(MessagePayload::ports))
                .with("segments", message.segments())
                .with("complete", message.complete())
                .with("sentAt", message.sentAt())
                .with("receivedAt", message.receivedAt());
    }

    static InboundMessage inbound(JsonFields fields) {
        return new InboundMessage(
                new MessageId(fields.text("id")),
                fields.text("channel"),
                fields.textIfAny("imsi"),
                fields.text("from"),
                fields.textIfAny("to"),
                fields.text("text"),
                fields.octets("data"),
                Alphabet.valueOf(fields.text("alphabet")),
                fields.integerIfAny("messageClass"),
                fields.integer("protocolIdentifier"),
                fields.objectIfAny("ports").map(MessagePayload::ports),
                fields.integer("segments"),
                fields.flag("complete"),
                fields.textIfAny("sentAt").map(OffsetDateTime::parse),
                fields.moment("receivedAt"));
    }

    static JsonFields report(DeliveryReport report) {
        return new JsonFields()
                .with("id", report.id())
                .with("to", report.to())
                .with("state", report.state())
                .with("deliveryStatus", report.deliveryStatus().map(DeliveryStatus::value))
                .with("status", status(report.status()))
                .with("finality", report.finality())
                .with("at", report.at());
    }

    static DeliveryReport report(JsonFields fields) {
        return new DeliveryReport(
                new MessageId(fields.text("id")),
                fields.text("to"),
                MessageState.valueOf(fields.text("state")),
                deliveryStatus(fields),
                status(fields.object("status")),
                Finality.valueOf(fields.text("finality")),
                fields.moment("at"));
    }

    private static JsonFields status(MessageStatus status) {
        return new JsonFields()
                .with("id", status.id())
                .with("to", status.to())
                .with("from", status.from())
                .with("origin", origin(status.origin()))
                .with("reportRequested", status.reportRequested())
                .with("state", status.state())
                .with("alphabet", status.alphabet())
                .with(
                        "segments",
                        status.segments().stream().map(MessagePayload::segment).toList())
                .with("acceptedAt", status.acceptedAt())
                .with("settledAt", status.settledAt())
                .with("error", status.error());
    }

    private static MessageStatus status(JsonFields fields) {
        return new MessageStatus(
                new MessageId(fields.text("id")),
                fields.text("to"),
                fields.textIfAny("from"),
                origin(fields.object("origin")),
                fields.flag("reportRequested"),
                MessageState.valueOf(fields.text("state")),
                Alphabet.valueOf(fields.text("alphabet")),
                fields.objects("segments").stream().map(MessagePayload::segment).toList(),
                fields.moment("acceptedAt"),
                fields.momentIfAny("settledAt"),
                fields.textIfAny("error"));
    }

    private static JsonFields origin(Origin origin) {
        return new JsonFields()
                .with("submitter", origin.submitter())
                .with("account", origin.account())
                .with("clientReference", origin.clientReference())
                .with("context", origin.context());
    }

    private static Origin origin(JsonFields fields) {
        return new Origin(
                fields.textIfAny("submitter"),
                fields.textIfAny("account"),
                fields.textIfAny("clientReference"),
                fields.textIfAny("context"));
    }

    private static JsonFields segment(SegmentStatus segment) {
        return new JsonFields()
                .with("sequence", segment.sequence())
                .with("state", segment.state())
                .with("channel", segment.channel())
                .with("imsi", segment.imsi())
                .with("reference", segment.reference())
                .with("attempts", segment.attempts())
                .with("possibleDuplicate", segment.possibleDuplicate())
                .with("sentAt", segment.sentAt())
                .with("settledAt", segment.settledAt())
                .with("deliveryStatus", segment.deliveryStatus().map(DeliveryStatus::value))
                .with("error", segment.error());
    }

    private static SegmentStatus segment(JsonFields fields) {
        return new SegmentStatus(
                fields.integer("sequence"),
                MessageState.valueOf(fields.text("state")),
                fields.textIfAny("channel"),
                fields.textIfAny("imsi"),
                fields.integerIfAny("reference"),
                fields.integer("attempts"),
                fields.flag("possibleDuplicate"),
                fields.momentIfAny("sentAt"),
                fields.momentIfAny("settledAt"),
                deliveryStatus(fields),
                fields.textIfAny("error"));
    }

    private static Optional<DeliveryStatus> deliveryStatus(JsonFields fields) {
        OptionalInt value = fields.integerIfAny("deliveryStatus");
        return value.isPresent() ? Optional.of(new DeliveryStatus(value.getAsInt())) : Optional.empty();
    }

    private static JsonFields ports(Ports ports) {
        return new JsonFields().with("destination", ports.destination()).with("source", ports.source());
    }

    private static Ports ports(JsonFields fields) {
        return new Ports(fields.integer("destination"), fields.integer("source"));
    }
}
