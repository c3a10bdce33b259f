package io.polygator.smpp.wire;

/**
 * The sixteen octets before every PDU (SMPP 3.4 §3.2).
 *
 * @param commandId as it came
 * @param sequence any 32 bits: a peer's choice is echoed, whatever it is
 */
public record PduHeader(int commandId, int status, int sequence) {
    /** Its length, and so the smallest command_length. */
    public static final int LENGTH = 16;

    /** The header of a frame of at least {@link #LENGTH} octets. */
    public static PduHeader of(byte[] frame) {
        return new PduHeader(intAt(frame, 4), intAt(frame, 8), intAt(frame, 12));
    }

    private static int intAt(byte[] frame, int offset) {
        return (frame[offset] & 0xFF) << 24
                | (frame[offset + 1] & 0xFF) << 16
                | (frame[offset + 2] & 0xFF) << 8
                | frame[offset + 3] & 0xFF;
    }

    public boolean isResponse() {
        return (commandId & Command.RESPONSE) != 0;
    }
}
