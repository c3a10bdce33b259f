package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.store.InboundSegment;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.TpduEncoder;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables {@code inbound_segment} and {@code fingerprint}. */
final class InboundTable {
    private InboundTable() {}

    /** Whether the segment had not been seen. */
    static boolean keep(Session session, InboundSegment segment) throws SQLException {
        int added = session.change(
                "INSERT INTO fingerprint (fingerprint, seen_at) VALUES (?, ?) ON CONFLICT (fingerprint) DO NOTHING",
                segment.fingerprint(),
                segment.receivedAt());
        if (added == 0) {
            return false;
        }
        session.change(
                "INSERT INTO inbound_segment (fingerprint, group_key, channel, imsi, tpdu, raw, received_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                segment.fingerprint(),
                segment.group(),
                segment.channel(),
                segment.imsi(),
                segment.deliver().map(TpduEncoder::encode),
                segment.raw(),
                segment.receivedAt());
        return true;
    }

    static List<Waiting> group(Session session, String group) throws SQLException {
        return session.list(
                row -> new Waiting(row.number("number"), segment(row)),
                "SELECT * FROM inbound_segment WHERE group_key = ? ORDER BY number",
                group);
    }

    /** Takes segments out of their group, each of them once. */
    static void release(Session session, List<Waiting> waiting, List<InboundSegment> used) throws SQLException {
        List<InboundSegment> left = new ArrayList<>(used);
        for (Waiting candidate : waiting) {
            if (left.remove(candidate.segment())) {
                session.change("DELETE FROM inbound_segment WHERE number = ?", candidate.number());
            }
        }
    }

    static List<String> staleGroups(Session session, Instant receivedBefore, int limit) throws SQLException {
        return session.list(
                row -> row.text("group_key"),
                "SELECT group_key, MIN(number) AS oldest FROM inbound_segment WHERE received_at < ?"
                        + " GROUP BY group_key ORDER BY oldest LIMIT ?",
                receivedBefore,
                limit);
    }

    static void forget(Session session, List<String> fingerprints) throws SQLException {
        for (String fingerprint : fingerprints) {
            session.change("DELETE FROM fingerprint WHERE fingerprint = ?", fingerprint);
        }
    }

    static int forget(Session session, Instant before, int limit) throws SQLException {
        return session.change(
                "DELETE FROM fingerprint WHERE fingerprint IN"
                        + " (SELECT fingerprint FROM fingerprint WHERE seen_at < ? LIMIT ?)",
                before,
                limit);
    }

    private static InboundSegment segment(Row row) throws SQLException {
        Optional<Octets> tpdu = row.namedIfAny("tpdu", Octets::ofHex);
        return new InboundSegment(
                row.text("fingerprint"),
                row.text("group_key"),
                row.text("channel"),
                row.textIfAny("imsi"),
                tpdu.isPresent() ? Optional.of(Tpdus.toMobile(tpdu.get(), SmsDeliver.class)) : Optional.empty(),
                row.text("raw"),
                row.moment("received_at"));
    }

    /** A segment and its row. */
    record Waiting(long number, InboundSegment segment) {}
}
