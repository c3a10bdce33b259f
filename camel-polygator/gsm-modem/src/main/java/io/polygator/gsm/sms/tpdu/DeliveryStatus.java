package io.polygator.gsm.sms.tpdu;

/** TP-ST as one octet, 0 to 255 (3GPP TS 23.040 §9.2.3.15). */
public record DeliveryStatus(int value) {
    public DeliveryStatus {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("TP-ST must be 0..255, was " + value);
        }
    }

    /** What a status means for the message. */
    public enum Category {
        /** The recipient has it. */
        DELIVERED,
        /** The service centre handed it on and cannot tell more, or gives a completion code of its own. */
        DELIVERED_UNCONFIRMED,
        /** The service centre replaced it by a later one. */
        REPLACED,
        /** The service centre still tries; another report follows. */
        PENDING,
        /** Its validity period ended. */
        EXPIRED,
        /** The sender or the administrator of the service centre removed it. */
        DELETED,
        /** It will never arrive. */
        FAILED,
        /** The service centre stopped trying for a reason that may pass: it may be submitted again. */
        FAILED_TEMPORARILY,
        /** A reserved value: the state of the message is open. */
        UNKNOWN;

        /** Whether the service centre has done with the message, so that no further report is due. */
        public boolean isFinal() {
            return this != PENDING && this != UNKNOWN;
        }

        /** Whether the message counts as delivered. */
        public boolean isDelivered() {
            return this == DELIVERED || this == DELIVERED_UNCONFIRMED || this == REPLACED;
        }
    }

    public Category category() {
        if (value >= 0x80) {
            return Category.UNKNOWN;
        }
        if (value >= 0x60) {
            return Category.FAILED_TEMPORARILY;
        }
        if (value >= 0x40) {
            return permanentFailure();
        }
        return value >= 0x20 ? Category.PENDING : completion();
    }

    private Category completion() {
        return switch (value) {
            case 0x00 -> Category.DELIVERED;
            case 0x02 -> Category.REPLACED;
            default -> Category.DELIVERED_UNCONFIRMED;
        };
    }

    private Category permanentFailure() {
        return switch (value) {
            case 0x46 -> Category.EXPIRED;
            case 0x47, 0x48 -> Category.DELETED;
            default -> Category.FAILED;
        };
    }

    /** The status in words, for reports and logs. */
    public String meaning() {
        return switch (value) {
            case 0x00 -> "received by the recipient";
            case 0x01 -> "forwarded, delivery not confirmed";
            case 0x02 -> "replaced by the service centre";
            case 0x20, 0x60 -> "congestion";
            case 0x21, 0x61 -> "recipient busy";
            case 0x22, 0x62 -> "no response from recipient";
            case 0x23, 0x63 -> "service rejected";
            case 0x24, 0x44, 0x64 -> "quality of service not available";
            case 0x25, 0x65 -> "error in the recipient's device";
            case 0x40 -> "remote procedure error";
            case 0x41 -> "incompatible destination";
            case 0x42 -> "connection rejected by recipient";
            case 0x43 -> "not obtainable";
            case 0x45 -> "no interworking available";
            case 0x46 -> "validity period expired";
            case 0x47 -> "deleted by the sender";
            case 0x48 -> "deleted by the service centre";
            case 0x49 -> "message does not exist";
            default -> "status " + value;
        };
    }
}
