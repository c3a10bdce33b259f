package io.polygator.smpp.wire;

import static io.polygator.smpp.wire.Field.octets;
import static io.polygator.smpp.wire.Field.text;
import static io.polygator.smpp.wire.Field.time;

import io.polygator.smpp.esme.CommandStatus;
import java.util.List;

/**
 * The mandatory parameters of each request in their order (SMPP 3.4 §4), each with its maximum and the status for
 * exceeding it. jSMPP's decomposer trusts what it reads; what has passed here, it may trust.
 */
enum Layout {
    BIND(
            text("system_id", 16, CommandStatus.RINVSYSID),
            text("password", 9, CommandStatus.RINVPASWD),
            text("system_type", 13, CommandStatus.RINVSYSTYP),
            octets(3),
            text("address_range", 41, CommandStatus.RBINDFAIL)),
    SUBMIT_SM(
            serviceType(),
            octets(2),
            sourceAddress(),
            octets(2),
            destinationAddress(),
            octets(3),
            schedule(),
            validity(),
            octets(4),
            Field.shortMessage()),
    SUBMIT_MULTI(
            serviceType(),
            octets(2),
            sourceAddress(),
            Field.destinations(),
            octets(3),
            schedule(),
            validity(),
            octets(4),
            Field.shortMessage()),
    DATA_SM(serviceType(), octets(2), sourceAddress(), octets(2), destinationAddress(), octets(3)),
    QUERY_SM(messageId(), octets(2), sourceAddress()),
    CANCEL_SM(serviceType(), messageId(), octets(2), sourceAddress(), octets(2), destinationAddress()),
    REPLACE_SM(messageId(), octets(2), sourceAddress(), schedule(), validity(), octets(2), Field.shortMessage());

    private final List<Field> fields;

    Layout(Field... fields) {
        this.fields = List.of(fields);
    }

    private static Field serviceType() {
        return text("service_type", 6, CommandStatus.RINVSERTYP);
    }

    private static Field sourceAddress() {
        return text("source_addr", 21, CommandStatus.RINVSRCADR);
    }

    private static Field destinationAddress() {
        return text("destination_addr", 21, CommandStatus.RINVDSTADR);
    }

    private static Field messageId() {
        return text("message_id", 65, CommandStatus.RINVMSGID);
    }

    private static Field schedule() {
        return time("schedule_delivery_time", CommandStatus.RINVSCHED);
    }

    private static Field validity() {
        return time("validity_period", CommandStatus.RINVEXPIRY);
    }

    /** Where the last field starts. */
    int startOfLast(byte[] frame) throws PduException {
        int position = PduHeader.LENGTH;
        for (Field field : fields.subList(0, fields.size() - 1)) {
            position = field.end(frame, position);
        }
        return position;
    }

    /** Where the last field ends and optional parameters start. */
    int end(byte[] frame, int startOfLast) throws PduException {
        return fields.get(fields.size() - 1).end(frame, startOfLast);
    }
}
