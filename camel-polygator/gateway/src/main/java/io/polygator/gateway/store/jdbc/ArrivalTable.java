package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.InboundQuery;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.Page;
import io.polygator.gateway.message.PageMark;
import io.polygator.gateway.store.Joined.Arrival;
import io.polygator.gateway.store.Pairing;
import io.polygator.gateway.store.Sighting;
import io.polygator.gateway.store.Sighting.Way;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table {@code inbound_message}. */
final class ArrivalTable {
    private static final int AT_ONCE = 500;
    static final String PAGE = "SELECT * FROM inbound_message WHERE received_at >= ? AND received_at < ?"
            + " AND (received_at, id) < (?, ?) ORDER BY received_at DESC, id DESC LIMIT ?";
    static final String PAGE_OF_SENDER = PAGE.replace("WHERE", "WHERE sender_key = ? AND");

    static final String OPEN = "SELECT * FROM inbound_message WHERE sender_key = ? AND received_at >= ? AND way = ?"
            + " AND unmatched <> '' ORDER BY received_at DESC, id DESC LIMIT ?";
    /** Stands for the whole text where its twin is known, or will not come. */
    private static final String MATCHED = "-";

    private ArrivalTable() {}

    /** Adds what is not known from the other way; gives the ids of the rest. */
    static Set<MessageId> add(Session session, Dialect dialect, List<Arrival> arrivals) throws SQLException {
        Set<MessageId> known = new HashSet<>();
        for (Arrival arrival : arrivals) {
            String sender = DialledNumber.indexKey(arrival.message().from());
            // both ways may bring it to two nodes at the same time
            dialect.lock(session, "inbound from " + sender);
            Pairing pairing = Pairing.of(arrival, open(session, sender, arrival));
            for (Arrival twin : pairing.changed()) {
                session.change(
                        "UPDATE inbound_message SET unmatched = ? WHERE id = ?",
                        unmatched(twin.sighting()),
                        twin.message().id());
            }
            if (pairing.known()) {
                known.add(arrival.message().id());
            } else {
                insert(session, sender, pairing.arrival());
            }
        }
        return known;
    }

    private static void insert(Session session, String sender, Arrival arrival) throws SQLException {
        InboundMessage message = arrival.message();
        session.change(
                "INSERT INTO inbound_message (id, received_at, sender_key, fingerprint, way, unmatched, payload)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                message.id(),
                message.receivedAt(),
                sender,
                arrival.fingerprint(),
                arrival.sighting().way().name(),
                unmatched(arrival.sighting()),
                MessagePayload.inbound(message).write());
    }

    private static List<Arrival> open(Session session, String sender, Arrival arrival) throws SQLException {
        Way other = arrival.sighting().way() == Way.AIR ? Way.NOTICE : Way.AIR;
        return session.list(
                row -> new Arrival(message(row), row.text("fingerprint"), sighting(other, row.text("unmatched"))),
                OPEN,
                sender,
                Pairing.since(arrival.message()),
                other.name(),
                Pairing.LOOKED_AT);
    }

    private static String unmatched(Sighting sighting) {
        return sighting.isOpen()
                ? Stream.concat(Stream.of(sighting.whole().orElse(MATCHED)), sighting.segments().stream())
                        .collect(Collectors.joining(" "))
                : "";
    }

    private static Sighting sighting(Way way, String unmatched) {
        List<String> digests = List.of(unmatched.split(" "));
        return new Sighting(
                way,
                Optional.of(digests.get(0)).filter(whole -> !whole.equals(MATCHED)),
                digests.subList(1, digests.size()));
    }

    /** Looks at so many messages at most, a few hundred at once. */
    static Page<InboundMessage> page(
            Session session, InboundQuery query, Predicate<InboundMessage> wanted, int lookedAt) throws SQLException {
        List<InboundMessage> found = new ArrayList<>();
        Optional<PageMark> last = query.after();
        for (int seen = 0; seen < lookedAt; seen += AT_ONCE) {
            List<InboundMessage> some = following(session, query, last.orElse(MessageTable.BEGINNING));
            for (InboundMessage message : some) {
                if (query.fits(message) && wanted.test(message)) {
                    if (found.size() == query.limit()) {
                        return new Page<>(found, Optional.of(mark(found.get(found.size() - 1))));
                    }
                    found.add(message);
                }
            }
            if (some.size() < AT_ONCE) {
                return new Page<>(found, Optional.empty());
            }
            last = Optional.of(mark(some.get(some.size() - 1)));
        }
        return new Page<>(found, last);
    }

    private static List<InboundMessage> following(Session session, InboundQuery query, PageMark after)
            throws SQLException {
        Instant since = query.since().orElse(Instant.EPOCH);
        Instant before = query.before().orElse(Instant.MAX);
        return query.from().isPresent()
                ? session.list(
                        ArrivalTable::message,
                        PAGE_OF_SENDER,
                        DialledNumber.indexKey(query.from().get()),
                        since,
                        before,
                        after.at(),
                        after.id(),
                        AT_ONCE)
                : session.list(ArrivalTable::message, PAGE, since, before, after.at(), after.id(), AT_ONCE);
    }

    static void forget(Session session, List<String> fingerprints) throws SQLException {
        for (String fingerprint : fingerprints) {
            session.change("DELETE FROM inbound_message WHERE fingerprint = ?", fingerprint);
        }
    }

    static int forget(Session session, Instant before, int limit) throws SQLException {
        return session.change(
                "DELETE FROM inbound_message WHERE id IN"
                        + " (SELECT id FROM inbound_message WHERE received_at < ? ORDER BY received_at LIMIT ?)",
                before,
                limit);
    }

    private static InboundMessage message(Row row) throws SQLException {
        return row.named("payload", payload -> MessagePayload.inbound(JsonFields.read(payload)));
    }

    private static PageMark mark(InboundMessage message) {
        return new PageMark(message.receivedAt(), message.id());
    }
}
