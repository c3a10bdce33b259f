package io.polygator.gsm.virtualmodem;

/** What a client may do beyond messages only if the owner of the modem allows it. */
public enum CommandGrant {
    /** Calling somebody, which costs money: {@code ATD}. */
    DIAL,
    /** USSD requests, which can buy and forward: {@code AT+CUSD=1,"…"}. */
    USSD,
    /** Entering and changing passwords, which can lock the SIM for good: {@code AT+CPIN=}, {@code AT+CPWD=}. */
    PASSWORD,
    /** Locking and unlocking the SIM or services: {@code AT+CLCK=} with anything but a question. */
    FACILITY_LOCK,
    /** Switching the module or its radio off: {@code AT+CPOWD}, {@code AT+CFUN=0}. */
    POWER_OFF,
    /** Starting the module again: {@code AT+CFUN=1,1}, {@code AT+CRESET}. */
    RESET
}
