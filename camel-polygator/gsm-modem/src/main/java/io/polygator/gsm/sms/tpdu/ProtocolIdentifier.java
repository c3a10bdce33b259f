package io.polygator.gsm.sms.tpdu;

/** TP-PID as one octet, 0 to 255 (3GPP TS 23.040 §9.2.3.9). */
public record ProtocolIdentifier(int value) {}
