package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.ModemStatus;
import io.polygator.gsm.modem.ModuleType;
import io.polygator.gsm.sms.tpdu.MessageReference;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** The state of a channel as JSON. Pure functions. */
final class ChannelPayload {
    private ChannelPayload() {}

    static JsonFields status(ChannelStatus status) {
        return new JsonFields()
                .with("name", status.name())
                .with("gateway", status.gateway())
                .with("groups", List.copyOf(new TreeSet<>(status.groups())))
                .with("address", status.address())
                .with("state", status.state())
                .with("detail", status.detail())
                .with("modem", modem(status.modem()))
                .with("counters", counters(status.counters()));
    }

    static ChannelStatus status(JsonFields fields) {
        return new ChannelStatus(
                fields.text("name"),
                fields.text("gateway"),
                Set.copyOf(fields.texts("groups")),
                fields.text("address"),
                ChannelStatus.State.valueOf(fields.text("state")),
                fields.text("detail"),
                modem(fields.object("modem")),
                counters(fields.object("counters")));
    }

    private static JsonFields modem(ModemStatus modem) {
        return new JsonFields()
                .with("state", modem.state())
                .with("detail", modem.detail())
                .with("module", modem.module())
                .with("model", modem.model())
                .with("revision", modem.revision())
                .with("imei", modem.imei())
                .with("imsi", modem.imsi())
                .with("iccid", modem.iccid())
                .with("operator", modem.operator())
                .with("registration", modem.registration())
                .with("signal", modem.signal())
                .with("smsc", modem.smsc())
                .with("subscriber", modem.subscriber())
                .with("lastReference", modem.lastReference().map(MessageReference::value))
                .with("awaitsAnswer", modem.awaitsAnswer());
    }

    private static ModemStatus modem(JsonFields fields) {
        return new ModemStatus(
                ModemState.valueOf(fields.text("state")),
                fields.text("detail"),
                fields.textIfAny("module").map(ModuleType::valueOf),
                fields.textIfAny("model"),
                fields.textIfAny("revision"),
                fields.textIfAny("imei"),
                fields.textIfAny("imsi"),
                fields.textIfAny("iccid"),
                fields.textIfAny("operator"),
                fields.integerIfAny("registration"),
                fields.integerIfAny("signal"),
                fields.textIfAny("smsc"),
                fields.textIfAny("subscriber"),
                lastReference(fields),
                fields.flag("awaitsAnswer"));
    }

    private static Optional<MessageReference> lastReference(JsonFields fields) {
        OptionalInt value = fields.integerIfAny("lastReference");
        return value.isPresent() ? Optional.of(new MessageReference(value.getAsInt())) : Optional.empty();
    }

    private static JsonFields counters(ChannelStatus.Counters counters) {
        return new JsonFields()
                .with("sent", counters.sent())
                .with("failed", counters.failed())
                .with("unconfirmed", counters.unconfirmed())
                .with("received", counters.received())
                .with("reports", counters.reports())
                .with("restarts", counters.restarts());
    }

    private static ChannelStatus.Counters counters(JsonFields fields) {
        return new ChannelStatus.Counters(
                fields.number("sent"),
                fields.number("failed"),
                fields.number("unconfirmed"),
                fields.number("received"),
                fields.number("reports"),
                fields.number("restarts"));
    }
}
