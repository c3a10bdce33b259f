package io.polygator.gsm.sms.tpdu;

/** TP-ST as one octet, 0 to 255 (3GPP TS 23.040 §9.2.3.15). */
public record DeliveryStatus(int value) {}
