package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.ReportSeen;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Rows of the table {@code segment}. */
final class SegmentRows {
    private static final String WRITE = "INSERT INTO segment (message_id, sequence, alphabet, header, units, state,"
            + " due_at, act_by, attempts, setbacks, possible_duplicate, channel, imsi, reference,"
            + " reference_before, sent_at,"
            + " report_status, report_timestamp, report_count, settled_at, error, sent_to)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (message_id, sequence) DO UPDATE SET state = excluded.state, due_at = excluded.due_at,"
            + " act_by = excluded.act_by, attempts = excluded.attempts, setbacks = excluded.setbacks,"
            + " possible_duplicate = excluded.possible_duplicate, channel = excluded.channel, imsi = excluded.imsi,"
            + " reference = excluded.reference, reference_before = excluded.reference_before,"
            + " sent_at = excluded.sent_at, report_status = excluded.report_status,"
            + " report_timestamp = excluded.report_timestamp, report_count = excluded.report_count,"
            + " settled_at = excluded.settled_at, error = excluded.error, sent_to = excluded.sent_to";

    private static final String ADD =
            "INSERT INTO segment (message_id, sequence, alphabet, header, units, state, due_at,"
                    + " attempts, setbacks, possible_duplicate) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0)";

    private SegmentRows() {}

    /** Adds a segment of a new message. */
    static void add(Session session, StoredMessage message, StoredSegment segment) throws SQLException {
        if (!segment.isFresh()) {
            write(session, message, segment);
            return;
        }
        session.change(
                ADD,
                message.id(),
                segment.sequence(),
                segment.userData().alphabet(),
                Tpdus.elements(segment.userData().header()),
                segment.userData().units(),
                segment.state(),
                segment.dueAt());
    }

    /** Adds the segment, or changes all of it but what it says. */
    static void write(Session session, StoredMessage message, StoredSegment segment) throws SQLException {
        Optional<Placement> placement = segment.placement();
        Optional<ReportSeen> report = segment.report();
        session.change(
                WRITE,
                message.id(),
                segment.sequence(),
                segment.userData().alphabet(),
                Tpdus.elements(segment.userData().header()),
                segment.userData().units(),
                segment.state(),
                segment.dueAt(),
                segment.actBy(),
                segment.attempts(),
                segment.setbacks(),
                segment.possibleDuplicate(),
                placement.map(Placement::channel),
                placement.flatMap(Placement::imsi),
                placement.flatMap(Placement::reference).map(MessageReference::value),
                placement.flatMap(Placement::referenceBefore).map(MessageReference::value),
                placement.map(Placement::sentAt),
                report.map(seen -> seen.status().value()),
                report.map(ReportSeen::timestamp),
                report.map(ReportSeen::count),
                segment.settledAt(),
                segment.error(),
                segment.mayHaveLeft()
                        ? Optional.of(
                                DialledNumber.indexKey(message.request().to().value()))
                        : Optional.empty());
    }

    static List<StoredSegment> of(Session session, MessageId message) throws SQLException {
        return session.list(
                SegmentRows::segment, "SELECT * FROM segment WHERE message_id = ? ORDER BY sequence", message);
    }

    static StoredSegment segment(Row row) throws SQLException {
        UserData userData = new UserData(
                UserDataHeader.decode(row.octets("header")),
                row.named("alphabet", Alphabet::valueOf),
                row.octets("units"));
        return new StoredSegment(
                row.integer("sequence"),
                userData,
                row.named("state", MessageState::valueOf),
                row.momentIfAny("due_at"),
                row.momentIfAny("act_by"),
                row.integer("attempts"),
                row.integer("setbacks"),
                row.flag("possible_duplicate"),
                placement(row),
                report(row),
                row.momentIfAny("settled_at"),
                row.textIfAny("error"));
    }

    private static Optional<Placement> placement(Row row) throws SQLException {
        Optional<String> channel = row.textIfAny("channel");
        if (channel.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Placement(
                channel.get(),
                row.textIfAny("imsi"),
                reference(row, "reference"),
                reference(row, "reference_before"),
                row.moment("sent_at")));
    }

    private static Optional<MessageReference> reference(Row row, String column) throws SQLException {
        OptionalInt value = row.integerIfAny(column);
        return value.isPresent() ? Optional.of(new MessageReference(value.getAsInt())) : Optional.empty();
    }

    private static Optional<ReportSeen> report(Row row) throws SQLException {
        OptionalInt status = row.integerIfAny("report_status");
        return status.isPresent()
                ? Optional.of(new ReportSeen(
                        new DeliveryStatus(status.getAsInt()),
                        row.octets("report_timestamp"),
                        row.integer("report_count")))
                : Optional.empty();
    }
}
