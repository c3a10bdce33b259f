package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.modem.UssdReply;
import java.sql.SQLException;

/**
 * Events as a column holds them: one JSON object each, the field {@code schema} telling which reading it needs.
 * What was written once stays readable: a change of the form raises the number and keeps the older reading.
 */
final class EventPayload {
    private static final int SCHEMA = 1;

    private EventPayload() {}

    static String write(GatewayEvent event) {
        return fields(event).with("schema", SCHEMA).write();
    }

    static GatewayEvent read(String payload) throws SQLException {
        try {
            JsonFields fields = JsonFields.read(payload);
            int schema = fields.integer("schema");
            if (schema != SCHEMA) {
                throw new SQLException("a stored event has the schema " + schema + ", this version reads " + SCHEMA
                        + ": was it written by a newer one?");
            }
            return event(fields);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new SQLException("a stored event cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonFields fields(GatewayEvent event) {
        if (event instanceof GatewayEvent.Inbound inbound) {
            return new JsonFields().with("kind", "inbound").with("message", MessagePayload.inbound(inbound.message()));
        }
        if (event instanceof GatewayEvent.Report report) {
            return new JsonFields()
                    .with("kind", "report")
                    .with("channel", report.channel())
                    .with("report", MessagePayload.report(report.report()));
        }
        if (event instanceof GatewayEvent.Call call) {
            return new JsonFields()
                    .with("kind", "call")
                    .with("channel", call.channel())
                    .with("what", call.call().kind())
                    .with("caller", call.call().caller())
                    .with("at", call.at());
        }
        if (event instanceof GatewayEvent.Ussd ussd) {
            return new JsonFields()
                    .with("kind", "ussd")
                    .with("channel", ussd.channel())
                    .with("status", ussd.reply().status())
                    .with("text", ussd.reply().text())
                    .with("at", ussd.at());
        }
        if (event instanceof GatewayEvent.ChannelChanged changed) {
            return new JsonFields()
                    .with("kind", "channel")
                    .with("channel", changed.channel())
                    .with("before", changed.before())
                    .with("status", ChannelPayload.status(changed.status()))
                    .with("at", changed.at());
        }
        GatewayEvent.Unreadable unreadable = (GatewayEvent.Unreadable) event;
        return new JsonFields()
                .with("kind", "unreadable")
                .with("channel", unreadable.channel())
                .with("raw", unreadable.raw())
                .with("defect", unreadable.defect())
                .with("at", unreadable.at());
    }

    private static GatewayEvent event(JsonFields fields) {
        String kind = fields.text("kind");
        return switch (kind) {
            case "inbound" -> new GatewayEvent.Inbound(MessagePayload.inbound(fields.object("message")));
            case "report" ->
                new GatewayEvent.Report(fields.text("channel"), MessagePayload.report(fields.object("report")));
            case "call" ->
                new GatewayEvent.Call(
                        fields.text("channel"),
                        new CallEvent(
                                CallEvent.Kind.valueOf(fields.text("what")),
                                fields.textIfAny("caller"),
                                fields.moment("at")));
            case "ussd" ->
                new GatewayEvent.Ussd(
                        fields.text("channel"),
                        new UssdReply(UssdReply.Status.valueOf(fields.text("status")), fields.text("text")),
                        fields.moment("at"));
            case "channel" ->
                new GatewayEvent.ChannelChanged(
                        fields.text("channel"),
                        ChannelStatus.State.valueOf(fields.text("before")),
                        ChannelPayload.status(fields.object("status")),
                        fields.moment("at"));
            case "unreadable" ->
                new GatewayEvent.Unreadable(
                        fields.text("channel"), fields.text("raw"), fields.text("defect"), fields.moment("at"));
            default -> throw new IllegalArgumentException("the kind " + kind + " is unknown");
        };
    }
}
