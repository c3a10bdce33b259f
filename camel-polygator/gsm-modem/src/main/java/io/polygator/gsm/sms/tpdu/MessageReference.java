package io.polygator.gsm.sms.tpdu;

/** TP-MR: one octet chosen by the mobile, wraps from 255 to 0 (3GPP TS 23.040 §9.2.3.6). */
public record MessageReference(int value) {
    public MessageReference {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("TP-MR must be 0..255, was " + value);
        }
    }

    /** The reference that the mobile gives to the next message. */
    public MessageReference next() {
        return new MessageReference((value + 1) & 0xFF);
    }
}
