package io.polygator.http.kannel;

/** What Kannel tells about a message, each with its bit of {@code dlr-mask}. */
public enum Dlr {
    /** The recipient's phone has it. */
    DELIVERED(1, "Success"),
    /** The network gave it up. */
    FAILED(2, "Failed"),
    /** The network has it and keeps trying, or nobody can know. */
    BUFFERED(4, "Buffered"),
    /** The network took it. */
    ACCEPTED(8, "ACK/"),
    /** The network did not take it, or it was not sent in time. */
    REJECTED(16, "NACK/");

    private final int value;
    private final String text;

    Dlr(int value, String text) {
        this.value = value;
        this.text = text;
    }

    /** The bit, which is also what {@code %d} stands for. */
    public int value() {
        return value;
    }

    /** What {@code %A} stands for; the reason follows {@code NACK/}. */
    public String text() {
        return text;
    }
}
