package io.polygator.camel.polygator;

import org.apache.camel.spi.Metadata;

/**
 * The headers of {@code polygator:} endpoints. All begin with {@code Camel}, so that HTTP components neither take them
 * from strangers nor send them out.
 */
public final class PolygatorConstants {

    /** The scheme of the endpoints. */
    public static final String SCHEME = "polygator";

    @Metadata(
            label = "consumer",
            description = "What happened: inbound, report, call, ussd, channel or unreadable",
            javaType = "String")
    public static final String EVENT = "CamelPolygatorEvent";

    @Metadata(
            label = "producer",
            description = "The operation to run instead of the endpoint's option operation",
            javaType = "String")
    public static final String OPERATION = "CamelPolygatorOperation";

    @Metadata(
            description =
                    "The id of a message: set by send and by the events inbound and report, read by query, timeline,"
                            + " cancel and replace",
            javaType = "String")
    public static final String MESSAGE_ID = "CamelPolygatorMessageId";

    @Metadata(
            description = "The recipient's number, international with a plus sign; on an inbound message the SIM's own"
                    + " number, when known",
            javaType = "String")
    public static final String TO = "CamelPolygatorTo";

    @Metadata(
            description = "On an inbound message and a call the sender; when sending, the number of the own SIM that"
                    + " shall send; on a report the sender that was asked for",
            javaType = "String")
    public static final String FROM = "CamelPolygatorFrom";

    @Metadata(
            description = "The channel an event came from; find and inbound give only what went through it",
            javaType = "String")
    public static final String CHANNEL = "CamelPolygatorChannel";

    @Metadata(
            label = "producer",
            description = "Narrows the endpoint's channels for this exchange: a channel, a gateway or group:NAME, or"
                    + " several of them separated by commas. Operations ussd and control need one channel",
            javaType = "String")
    public static final String CHANNELS = "CamelPolygatorChannels";

    @Metadata(label = "producer", description = "Whether a delivery report is asked for", javaType = "Boolean")
    public static final String REPORT = "CamelPolygatorReport";

    @Metadata(
            label = "producer",
            description = "How long the message is worth sending: a java.time.Duration, or text such as 2h or PT2H",
            javaType = "java.time.Duration")
    public static final String VALIDITY = "CamelPolygatorValidity";

    @Metadata(
            label = "producer",
            description = "Not to be sent before: a java.time.Instant, or ISO-8601 text with an offset",
            javaType = "java.time.Instant")
    public static final String SEND_AT = "CamelPolygatorSendAt";

    @Metadata(label = "producer", description = "0 (lowest) to 9", javaType = "Integer")
    public static final String PRIORITY = "CamelPolygatorPriority";

    @Metadata(
            label = "producer",
            description = "The message class to send with: 0 (flash, shown at once) to 3; absent for none",
            javaType = "Integer")
    public static final String MESSAGE_CLASS = "CamelPolygatorMessageClass";

    @Metadata(
            label = "consumer",
            description =
                    "The class an inbound message has: 0 (flash, shown at once) to 3; absent for none. Sending does"
                            + " not read it, so that an answer to a flash message is none",
            javaType = "Integer")
    public static final String INBOUND_MESSAGE_CLASS = "CamelPolygatorInboundMessageClass";

    @Metadata(
            label = "producer",
            description = "The alphabet to use for a text: auto, gsm7 or ucs2",
            javaType = "String")
    public static final String ENCODING = "CamelPolygatorEncoding";

    @Metadata(description = "The alphabet a message uses: gsm7, octets or ucs2", javaType = "String")
    public static final String ALPHABET = "CamelPolygatorAlphabet";

    @Metadata(
            label = "producer",
            description = "Whether letters that the GSM alphabet lacks may be replaced by similar ones",
            javaType = "Boolean")
    public static final String TRANSLITERATE = "CamelPolygatorTransliterate";

    @Metadata(
            label = "producer",
            description = "A second message with the same key within a day is the first one again",
            javaType = "String")
    public static final String IDEMPOTENCY_KEY = "CamelPolygatorIdempotencyKey";

    @Metadata(description = "The application port a message is for, 0 to 65535", javaType = "Integer")
    public static final String DESTINATION_PORT = "CamelPolygatorDestinationPort";

    @Metadata(description = "The application port a message is from, 0 to 65535", javaType = "Integer")
    public static final String SOURCE_PORT = "CamelPolygatorSourcePort";

    @Metadata(description = "The number of segments of a message", javaType = "Integer")
    public static final String SEGMENTS = "CamelPolygatorSegments";

    @Metadata(
            description = "The state of a message (queued, sending, accepted, delivered, failed, expired, cancelled,"
                    + " unconfirmed), or of a channel; find takes several, separated by commas",
            javaType = "String")
    public static final String STATE = "CamelPolygatorState";

    @Metadata(description = "Why a message failed, in words", javaType = "String")
    public static final String ERROR = "CamelPolygatorError";

    @Metadata(
            label = "consumer",
            description =
                    "What the network reported that this report tells of, as TP-ST, 0 to 255, of which 32 to 63 are why it"
                            + " still tries; absent when it did not say so itself",
            javaType = "Integer")
    public static final String STATUS = "CamelPolygatorStatus";

    @Metadata(label = "consumer", description = "The IMSI of the SIM that received a message", javaType = "String")
    public static final String IMSI = "CamelPolygatorImsi";

    @Metadata(
            label = "consumer",
            description = "False when a segment of a joined message never came",
            javaType = "Boolean")
    public static final String COMPLETE = "CamelPolygatorComplete";

    @Metadata(
            label = "producer",
            description = "The protocol identifier to send with (TP-PID), 0 to 255; 0 without it",
            javaType = "Integer")
    public static final String PROTOCOL_IDENTIFIER = "CamelPolygatorProtocolIdentifier";

    @Metadata(
            label = "consumer",
            description =
                    "The protocol identifier of an inbound message (TP-PID), 0 to 255. Sending does not read it, so"
                            + " that an answer neither is silent nor replaces another message",
            javaType = "Integer")
    public static final String INBOUND_PROTOCOL_IDENTIFIER = "CamelPolygatorInboundProtocolIdentifier";

    @Metadata(
            label = "consumer",
            description = "When the service centre got an inbound message",
            javaType = "java.time.OffsetDateTime")
    public static final String SENT_AT = "CamelPolygatorSentAt";

    @Metadata(label = "consumer", description = "When the event reached the gateway", javaType = "java.time.Instant")
    public static final String RECEIVED_AT = "CamelPolygatorReceivedAt";

    @Metadata(label = "consumer", description = "What a call did: ringing or ended", javaType = "String")
    public static final String CALL = "CamelPolygatorCall";

    @Metadata(
            description = "The network's verdict on a USSD dialogue: final, action_required, terminated, other_client,"
                    + " not_supported or network_timeout",
            javaType = "String")
    public static final String USSD_STATUS = "CamelPolygatorUssdStatus";

    @Metadata(
            label = "producer",
            description = "What came of cancel, replace, replay and discard: done, too_late or unknown",
            javaType = "String")
    public static final String RESULT = "CamelPolygatorResult";

    @Metadata(label = "consumer", description = "The state a channel had before it changed", javaType = "String")
    public static final String STATE_BEFORE = "CamelPolygatorStateBefore";

    @Metadata(label = "consumer", description = "Why a PDU could not be read", javaType = "String")
    public static final String DEFECT = "CamelPolygatorDefect";

    @Metadata(
            label = "producer",
            description = "What operation control does: pause, resume or reset; the body is used when it is absent",
            javaType = "String")
    public static final String CONTROL = "CamelPolygatorControl";

    @Metadata(
            label = "producer",
            description = "What is done when nobody can know whether the network took a segment: hold, retry or fail",
            javaType = "String")
    public static final String DOUBT = "CamelPolygatorDoubt";

    @Metadata(
            description = "Who hands the message over, for its timeline, at most 100 characters; without it camel and"
                    + " the id of the route that the exchange came from",
            javaType = "String")
    public static final String SUBMITTER = "CamelPolygatorSubmitter";

    @Metadata(description = "Whether the recipient may have got a message more than once", javaType = "Boolean")
    public static final String POSSIBLE_DUPLICATE = "CamelPolygatorPossibleDuplicate";

    @Metadata(
            label = "producer",
            description = "The subscription whose dead letters are meant: optional for deadLetters, required for replay"
                    + " and discard",
            javaType = "String")
    public static final String SUBSCRIPTION = "CamelPolygatorSubscription";

    @Metadata(
            label = "producer",
            description = "The number of a dead letter, for replay and discard",
            javaType = "Long")
    public static final String NUMBER = "CamelPolygatorNumber";

    @Metadata(
            label = "producer",
            description = "To page on: deadLetters gives only those with a greater number; find and inbound take what"
                    + " the page before gave as CamelPolygatorNext",
            javaType = "String")
    public static final String AFTER = "CamelPolygatorAfter";

    @Metadata(
            label = "producer",
            description = "How many deadLetters, find and inbound give at most, 1 to 1000; 100 without it",
            javaType = "Integer")
    public static final String LIMIT = "CamelPolygatorLimit";

    @Metadata(
            label = "consumer",
            description = "Whether more is to be expected after a delivery report: open, final (once for a message), or"
                    + " late when it came after the final one",
            javaType = "String")
    public static final String FINALITY = "CamelPolygatorFinality";

    @Metadata(
            description = "The account that owns a message. When sending, its rights and budget apply; query, timeline,"
                    + " cancel, replace and find then see its messages only. On a report the owner; on an inbound message of a"
                    + " consumer with option door the account it is for",
            javaType = "String")
    public static final String ACCOUNT = "CamelPolygatorAccount";

    @Metadata(
            description = "The name that the submitter gives a message, at most 64 characters; find looks for it, and"
                    + " its reports carry it",
            javaType = "String")
    public static final String CLIENT_REFERENCE = "CamelPolygatorClientReference";

    @Metadata(
            description = "What the submitter wants back with the reports of a message, at most 2048 characters",
            javaType = "String")
    public static final String CONTEXT = "CamelPolygatorContext";

    @Metadata(
            label = "producer",
            description = "Messages of the same key, at most 128 characters, that are sent within an hour of each other"
                    + " leave by one SIM and in order: for segments that the submitter cut itself",
            javaType = "String")
    public static final String TOGETHER = "CamelPolygatorTogether";

    @Metadata(
            label = "producer",
            description = "Whether the recipient may answer through our service centre (TP-RP)",
            javaType = "Boolean")
    public static final String REPLY_PATH = "CamelPolygatorReplyPath";

    @Metadata(
            label = "producer",
            description =
                    "When a sent message completes its exchange instead of the endpoint's option completeOn: store"
                            + " or network",
            javaType = "String")
    public static final String COMPLETE_ON = "CamelPolygatorCompleteOn";

    @Metadata(
            label = "producer",
            description = "After find and inbound: what to set CamelPolygatorAfter to for the next page; absent after"
                    + " the last",
            javaType = "String")
    public static final String NEXT = "CamelPolygatorNext";

    @Metadata(
            label = "producer",
            description = "find and inbound give only what was accepted or received at this moment or later: a"
                    + " java.time.Instant, or ISO-8601 text with an offset",
            javaType = "java.time.Instant")
    public static final String SINCE = "CamelPolygatorSince";

    @Metadata(
            label = "producer",
            description = "find and inbound give only what was accepted or received before this moment: a"
                    + " java.time.Instant, or ISO-8601 text with an offset",
            javaType = "java.time.Instant")
    public static final String UNTIL = "CamelPolygatorUntil";

    @Metadata(
            label = "producer",
            description = "After send: when the message will leave, as things are; absent when that cannot be told",
            javaType = "java.time.Instant")
    public static final String EXPECTED_AT = "CamelPolygatorExpectedAt";

    @Metadata(
            label = "producer",
            description = "A USSD session: set by ussdOpen and ussdAnswer when the network asks for an answer, read by"
                    + " ussdAnswer and ussdCancel",
            javaType = "String")
    public static final String USSD_SESSION = "CamelPolygatorUssdSession";

    @Metadata(
            label = "producer",
            description = "Until when the network waits for an answer in a USSD session",
            javaType = "java.time.Instant")
    public static final String ENDS_AT = "CamelPolygatorEndsAt";

    private PolygatorConstants() {}
}
