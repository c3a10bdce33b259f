package io.polygator.gsm.sms.tpdu;

/** TP-FCS as one octet, 128 to 255; lower values are reserved (3GPP TS 23.040 §9.2.3.22). */
public record FailureCause(int value) {
    public FailureCause {
        if (value < 128 || value > 255) {
            throw new IllegalArgumentException("TP-FCS must be 128..255, was " + value);
        }
    }
}
