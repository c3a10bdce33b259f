package io.polygator.smpp.esme;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How an account is told of inbound messages and receipts.
 *
 * @param window unacknowledged deliver_sm per session, 1 to 1,000
 * @param queue how many more may wait for a free place, over all sessions of the account
 * @param alphabet what data_coding 0 means, in both directions
 * @param zone of the dates in receipts and query answers
 * @param dates of the receipts
 * @param texts of the receipts
 */
public record DeliveryRules(
        int window,
        int queue,
        DefaultAlphabet alphabet,
        ConcatenationMode concatenation,
        ZoneId zone,
        ReceiptDates dates,
        ReceiptTexts texts) {
    private static final int MOST_UNACKNOWLEDGED = 1_000;

    /** How exact the dates of a receipt are. */
    public enum ReceiptDates {
        /** Ten digits, as the specification's example has them. */
        MINUTES,
        /** Twelve digits. */
        SECONDS
    }

    /** What a receipt quotes of its message. */
    public enum ReceiptTexts {
        /** The first 20 characters after {@code text:}. */
        LOWER_CASE,
        /** The same after {@code Text:}, as the specification's example has it. */
        UPPER_CASE,
        /** Nothing after {@code text:}, for privacy. */
        EMPTY
    }

    public DeliveryRules {
        if (window < 1 || window > MOST_UNACKNOWLEDGED) {
            throw new IllegalArgumentException("window must be 1.." + MOST_UNACKNOWLEDGED + ", was " + window);
        }
        if (queue < 1) {
            throw new IllegalArgumentException("queue must be at least 1, was " + queue);
        }
    }

    /** Window 10, a thousand waiting, GSM 7-bit unpacked, assembled, UTC to the minute. */
    public static DeliveryRules standard() {
        return new DeliveryRules(
                10,
                1_000,
                DefaultAlphabet.GSM7_UNPACKED,
                ConcatenationMode.ASSEMBLED,
                ZoneOffset.UTC,
                ReceiptDates.MINUTES,
                ReceiptTexts.LOWER_CASE);
    }

    public DeliveryRules withWindow(int other) {
        return new DeliveryRules(other, queue, alphabet, concatenation, zone, dates, texts);
    }

    public DeliveryRules withQueue(int other) {
        return new DeliveryRules(window, other, alphabet, concatenation, zone, dates, texts);
    }

    public DeliveryRules withAlphabet(DefaultAlphabet other) {
        return new DeliveryRules(window, queue, other, concatenation, zone, dates, texts);
    }

    public DeliveryRules withConcatenation(ConcatenationMode other) {
        return new DeliveryRules(window, queue, alphabet, other, zone, dates, texts);
    }

    public DeliveryRules withZone(ZoneId other) {
        return new DeliveryRules(window, queue, alphabet, concatenation, other, dates, texts);
    }

    public DeliveryRules withDates(ReceiptDates other) {
        return new DeliveryRules(window, queue, alphabet, concatenation, zone, other, texts);
    }

    public DeliveryRules withTexts(ReceiptTexts other) {
        return new DeliveryRules(window, queue, alphabet, concatenation, zone, dates, other);
    }
}
