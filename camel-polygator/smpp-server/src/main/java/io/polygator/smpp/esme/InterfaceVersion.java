package io.polygator.smpp.esme;

/** The edition of SMPP that a session speaks, from interface_version of its bind. */
public enum InterfaceVersion {
    /** No optional parameters, message ids of at most eight hexadecimal digits, no transceiver. */
    V3_3,
    V3_4,
    V5_0;

    private static final int FIRST_OF_3_4 = 0x34;
    private static final int FIRST_OF_5_0 = 0x50;

    /**
     * The edition that serves a peer best: anything before 3.4 counts as 3.3, anything between as 3.4, anything later as
     * 5.0.
     *
     * @param wire interface_version, 0 to 255
     */
    public static InterfaceVersion ofWire(int wire) {
        if (wire < FIRST_OF_3_4) {
            return V3_3;
        }
        return wire < FIRST_OF_5_0 ? V3_4 : V5_0;
    }

    /** Whether the peer may be sent optional parameters. */
    public boolean hasOptionalParameters() {
        return this != V3_3;
    }
}
