package io.polygator.smpp.wire;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** command_id of requests (SMPP 3.4 §5.1.2.1, 5.0 §4.7.5). */
public enum Command {
    BIND_RECEIVER(0x0001),
    BIND_TRANSMITTER(0x0002),
    QUERY_SM(0x0003),
    SUBMIT_SM(0x0004),
    DELIVER_SM(0x0005),
    UNBIND(0x0006),
    REPLACE_SM(0x0007),
    CANCEL_SM(0x0008),
    BIND_TRANSCEIVER(0x0009),
    OUTBIND(0x000B),
    ENQUIRE_LINK(0x0015),
    SUBMIT_MULTI(0x0021),
    ALERT_NOTIFICATION(0x0102),
    DATA_SM(0x0103),
    BROADCAST_SM(0x0111),
    QUERY_BROADCAST_SM(0x0112),
    CANCEL_BROADCAST_SM(0x0113);

    /** Set in the command_id of every response. */
    static final int RESPONSE = 0x8000_0000;

    /** generic_nack, the response that belongs to no request in particular. */
    public static final int GENERIC_NACK = RESPONSE;

    private static final Map<Integer, Command> BY_ID =
            Arrays.stream(values()).collect(Collectors.toMap(Command::id, Function.identity()));

    private final int id;

    Command(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }

    /** command_id of the response. */
    public int responseId() {
        return id | RESPONSE;
    }

    /** The request with this command_id. */
    public static Optional<Command> ofId(int id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Whether it takes a message over from an ESME. */
    public boolean isSubmission() {
        return this == SUBMIT_SM || this == SUBMIT_MULTI || this == DATA_SM;
    }
}
