package io.polygator.gateway.mailbox;

import java.time.Instant;

/**
 * Something a modem keeps in a slot of its storage.
 *
 * @param key what it is the item of, by which a second handing over is known; 1 to {@value #LONGEST_KEY} characters
 * @param pdu as the client reads it, in hex; at most {@value #LONGEST_PDU} characters
 * @param at when it came
 */
public record MailboxItem(String key, Kind kind, String pdu, Instant at) {
    public static final int LONGEST_KEY = 200;
    /** Room for the longest address and TPDU in hex, twice over. */
    public static final int LONGEST_PDU = 1024;

    public MailboxItem {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("key must be 1.." + LONGEST_KEY + " characters, was " + key.length());
        }
        if (pdu.length() > LONGEST_PDU) {
            throw new IllegalArgumentException(
                    "pdu must be at most " + LONGEST_PDU + " characters, was " + pdu.length());
        }
    }

    /** What a slot may hold (3GPP TS 27.005 §3.1, message status). */
    public enum Kind {
        /** A message that came in. */
        INBOUND,
        /** A status report. */
        REPORT,
        /** A message that the client stored to be sent. */
        STORED_UNSENT,
        /** A message that the client stored and has sent. */
        STORED_SENT
    }

    /** Without the PDU, which holds numbers and text. */
    @Override
    public String toString() {
        return "MailboxItem[" + kind + ", " + pdu.length() + " characters, at " + at + "]";
    }
}
