package io.polygator.gsm.sms.concat;

/**
 * The reference that segments of one message share: 8 bits wide in information element 00, 16 in 08 (3GPP TS 23.040
 * §9.2.3.24.1 and .8).
 */
public record ConcatReference(int value, int width) {}
