package io.polygator.gateway.account;

/**
 * AT commands that a virtual modem answers as a module would only for those who are allowed, since they cost money or lock a
 * SIM. What stands for the gateway's channels lets none but USSD reach them.
 */
public enum AtGrant {
    /** Calls: ATD (ITU-T V.250 §6.3.1). */
    DIAL,
    /** USSD: AT+CUSD (3GPP TS 27.007 §7.15). */
    USSD,
    /** PIN and other passwords: AT+CPIN=, AT+CPWD= (3GPP TS 27.007 §8.3, §7.5). */
    PASSWORD,
    /** Locks and barring: AT+CLCK=, unless it asks (3GPP TS 27.007 §7.4). */
    FACILITY_LOCK,
    /** Switching the radio off, or the module off and on: AT+CFUN= (3GPP TS 27.007 §8.2). */
    POWER
}
