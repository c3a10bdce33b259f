package io.polygator.gateway.account;

/**
 * How many requests may wait for their answer on one bind.
 *
 * @param submit requests of the ESME, 1 to 1,000
 * @param deliver our deliver_sm, 1 to 1,000
 */
public record SmppWindows(int submit, int deliver) {
    static final int LARGEST = 1_000;

    public SmppWindows {
        require("submit", submit);
        require("deliver", deliver);
    }

    /** 100 and 10. */
    public static SmppWindows defaults() {
        return new SmppWindows(100, 10);
    }

    private static void require(String name, int size) {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException(name + " must be 1 to " + LARGEST + ", was " + size);
        }
    }
}
