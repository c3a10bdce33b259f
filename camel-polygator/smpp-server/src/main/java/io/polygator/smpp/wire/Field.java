package io.polygator.smpp.wire;

import io.polygator.smpp.esme.CommandStatus;

/** One mandatory parameter: how far it reaches, and what is answered when it does not end where it should. */
@FunctionalInterface
interface Field {
    /** Length of a time, without its NUL (SMPP 3.4 §7.1.1). */
    int TIME_LENGTH = 16;

    /**
     * Where the field ends.
     *
     * @param offset where it starts, at most the length of the frame
     */
    int end(byte[] frame, int offset) throws PduException;

    /** Integers of one octet each. */
    static Field octets(int count) {
        return (frame, offset) -> {
            if (frame.length - offset < count) {
                throw new PduException(CommandStatus.RINVCMDLEN, "integer at octet " + offset);
            }
            return offset + count;
        };
    }

    /**
     * A C-octet string.
     *
     * @param most its length with the NUL
     */
    static Field text(String name, int most, CommandStatus status) {
        return (frame, offset) -> endOfText(name, most, status, frame, offset);
    }

    private static int endOfText(String name, int most, CommandStatus status, byte[] frame, int offset)
            throws PduException {
        int limit = Math.min(frame.length, offset + most);
        for (int i = offset; i < limit; i++) {
            if (frame[i] == 0) {
                return i + 1;
            }
            if (frame[i] < 0) { // not ASCII
                break;
            }
        }
        throw new PduException(status, name);
    }

    /** A time: empty or of {@link #TIME_LENGTH} characters. */
    static Field time(String name, CommandStatus status) {
        return (frame, offset) -> {
            int end = endOfText(name, TIME_LENGTH + 1, status, frame, offset);
            if (end - offset != 1 && end - offset != TIME_LENGTH + 1) {
                throw new PduException(status, name);
            }
            return end;
        };
    }

    /** sm_length and short_message. */
    static Field shortMessage() {
        return (frame, offset) -> {
            if (offset == frame.length || frame.length - offset - 1 < (frame[offset] & 0xFF)) {
                throw new PduException(CommandStatus.RINVMSGLEN, "short_message");
            }
            return offset + 1 + (frame[offset] & 0xFF);
        };
    }

    /** number_of_dests and dest_addresses of submit_multi. */
    static Field destinations() {
        Field address = text("destination_addr", 21, CommandStatus.RINVDSTADR);
        Field list = text("dl_name", 21, CommandStatus.RINVDLNAME);
        return (frame, offset) -> {
            int position = octets(1).end(frame, offset);
            int count = frame[offset] & 0xFF;
            if (count == 0) {
                throw new PduException(CommandStatus.RINVNUMDESTS, "number_of_dests");
            }
            for (int i = 0; i < count; i++) {
                int flag = position;
                position = octets(1).end(frame, position);
                position = switch (frame[flag]) {
                    case 1 -> address.end(frame, octets(2).end(frame, position));
                    case 2 -> list.end(frame, position);
                    default -> throw new PduException(CommandStatus.RINVDESTFLAG, "dest_flag");
                };
            }
            return position;
        };
    }
}
