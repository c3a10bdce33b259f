package io.polygator.gsm.sms.tpdu;

/** The bits of the first octet of a TPDU (3GPP TS 23.040 §9.2.3.1 to .7, .17, .23 to .28). */
final class FirstOctet {
    /** TP-MTI: the two lowest bits; their meaning depends on the direction. */
    static final int TYPE_MASK = 0x03;

    static final int DELIVER = 0x00;
    static final int SUBMIT = 0x01;
    static final int STATUS_REPORT = 0x02;
    static final int DELIVER_REPORT = 0x00;
    static final int SUBMIT_REPORT = 0x01;
    static final int COMMAND = 0x02;

    static final int REJECT_DUPLICATES = 0x04;
    /** TP-MMS; set means that no more messages wait. */
    static final int NO_MORE_MESSAGES = 0x04;

    static final int LOOP_PREVENTION = 0x08;

    static final int VALIDITY_MASK = 0x18;
    static final int VALIDITY_NONE = 0x00;
    static final int VALIDITY_ENHANCED = 0x08;
    static final int VALIDITY_RELATIVE = 0x10;
    static final int VALIDITY_ABSOLUTE = 0x18;

    /** TP-SRR in a SUBMIT or COMMAND, TP-SRI in a DELIVER, TP-SRQ in a STATUS-REPORT. */
    static final int STATUS_REPORT_BIT = 0x20;

    static final int HEADER_PRESENT = 0x40;
    static final int REPLY_PATH = 0x80;

    private FirstOctet() {}

    static boolean has(int octet, int bit) {
        return (octet & bit) != 0;
    }

    /** The bit when the condition holds, else 0. */
    static int when(boolean condition, int bit) {
        return condition ? bit : 0;
    }
}
