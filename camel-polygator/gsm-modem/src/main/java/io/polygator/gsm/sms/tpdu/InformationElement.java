package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;

/**
 * One element of a user data header (3GPP TS 23.040 §9.2.3.24).
 *
 * @param identifier IEI, 0 to 255
 * @param data the octets after the length octet, at most 253
 */
public record InformationElement(int identifier, Octets data) {
    /** Concatenation with an 8-bit reference (§9.2.3.24.1). */
    public static final int CONCATENATION_8 = 0x00;
    /** Special message indication: voice mail and the like (§9.2.3.24.2). */
    public static final int SPECIAL_MESSAGE = 0x01;
    /** Application ports of 8 bits (§9.2.3.24.3). */
    public static final int PORTS_8 = 0x04;
    /** Application ports of 16 bits (§9.2.3.24.4). */
    public static final int PORTS_16 = 0x05;
    /** Concatenation with a 16-bit reference (§9.2.3.24.8). */
    public static final int CONCATENATION_16 = 0x08;
    /** National language single shift (§9.2.3.24.15). */
    public static final int SINGLE_SHIFT = 0x24;
    /** National language locking shift (§9.2.3.24.16). */
    public static final int LOCKING_SHIFT = 0x25;

    /** Length of the octets before the data: identifier and length. */
    static final int OVERHEAD = 2;

    /** TP-UDHL is one octet, and the element's own two octets count. */
    private static final int MOST_DATA = 255 - OVERHEAD;

    public InformationElement {
        if (identifier < 0 || identifier > 255) {
            throw new IllegalArgumentException("IEI must be 0..255, was " + identifier);
        }
        if (data.length() > MOST_DATA) {
            throw new IllegalArgumentException("information element " + identifier + " must hold at most " + MOST_DATA
                    + " octets, was " + data.length());
        }
    }

    Octets encode() {
        return Octets.copyOf((byte) identifier, (byte) data.length()).concat(data);
    }
}
