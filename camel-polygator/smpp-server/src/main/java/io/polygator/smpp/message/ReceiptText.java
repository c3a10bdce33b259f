package io.polygator.smpp.message;

import io.polygator.gsm.octets.Octets;
import io.polygator.smpp.esme.Delivery.Receipt;
import io.polygator.smpp.esme.DeliveryRules;
import io.polygator.smpp.esme.DeliveryRules.ReceiptDates;
import io.polygator.smpp.esme.InterfaceVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The text of a receipt, in the form that every client parses (SMPP 3.4 appendix B). */
final class ReceiptText {
    private static final int MOST_QUOTED = 20;
    private static final DateTimeFormatter TO_MINUTES = DateTimeFormatter.ofPattern("yyMMddHHmm");
    private static final DateTimeFormatter TO_SECONDS = DateTimeFormatter.ofPattern("yyMMddHHmmss");
    /** ASCII that has the same code in the GSM 7-bit alphabet, beside letters, digits and the blank. */
    private static final String SAFE = "!\"#%&'()*+,-./:;<=>?";

    private ReceiptText() {}

    static Octets of(Receipt receipt, DeliveryRules rules, InterfaceVersion version) {
        String text = String.format(
                "id:%s sub:%03d dlvrd:%03d submit date:%s done date:%s stat:%s err:%s %s",
                receipt.id().forVersion(version),
                receipt.submitted(),
                receipt.delivered(),
                date(receipt.submittedAt(), rules),
                date(receipt.doneAt(), rules),
                receipt.state().word(),
                receipt.error(),
                quoted(receipt.text(), rules));
        return Octets.copyOf(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String date(Instant moment, DeliveryRules rules) {
        DateTimeFormatter format = rules.dates() == ReceiptDates.SECONDS ? TO_SECONDS : TO_MINUTES;
        return format.format(moment.atZone(rules.zone()));
    }

    private static String quoted(String text, DeliveryRules rules) {
        return switch (rules.texts()) {
            case LOWER_CASE -> "text:" + safe(text);
            case UPPER_CASE -> "Text:" + safe(text);
            case EMPTY -> "text:";
        };
    }

    private static String safe(String text) {
        StringBuilder safe = new StringBuilder(MOST_QUOTED);
        text.codePoints().limit(MOST_QUOTED).forEach(point -> safe.append(isSafe(point) ? (char) point : '?'));
        return safe.toString();
    }

    private static boolean isSafe(int point) {
        boolean letter = (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
        boolean digit = point >= '0' && point <= '9';
        return letter || digit || point == ' ' || SAFE.indexOf(point) >= 0;
    }
}
