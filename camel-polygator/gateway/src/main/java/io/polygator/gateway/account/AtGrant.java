package io.polygator.gateway.account;

/** AT commands that a virtual modem carries out only for those who are allowed, since they cost money or lock a SIM. */
public enum AtGrant {
    /** Calls: ATD, ATA, ATH (3GPP TS 27.007 §6). */
    DIAL,
    /** USSD: AT+CUSD (3GPP TS 27.007 §7.15). */
    USSD,
    /** PIN and other passwords: AT+CPIN, AT+CPWD (3GPP TS 27.007 §8.3, §7.5). */
    PASSWORD,
    /** Locks and barring: AT+CLCK (3GPP TS 27.007 §7.4). */
    FACILITY_LOCK,
    /** Switching the radio or the module off: AT+CFUN, AT+CPOF and the modules' own (3GPP TS 27.007 §8.2). */
    POWER
}
