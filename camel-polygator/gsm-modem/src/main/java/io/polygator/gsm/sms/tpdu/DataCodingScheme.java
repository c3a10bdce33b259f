package io.polygator.gsm.sms.tpdu;

/** TP-DCS as one octet, 0 to 255 (3GPP TS 23.038 §4). */
public record DataCodingScheme(int value) {}
