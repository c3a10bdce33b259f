package io.polygator.gsm.sms.tpdu;

/** TP-FCS as one octet, 128 to 255 (3GPP TS 23.040 §9.2.3.22). */
public record FailureCause(int value) {}
