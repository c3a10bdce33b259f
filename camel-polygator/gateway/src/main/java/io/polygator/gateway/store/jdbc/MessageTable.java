package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.message.Page;
import io.polygator.gateway.message.PageMark;
import io.polygator.gateway.store.Avoidance;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.UserData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables {@code message} and {@code segment}: whole messages in and out. */
final class MessageTable {
    private static final String INSERT = "INSERT INTO message (id, recipient, recipient_type, recipient_plan,"
            + " recipient_key, body_text, body_octets, body_header, coding_scheme, port_destination, port_source, sender,"
            + " sender_bare, channels,"
            + " report_requested, validity_ms, send_at, priority, message_class, encoding, transliterate,"
            + " protocol_identifier, reply_path, together, idempotency_key, submitter, account, client_reference, context,"
            + " doubt_policy, alphabet, accepted_at, rank, expires_at, bound_channel, behind,"
            + " avoided_channel, avoided_until, verdict, state, lane, due_at, act_by, concluded, sending_by)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
    private static final String UPDATE =
            "UPDATE message SET bound_channel = ?, behind = ?, avoided_channel = ?, avoided_until = ?,"
                    + " verdict = ?, state = ?, lane = ?, due_at = ?, act_by = ?, concluded = ?, sending_by = ? WHERE id = ?";
    /** Nothing is newer. */
    static final PageMark BEGINNING = new PageMark(Instant.MAX, new MessageId(""));

    private static final String SELECT = "SELECT * FROM message WHERE id = ?";

    private final String selectLocked;
    private final String instance;

    /**
     * @param dialect how rows are locked
     * @param instance what a message is marked with while this process sends it
     */
    MessageTable(Dialect dialect, String instance) {
        selectLocked = SELECT + dialect.lockingRows();
        this.instance = instance;
    }

    /** Whether it was new. */
    boolean insert(Session session, StoredMessage message) throws SQLException {
        OutboundMessage request = message.request();
        Optional<MessageBody.Data> data = Optional.of(request.body())
                .filter(MessageBody.Data.class::isInstance)
                .map(MessageBody.Data.class::cast);
        Optional<UserData> prepared = Optional.of(request.body())
                .filter(MessageBody.Prepared.class::isInstance)
                .map(MessageBody.Prepared.class::cast)
                .map(MessageBody.Prepared::userData);
        Optional<Ports> ports = data.flatMap(MessageBody.Data::ports);
        int inserted = session.change(
                INSERT,
                message.id(),
                request.to().value(),
                request.to().typeOfNumber(),
                request.to().numberingPlan(),
                DialledNumber.indexKey(request.to().value()),
                text(request.body()),
                data.map(MessageBody.Data::octets).or(() -> prepared.map(UserData::units)),
                prepared.map(UserData::header).map(Tpdus::elements),
                scheme(request.body()),
                ports.map(Ports::destination),
                ports.map(Ports::source),
                request.from(),
                request.from().map(DialledNumber::bare),
                Choices.text(request.channels()),
                request.reportRequested(),
                request.validity(),
                request.sendAt(),
                request.priority(),
                request.messageClass(),
                request.encoding(),
                request.transliterate(),
                request.protocolIdentifier().value(),
                request.replyPath(),
                request.together(),
                request.idempotencyKey(),
                request.origin().submitter(),
                request.origin().account(),
                request.origin().clientReference(),
                request.origin().context(),
                request.doubtPolicy(),
                message.alphabet(),
                message.acceptedAt(),
                message.rank(),
                message.expiresAt(),
                message.boundChannel(),
                message.behind(),
                message.avoided().map(Avoidance::channel),
                message.avoided().map(Avoidance::until),
                message.verdict(),
                message.state(),
                lane(message),
                message.dueAt(),
                message.actBy(),
                message.concluded(),
                sendingBy(Optional.empty(), Optional.empty(), message));
        if (inserted == 0) {
            return false;
        }
        for (StoredSegment segment : message.segments()) {
            SegmentRows.add(session, message, segment);
        }
        return true;
    }

    Optional<StoredMessage> find(Session session, MessageId id) throws SQLException {
        return session.first(row -> whole(session, row), SELECT, id);
    }

    /** The newest message with this key accepted at the given moment or later. */
    Optional<StoredMessage> findByKey(Session session, String key, Instant since) throws SQLException {
        return session.first(
                row -> whole(session, row),
                "SELECT * FROM message WHERE idempotency_key = ? AND accepted_at >= ?"
                        + " ORDER BY accepted_at DESC LIMIT 1",
                key,
                since);
    }

    /** The newest of the messages that leave together under this key, accepted at the given moment or later. */
    Optional<StoredMessage> newestTogether(Session session, String key, Instant since) throws SQLException {
        return session.first(
                row -> whole(session, row),
                "SELECT * FROM message WHERE together = ? AND accepted_at >= ?"
                        + " ORDER BY accepted_at DESC, id DESC LIMIT 1",
                key,
                since);
    }

    /** Newest first. A page that holds numbers which only look alike is followed by another. */
    List<StoredMessage> find(Session session, MessageQuery query) throws SQLException {
        List<StoredMessage> found = new ArrayList<>();
        Optional<StoredMessage> last = Optional.empty();
        if (query.after().isPresent()) {
            last = find(session, query.after().get());
            if (last.isEmpty()) {
                return found;
            }
        }
        MessageSearch search = new MessageSearch(query);
        List<StoredMessage> page;
        do {
            page = session.list(
                    row -> whole(session, row),
                    search.sqlAfter(),
                    search.parametersAfter(last.map(MessageTable::mark).orElse(BEGINNING), query.limit()));
            page.stream()
                    .filter(message -> message.isFor(query.to()))
                    .limit(query.limit() - found.size())
                    .forEach(found::add);
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (found.size() < query.limit() && page.size() == query.limit());
        return found;
    }

    /** A page that looks at so many messages at most. */
    Page<StoredMessage> page(Session session, MessageQuery query, PageMark after, int lookedAt) throws SQLException {
        MessageSearch search = new MessageSearch(query);
        Optional<PageMark> last = search.isIndexed()
                ? Optional.empty()
                : session.first(
                        row -> new PageMark(row.moment("accepted_at"), new MessageId(row.text("id"))),
                        search.sqlLast(),
                        search.parametersLast(after, lookedAt));
        int limit = query.limit() + 1;
        List<StoredMessage> found = last.isPresent()
                ? session.list(
                        row -> whole(session, row),
                        search.sqlBetween(),
                        search.parametersBetween(after, last.get(), limit))
                : session.list(row -> whole(session, row), search.sqlAfter(), search.parametersAfter(after, limit));
        List<StoredMessage> items = found.stream()
                .limit(query.limit())
                .filter(message -> message.isFor(query.to()))
                .toList();
        return new Page<>(items, found.size() < limit ? last : Optional.of(mark(found.get(query.limit() - 1))));
    }

    private static PageMark mark(StoredMessage message) {
        return new PageMark(message.acceptedAt(), message.id());
    }

    /** The message for a change: nobody else changes it before the transaction ends. */
    Optional<Held> hold(Session session, MessageId id) throws SQLException {
        return session.first(row -> new Held(whole(session, row), row.textIfAny("sending_by")), selectLocked, id);
    }

    List<StoredMessage> find(Session session, List<MessageId> ids) throws SQLException {
        List<StoredMessage> found = new ArrayList<>();
        for (MessageId id : ids) {
            find(session, id).ifPresent(found::add);
        }
        return found;
    }

    /** Writes what differs. */
    void change(Session session, Held before, StoredMessage after) throws SQLException {
        Optional<String> sendingBy = sendingBy(Optional.of(before.message()), before.sendingBy(), after);
        if (!sameContent(before.message(), after)) {
            session.change("DELETE FROM message WHERE id = ?", after.id());
            insert(session, after);
            return;
        }
        session.change(
                UPDATE,
                after.boundChannel(),
                after.behind(),
                after.avoided().map(Avoidance::channel),
                after.avoided().map(Avoidance::until),
                after.verdict(),
                after.state(),
                lane(after),
                after.dueAt(),
                after.actBy(),
                after.concluded(),
                sendingBy,
                after.id());
        for (StoredSegment segment : after.segments()) {
            if (!segment.equals(before.message().segment(segment.sequence()))) {
                SegmentRows.write(session, after, segment);
            }
        }
    }

    private StoredMessage whole(Session session, Row row) throws SQLException {
        MessageId id = new MessageId(row.text("id"));
        return MessageRows.message(row, id, SegmentRows.of(session, id));
    }

    private Optional<String> sendingBy(Optional<StoredMessage> before, Optional<String> marked, StoredMessage after) {
        if (!after.has(MessageState.SENDING)) {
            return Optional.empty();
        }
        boolean goesOn =
                before.filter(message -> message.has(MessageState.SENDING)).isPresent();
        return goesOn ? marked : Optional.of(instance);
    }

    private static boolean sameContent(StoredMessage before, StoredMessage after) {
        return before.request().equals(after.request())
                && before.alphabet() == after.alphabet()
                && before.acceptedAt().equals(after.acceptedAt())
                && before.rank().equals(after.rank())
                && before.expiresAt().equals(after.expiresAt())
                && contents(before).equals(contents(after));
    }

    private static List<Object> contents(StoredMessage message) {
        return message.segments().stream().<Object>map(StoredSegment::userData).toList();
    }

    private static Optional<String> lane(StoredMessage message) {
        return message.dueAt().map(due -> Choices.text(message.request().channels()));
    }

    private static Optional<Integer> scheme(MessageBody body) {
        return body instanceof MessageBody.Prepared prepared
                ? Optional.of(prepared.scheme().value())
                : Optional.empty();
    }

    private static Optional<String> text(MessageBody body) {
        return body instanceof MessageBody.Text text ? Optional.of(text.text()) : Optional.empty();
    }

    /** A message under change, and who is sending it. */
    record Held(StoredMessage message, Optional<String> sendingBy) {}
}
