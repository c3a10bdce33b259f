package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.store.Avoidance;
import io.polygator.gateway.store.QueueEntry;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TypeOfNumber;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Rows of the table {@code message} as values. */
final class MessageRows {
    private MessageRows() {}

    static StoredMessage message(Row row, MessageId id, List<StoredSegment> segments) throws SQLException {
        return new StoredMessage(
                id,
                request(row),
                row.named("alphabet", Alphabet::valueOf),
                row.moment("accepted_at"),
                row.moment("rank"),
                row.moment("expires_at"),
                row.textIfAny("bound_channel"),
                row.textIfAny("behind").map(MessageId::new),
                avoided(row),
                row.namedIfAny("verdict", MessageState::valueOf),
                segments);
    }

    /** Reads only columns that the index of the queue covers. */
    static QueueEntry queueEntry(Row row) throws SQLException {
        return new QueueEntry(
                new MessageId(row.text("id")),
                row.named("lane", Choices::choice),
                row.textIfAny("sender_bare"),
                row.text("recipient_key"),
                row.textIfAny("bound_channel"),
                avoided(row),
                row.moment("due_at"),
                row.moment("expires_at"),
                row.moment("rank"));
    }

    static SmsAddress recipient(Row row) throws SQLException {
        TypeOfNumber type = row.named("recipient_type", TypeOfNumber::valueOf);
        int plan = row.integer("recipient_plan");
        return row.named("recipient", value -> new SmsAddress(type, plan, value));
    }

    private static OutboundMessage request(Row row) throws SQLException {
        return new OutboundMessage(
                recipient(row),
                body(row),
                row.textIfAny("sender"),
                row.named("channels", Choices::choice),
                row.flag("report_requested"),
                row.namedIfAny("validity_ms", text -> Duration.ofMillis(Long.parseLong(text))),
                row.momentIfAny("send_at"),
                row.integer("priority"),
                row.integerIfAny("message_class"),
                row.named("encoding", Encoding::valueOf),
                row.flag("transliterate"),
                new ProtocolIdentifier(row.integer("protocol_identifier")),
                row.flag("reply_path"),
                row.textIfAny("together"),
                row.textIfAny("idempotency_key"),
                new Origin(
                        row.textIfAny("submitter"),
                        row.textIfAny("account"),
                        row.textIfAny("client_reference"),
                        row.textIfAny("context")),
                row.namedIfAny("doubt_policy", DoubtPolicy::valueOf));
    }

    private static MessageBody body(Row row) throws SQLException {
        Optional<String> text = row.textIfAny("body_text");
        OptionalInt scheme = row.integerIfAny("coding_scheme");
        if (scheme.isPresent()) {
            return prepared(row, new DataCodingScheme(scheme.getAsInt()));
        }
        return text.isPresent()
                ? new MessageBody.Text(text.get())
                : new MessageBody.Data(row.octets("body_octets"), ports(row));
    }

    private static MessageBody prepared(Row row, DataCodingScheme scheme) throws SQLException {
        UserDataHeader header = UserDataHeader.decode(row.octets("body_header"));
        return new MessageBody.Prepared(new UserData(header, scheme.alphabet(), row.octets("body_octets")), scheme);
    }

    private static Optional<Ports> ports(Row row) throws SQLException {
        OptionalInt destination = row.integerIfAny("port_destination");
        int source = row.integer("port_source");
        return destination.isPresent() ? Optional.of(new Ports(destination.getAsInt(), source)) : Optional.empty();
    }

    private static Optional<Avoidance> avoided(Row row) throws SQLException {
        Optional<String> channel = row.textIfAny("avoided_channel");
        return channel.isPresent()
                ? Optional.of(new Avoidance(channel.get(), row.moment("avoided_until")))
                : Optional.empty();
    }
}
