package io.polygator.smpp.esme;

import java.util.regex.Pattern;

/**
 * message_id as an ESME reads it, the same octets in the response and in every receipt.
 *
 * @param text 1 to 64 printable ASCII characters; best a decimal number without leading zeros, which no client misreads
 * @param shortText the same for a 3.3 peer, which has place for eight hexadecimal digits
 */
public record MessageIdText(String text, String shortText) {
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]{1,64}");
    private static final Pattern EIGHT = Pattern.compile("[\\x21-\\x7E]{1,8}");
    private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]{0,18}");
    private static final int SHORT_LENGTH = 8;
    private static final int SHORT_BITS = 32;

    public MessageIdText {
        if (!PRINTABLE.matcher(text).matches()) {
            throw new IllegalArgumentException("a message_id is 1..64 printable ASCII characters");
        }
        if (!EIGHT.matcher(shortText).matches()) {
            throw new IllegalArgumentException("the message_id of a 3.3 peer is 1..8 printable ASCII characters");
        }
    }

    /**
     * An id whose short form is computed: the hexadecimal digits of the number's lower 32 bits, or the last eight
     * characters of what is no number. Whoever gives ids that differ only above that, to accounts with 3.3 peers, gives
     * the short form himself.
     */
    public static MessageIdText of(String text) {
        return new MessageIdText(text, shortened(text));
    }

    private static String shortened(String text) {
        if (DECIMAL.matcher(text).matches()) {
            try {
                return Long.toHexString(Long.parseLong(text) & (1L << SHORT_BITS) - 1);
            } catch (NumberFormatException beyondLong) {
                return text.substring(text.length() - SHORT_LENGTH);
            }
        }
        return text.length() <= SHORT_LENGTH ? text : text.substring(text.length() - SHORT_LENGTH);
    }

    /** The form that a peer can read. */
    public String forVersion(InterfaceVersion version) {
        return version == InterfaceVersion.V3_3 ? shortText : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
