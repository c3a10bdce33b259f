package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.store.OrphanReport;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.SentQuery;
import io.polygator.gateway.store.SentSegment;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.sms.tpdu.TpduEncoder;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Segments that reports may be about, and the table {@code orphan_report}. */
final class ReportTable {
    private static final String SEGMENTS = "SELECT segment.*, message.recipient, message.recipient_type,"
            + " message.recipient_plan FROM segment JOIN message ON message.id = segment.message_id WHERE ";
    private static final String OF_RECIPIENT = SEGMENTS + "segment.sent_to = ?";
    private static final String OF_SIM =
            OF_RECIPIENT + " AND (segment.imsi IS NULL OR segment.imsi = ? OR segment.possible_duplicate = 1)";
    private static final String NEWEST = " ORDER BY segment.sent_at DESC LIMIT ?";

    private ReportTable() {}

    static List<SentSegment> sent(Session session, SentQuery query, int limit) throws SQLException {
        String key = DialledNumber.indexKey(query.recipient());
        return query.imsi().isPresent()
                ? session.list(
                        ReportTable::sentSegment,
                        OF_SIM + NEWEST,
                        key,
                        query.imsi().get(),
                        limit)
                : session.list(ReportTable::sentSegment, OF_RECIPIENT + NEWEST, key, limit);
    }

    static Optional<SentSegment> lastSent(Session session, String imsi) throws SQLException {
        return session.first(ReportTable::sentSegment, SEGMENTS + "segment.imsi = ?" + NEWEST, imsi, 1);
    }

    static void keep(Session session, OrphanReport orphan) throws SQLException {
        session.change(
                "INSERT INTO orphan_report (channel, imsi, recipient_key, tpdu, received_at) VALUES (?, ?, ?, ?, ?)",
                orphan.channel(),
                orphan.imsi(),
                DialledNumber.indexKey(orphan.report().recipient().value()),
                TpduEncoder.encode(orphan.report()),
                orphan.receivedAt());
    }

    static List<OrphanReport> orphans(Session session, SentQuery query) throws SQLException {
        List<OrphanReport> ofRecipient = session.list(
                ReportTable::orphan,
                "SELECT * FROM orphan_report WHERE recipient_key = ? ORDER BY number",
                DialledNumber.indexKey(query.recipient()));
        return ofRecipient.stream()
                .filter(orphan -> query.imsi().isEmpty()
                        || orphan.imsi().isEmpty()
                        || query.imsi().equals(orphan.imsi()))
                .toList();
    }

    static void drop(Session session, long number) throws SQLException {
        session.change("DELETE FROM orphan_report WHERE number = ?", number);
    }

    static int forget(Session session, Instant before, int limit) throws SQLException {
        return session.change(
                "DELETE FROM orphan_report WHERE number IN"
                        + " (SELECT number FROM orphan_report WHERE received_at < ? LIMIT ?)",
                before,
                limit);
    }

    private static SentSegment sentSegment(Row row) throws SQLException {
        StoredSegment segment = SegmentRows.segment(row);
        Placement placement = segment.placement().orElseThrow(() -> new SQLException("a sent segment has no channel"));
        return new SentSegment(new MessageId(row.text("message_id")), MessageRows.recipient(row), placement, segment);
    }

    private static OrphanReport orphan(Row row) throws SQLException {
        return new OrphanReport(
                row.number("number"),
                row.text("channel"),
                row.textIfAny("imsi"),
                Tpdus.toMobile(row.octets("tpdu"), SmsStatusReport.class),
                row.moment("received_at"));
    }
}
