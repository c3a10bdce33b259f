package io.polygator.gateway.account;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How delivery receipts are written (SMPP 3.4 appendix B).
 *
 * @param zone whose time the dates tell
 * @param dates how exactly
 * @param text whether and how the text of the message is repeated
 */
public record ReceiptFormat(ZoneId zone, Dates dates, Text text) {

    /** How exact the dates are. */
    public enum Dates {
        /** Ten digits, YYMMDDhhmm. */
        MINUTES,
        /** Twelve digits, YYMMDDhhmmss. */
        SECONDS
    }

    /** What stands at the end of a receipt. */
    public enum Text {
        /** Up to 20 characters of the message behind {@code text:}, as most service centres write it. */
        SHOWN,
        /** The same behind {@code Text:}, as the specification's example has it. */
        CAPITAL,
        /** Nothing behind {@code text:}. */
        EMPTY
    }

    /** UTC, minutes, the text shown. */
    public static ReceiptFormat defaults() {
        return new ReceiptFormat(ZoneOffset.UTC, Dates.MINUTES, Text.SHOWN);
    }
}
