package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.ValidityPeriod;

/**
 * What AT+CSMP adds to the messages of text mode (3GPP TS 27.005 §3.3.3).
 *
 * @param firstOctet first octet of the SMS-SUBMIT, 0 to 255
 * @param validity used if the first octet announces its format
 */
record TextParameters(
        int firstOctet, ValidityPeriod validity, ProtocolIdentifier protocolIdentifier, DataCodingScheme scheme) {
    /** A submit with relative validity of a day (167), as the specification begins. */
    static final TextParameters DEFAULT = new TextParameters(
            17, new ValidityPeriod.Relative(167), ProtocolIdentifier.NORMAL, new DataCodingScheme(0));

    private static final int REJECT_DUPLICATES = 0x04;
    private static final int VALIDITY_FORMAT = 0x18;
    private static final int ENHANCED = 0x08;
    private static final int RELATIVE = 0x10;
    private static final int ABSOLUTE = 0x18;
    private static final int STATUS_REPORT = 0x20;
    private static final int HEADER = 0x40;
    private static final int REPLY_PATH = 0x80;

    boolean rejectsDuplicates() {
        return has(REJECT_DUPLICATES);
    }

    boolean requestsStatusReport() {
        return has(STATUS_REPORT);
    }

    boolean hasReplyPath() {
        return has(REPLY_PATH);
    }

    /** Whether what is typed begins with a user data header. */
    boolean announcesHeader() {
        return has(HEADER);
    }

    /** Whether the validity is of the format that the first octet announces. */
    boolean isConsistent() {
        return switch (firstOctet & VALIDITY_FORMAT) {
            case RELATIVE -> validity instanceof ValidityPeriod.Relative;
            case ABSOLUTE -> validity instanceof ValidityPeriod.Absolute;
            case ENHANCED -> validity instanceof ValidityPeriod.Enhanced;
            default -> true;
        };
    }

    /** The validity of the message: none unless the first octet announces one. */
    ValidityPeriod announcedValidity() {
        return has(VALIDITY_FORMAT) ? validity : new ValidityPeriod.None();
    }

    private boolean has(int bits) {
        return (firstOctet & bits) != 0;
    }
}
