package io.polygator.gsm.virtualmodem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.Ucs2;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The character sets of AT+CSCS (3GPP TS 27.007 §5.5). Text on the wire is held as one character per octet.
 *
 * <p>Quoted strings are hexadecimal in UCS2 only and stand as they are in all other sets, as modules write numbers and
 * names; the texts of messages are converted as 3GPP TS 27.005 §3.1 ({@code data}) says.
 */
public enum CharacterSet {
    GSM("GSM"),
    HEX("HEX"),
    IRA("IRA"),
    PCCP437("PCCP437"),
    PCDN("PCDN"),
    LATIN1("8859-1"),
    UCS2("UCS2");

    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int FIRST_BEYOND_LATIN1 = 0x100;
    private static final int LAST_SEPTET = 0x7F;

    private final String word;

    CharacterSet(String word) {
        this.word = word;
    }

    /** As AT+CSCS spells it. */
    String word() {
        return word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(CharacterSet::word).toList();
    }

    static Optional<CharacterSet> ofWord(String word) {
        return Arrays.stream(values())
                .filter(set -> set.word.equalsIgnoreCase(word))
                .findFirst();
    }

    /** What stands between quotes for this text. */
    String quotable(String text) {
        return this == UCS2 ? Ucs2.encode(text).toString() : text;
    }

    /** The text that the client put between quotes; nothing if the set is UCS2 and that is no hexadecimal. */
    Optional<String> unquoted(String quoted) {
        return this == UCS2 ? ofHex(quoted).filter(CharacterSet::isWhole).map(Ucs2::decode) : Optional.of(quoted);
    }

    /** How the text of a message in the GSM alphabet is shown. */
    String shown(Octets septets) {
        return switch (this) {
            case GSM -> new String(septets.toByteArray(), ISO_8859_1);
            case HEX -> septets.toString();
            case UCS2 -> Ucs2.encode(Gsm7.decode(septets)).toString();
            case LATIN1 -> shownBelow(FIRST_BEYOND_LATIN1, septets);
            case IRA, PCCP437, PCDN -> shownBelow(FIRST_BEYOND_ASCII, septets);
        };
    }

    private static String shownBelow(int limit, Octets septets) {
        return Gsm7.decode(septets)
                .codePoints()
                .map(c -> c < limit ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The septets of a text that a client typed; nothing if it is malformed or has characters without a septet. */
    Optional<Octets> typed(String text) {
        return switch (this) {
            case GSM -> Optional.of(Octets.copyOf(text.getBytes(ISO_8859_1))).filter(CharacterSet::areSeptets);
            case HEX -> ofHex(text).filter(CharacterSet::areSeptets);
            case UCS2 ->
                ofHex(text).filter(CharacterSet::isWhole).map(Ucs2::decode).flatMap(Gsm7::encode);
            case LATIN1 -> Gsm7.encode(text);
            case IRA, PCCP437, PCDN -> isAscii(text) ? Gsm7.encode(text) : Optional.empty();
        };
    }

    /** The octets of hexadecimal digits. */
    static Optional<Octets> ofHex(String digits) {
        try {
            return Optional.of(Octets.ofHex(digits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(Octets ucs2) {
        return ucs2.length() % 2 == 0;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < FIRST_BEYOND_ASCII);
    }

    private static boolean areSeptets(Octets octets) {
        for (int i = 0; i < octets.length(); i++) {
            if (octets.at(i) > LAST_SEPTET) {
                return false;
            }
        }
        return true;
    }
}
