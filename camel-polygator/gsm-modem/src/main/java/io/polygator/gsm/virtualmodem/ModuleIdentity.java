package io.polygator.gsm.virtualmodem;

/**
 * What AT+CGMI, AT+CGMM, AT+CGMR and AT+CGSN answer (3GPP TS 27.007 §5.1 to §5.4).
 *
 * @param imei fifteen digits
 */
public record ModuleIdentity(String manufacturer, String model, String revision, String imei) {}
