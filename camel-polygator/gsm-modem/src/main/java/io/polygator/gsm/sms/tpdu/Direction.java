package io.polygator.gsm.sms.tpdu;

/** Which way a TPDU travels; the message type indicator means different things each way (3GPP TS 23.040 §9.2.3.1). */
public enum Direction {
    /** From the mobile station to the service centre: SUBMIT, COMMAND, DELIVER-REPORT. */
    TO_NETWORK,
    /** From the service centre to the mobile station: DELIVER, STATUS-REPORT, SUBMIT-REPORT. */
    TO_MOBILE
}
