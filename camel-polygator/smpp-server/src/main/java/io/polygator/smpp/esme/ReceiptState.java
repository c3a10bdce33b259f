package io.polygator.smpp.esme;

import io.polygator.gsm.sms.tpdu.DeliveryStatus;

/** message_state and the word for it in receipts (SMPP 3.4 §5.2.28 and appendix B, 5.0 §4.7.15). */
public enum ReceiptState {
    SCHEDULED(0, "SCHEDLD"),
    ENROUTE(1, "ENROUTE"),
    DELIVERED(2, "DELIVRD"),
    EXPIRED(3, "EXPIRED"),
    DELETED(4, "DELETED"),
    UNDELIVERABLE(5, "UNDELIV"),
    ACCEPTED(6, "ACCEPTD"),
    UNKNOWN(7, "UNKNOWN"),
    REJECTED(8, "REJECTD"),
    SKIPPED(9, "SKIPPED");

    private final int code;
    private final String word;

    ReceiptState(int code, String word) {
        this.code = code;
        this.word = word;
    }

    /** message_state, 0 to 9. */
    public int code() {
        return code;
    }

    /** {@code stat:} of a receipt, seven letters. */
    public String word() {
        return word;
    }

    public boolean isFinal() {
        return this != SCHEDULED && this != ENROUTE;
    }

    /**
     * What a status report of the network means:
     *
     * <table>
     * <caption>TP-ST (3GPP TS 23.040 §9.2.3.15) to message_state</caption>
     * <tr><td>00</td><td>DELIVERED</td></tr>
     * <tr><td>01, 03–1F</td><td>ACCEPTED: the service centre cannot say more</td></tr>
     * <tr><td>02</td><td>DELETED: replaced</td></tr>
     * <tr><td>20–3F</td><td>ENROUTE: the service centre still tries</td></tr>
     * <tr><td>42, 63</td><td>REJECTED</td></tr>
     * <tr><td>46</td><td>EXPIRED</td></tr>
     * <tr><td>47, 48</td><td>DELETED</td></tr>
     * <tr><td>49, 80–FF</td><td>UNKNOWN</td></tr>
     * <tr><td>other 40–7F</td><td>UNDELIVERABLE</td></tr>
     * </table>
     */
    public static ReceiptState of(DeliveryStatus status) {
        int value = status.value();
        return switch (value) {
            case 0x00 -> DELIVERED;
            case 0x02, 0x47, 0x48 -> DELETED;
            case 0x42, 0x63 -> REJECTED;
            case 0x46 -> EXPIRED;
            case 0x49 -> UNKNOWN;
            default -> ofRange(value);
        };
    }

    private static ReceiptState ofRange(int value) {
        if (value < 0x20) {
            return ACCEPTED;
        }
        if (value < 0x40) {
            return ENROUTE;
        }
        return value < 0x80 ? UNDELIVERABLE : UNKNOWN;
    }

    /**
     * What it means for a message that the modem gave it up with an error of +CMS ERROR (3GPP TS 27.005 §3.2.5):
     * REJECTED when the network or the contract forbids it, UNKNOWN when the modem may have sent it all the same,
     * otherwise UNDELIVERABLE.
     */
    public static ReceiptState ofCmsError(int error) {
        return switch (error) {
            case 8, 10, 21, 29, 50, 69 -> REJECTED;
            case 300, 301, 332, 500 -> UNKNOWN;
            default -> UNDELIVERABLE;
        };
    }
}
