package io.polygator.gsm.sms.tpdu;

/**
 * An address as TP-OA, TP-DA and TP-RA carry it (3GPP TS 23.040 §9.1.2.5).
 *
 * @param typeOfNumber TON
 * @param numberingPlan NPI, 0 to 15; 1 is ISDN (E.164)
 * @param value digits (with {@code *}, {@code #}, {@code a}, {@code b}, {@code c}) without a leading plus, or the text
 *     of an alphanumeric address
 */
public record SmsAddress(TypeOfNumber typeOfNumber, int numberingPlan, String value) {}
