-- Times are milliseconds since 1970. Numbers and texts stand here unmasked: the file is private to its owner.

-- What was submitted, and where it stands. lane, due_at, act_by, concluded and state follow from the segments.
CREATE TABLE message (
    id               TEXT    NOT NULL PRIMARY KEY,
    recipient        TEXT    NOT NULL,
    recipient_type   TEXT    NOT NULL,
    recipient_plan   INTEGER NOT NULL,
    recipient_key    TEXT    NOT NULL,
    body_text        TEXT,
    body_octets      TEXT,
    body_header      TEXT,
    coding_scheme    INTEGER,
    port_destination INTEGER,
    port_source      INTEGER,
    sender           TEXT,
    sender_bare      TEXT,
    channels         TEXT    NOT NULL,
    report_requested INTEGER NOT NULL,
    validity_ms      BIGINT,
    send_at          BIGINT,
    priority         INTEGER NOT NULL,
    message_class    INTEGER,
    encoding         TEXT    NOT NULL,
    transliterate    INTEGER NOT NULL,
    protocol_identifier INTEGER NOT NULL,
    reply_path       INTEGER NOT NULL,
    together         TEXT,
    idempotency_key  TEXT,
    submitter        TEXT,
    account          TEXT,
    client_reference TEXT,
    context          TEXT,
    doubt_policy     TEXT,
    alphabet         TEXT    NOT NULL,
    accepted_at      BIGINT  NOT NULL,
    rank             BIGINT  NOT NULL,
    expires_at       BIGINT  NOT NULL,
    bound_channel    TEXT,
    behind           TEXT,
    avoided_channel  TEXT,
    avoided_until    BIGINT,
    verdict          TEXT,
    state            TEXT    NOT NULL,
    lane             TEXT,
    due_at           BIGINT,
    act_by           BIGINT,
    concluded        INTEGER NOT NULL,
    sending_by       TEXT
);
-- The queue: everything that decides who may take a message, in the order of sending, without a look at the rows.
CREATE INDEX message_queue ON message (lane, rank, id, due_at, expires_at, sender_bare, recipient_key, bound_channel,
    avoided_channel, avoided_until) WHERE lane IS NOT NULL;
CREATE INDEX message_due ON message (due_at) WHERE lane IS NOT NULL;
CREATE INDEX message_avoided ON message (avoided_until) WHERE lane IS NOT NULL AND avoided_until IS NOT NULL;
CREATE INDEX message_act_by ON message (act_by, id) WHERE act_by IS NOT NULL;
CREATE INDEX message_key ON message (idempotency_key, accepted_at) WHERE idempotency_key IS NOT NULL;
CREATE INDEX message_sending ON message (sending_by) WHERE sending_by IS NOT NULL;
-- Searches, newest first, and what is old enough to be forgotten.
CREATE INDEX message_accepted ON message (accepted_at, id, concluded);
CREATE INDEX message_account ON message (account, accepted_at, id) WHERE account IS NOT NULL;
CREATE INDEX message_recipient ON message (recipient_key, accepted_at, id);
CREATE INDEX message_reference ON message (client_reference, accepted_at, id) WHERE client_reference IS NOT NULL;
-- Messages that leave together, and those that wait for another of them.
CREATE INDEX message_together ON message (together, accepted_at, id) WHERE together IS NOT NULL;
CREATE INDEX message_behind ON message (behind) WHERE behind IS NOT NULL;

-- sent_to is the recipient's key once the segment may have left.
CREATE TABLE segment (
    message_id         TEXT    NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    sequence           INTEGER NOT NULL,
    alphabet           TEXT    NOT NULL,
    header             TEXT    NOT NULL,
    units              TEXT    NOT NULL,
    state              TEXT    NOT NULL,
    due_at             BIGINT,
    act_by             BIGINT,
    attempts           INTEGER NOT NULL,
    setbacks           INTEGER NOT NULL,
    possible_duplicate INTEGER NOT NULL,
    channel            TEXT,
    imsi               TEXT,
    reference          INTEGER,
    reference_before   INTEGER,
    sent_at            BIGINT,
    report_status      INTEGER,
    report_timestamp   TEXT,
    report_count       INTEGER,
    settled_at         BIGINT,
    error              TEXT,
    sent_to            TEXT,
    PRIMARY KEY (message_id, sequence)
) WITHOUT ROWID;
CREATE INDEX segment_sent_to ON segment (sent_to, sent_at) WHERE sent_to IS NOT NULL;
CREATE INDEX segment_imsi ON segment (imsi, sent_at) WHERE imsi IS NOT NULL;

CREATE TABLE orphan_report (
    number        INTEGER PRIMARY KEY AUTOINCREMENT,
    channel       TEXT   NOT NULL,
    imsi          TEXT,
    recipient_key TEXT   NOT NULL,
    tpdu          TEXT   NOT NULL,
    received_at   BIGINT NOT NULL
);
CREATE INDEX orphan_report_recipient ON orphan_report (recipient_key, number);
CREATE INDEX orphan_report_age ON orphan_report (received_at);

-- Segments that wait for the rest of their message.
CREATE TABLE inbound_segment (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    fingerprint TEXT   NOT NULL,
    group_key   TEXT   NOT NULL,
    channel     TEXT   NOT NULL,
    imsi        TEXT,
    tpdu        TEXT,
    raw         TEXT   NOT NULL,
    received_at BIGINT NOT NULL
);
CREATE INDEX inbound_segment_group ON inbound_segment (group_key, number);
CREATE INDEX inbound_segment_age ON inbound_segment (received_at);

CREATE TABLE fingerprint (
    fingerprint TEXT   NOT NULL PRIMARY KEY,
    seen_at     BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX fingerprint_age ON fingerprint (seen_at);

-- Messages that came in. fingerprint is that of one of their segments. unmatched holds digests of the texts, the whole one
-- first, by which the same message is recognised when it comes in on the other way (AIR, NOTICE) too.
CREATE TABLE inbound_message (
    id          TEXT   NOT NULL PRIMARY KEY,
    received_at BIGINT NOT NULL,
    sender_key  TEXT   NOT NULL,
    fingerprint TEXT   NOT NULL,
    way         TEXT   NOT NULL,
    unmatched   TEXT   NOT NULL,
    payload     TEXT   NOT NULL
);
CREATE INDEX inbound_message_age ON inbound_message (received_at, id);
CREATE INDEX inbound_message_sender ON inbound_message (sender_key, received_at, id);
CREATE INDEX inbound_message_fingerprint ON inbound_message (fingerprint);

-- One whose events are read in one line has a moment in read_at: when it was last read.
CREATE TABLE subscription (
    name         TEXT   NOT NULL PRIMARY KEY,
    kinds        TEXT   NOT NULL,
    channels     TEXT   NOT NULL,
    filter       TEXT   NOT NULL,
    holder       TEXT,
    held_until   BIGINT,
    read_at      BIGINT,
    last_position BIGINT NOT NULL DEFAULT 0
);

-- The outbox: one row per subscription and event. first marks the oldest of its source, the only one that is handed out;
-- of a line, position is the place that an event got when it was first read.
CREATE TABLE event (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription TEXT    NOT NULL REFERENCES subscription (name) ON DELETE CASCADE,
    source       TEXT    NOT NULL,
    payload      TEXT    NOT NULL,
    failures     INTEGER NOT NULL,
    due_at       BIGINT  NOT NULL,
    first        INTEGER NOT NULL,
    position     BIGINT
);
CREATE INDEX event_source ON event (subscription, source, number);
CREATE INDEX event_line ON event (subscription, position, number);
CREATE INDEX event_due ON event (subscription, due_at, number) WHERE first = 1;

CREATE TABLE dead_letter (
    number       INTEGER NOT NULL PRIMARY KEY,
    subscription TEXT    NOT NULL,
    source       TEXT    NOT NULL,
    payload      TEXT    NOT NULL,
    failures     INTEGER NOT NULL,
    reason       TEXT    NOT NULL,
    buried_at    BIGINT  NOT NULL
);
CREATE INDEX dead_letter_subscription ON dead_letter (subscription, number);
CREATE INDEX dead_letter_age ON dead_letter (buried_at);

CREATE TABLE timeline (
    number     INTEGER PRIMARY KEY,
    message_id TEXT    NOT NULL,
    at         BIGINT  NOT NULL,
    segment    INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    channel    TEXT,
    imsi       TEXT,
    detail     TEXT    NOT NULL
);
CREATE INDEX timeline_message ON timeline (message_id, number);
CREATE INDEX timeline_age ON timeline (at);

-- What the budget of a SIM has paid for.
CREATE TABLE sim_usage (
    imsi      TEXT    NOT NULL,
    at        BIGINT  NOT NULL,
    recipient TEXT    NOT NULL,
    segments  INTEGER NOT NULL,
    PRIMARY KEY (imsi, at, recipient)
) WITHOUT ROWID;
CREATE INDEX sim_usage_age ON sim_usage (at);

-- What accounts have submitted, by day: the number of the day since 1970.
CREATE TABLE account_usage (
    account  TEXT   NOT NULL,
    day      BIGINT NOT NULL,
    segments BIGINT NOT NULL,
    PRIMARY KEY (account, day)
) WITHOUT ROWID;
CREATE INDEX account_usage_age ON account_usage (day);

-- What clients of virtual modems keep. The key of a deleted item stays for a while, with its slot and without its PDU.
CREATE TABLE mailbox_item (
    mailbox    TEXT    NOT NULL,
    item_key   TEXT    NOT NULL,
    slot       INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    pdu        TEXT    NOT NULL,
    at         BIGINT  NOT NULL,
    was_read   INTEGER NOT NULL,
    deleted_at BIGINT,
    PRIMARY KEY (mailbox, item_key)
) WITHOUT ROWID;
CREATE UNIQUE INDEX mailbox_item_slot ON mailbox_item (mailbox, slot) WHERE deleted_at IS NULL;
CREATE INDEX mailbox_item_age ON mailbox_item (deleted_at) WHERE deleted_at IS NOT NULL;

-- Every process that has this store open, or had.
CREATE TABLE node (
    id         TEXT   NOT NULL PRIMARY KEY,
    name       TEXT   NOT NULL,
    started_at BIGINT NOT NULL,
    alive_at   BIGINT NOT NULL
);
