package io.polygator.gsm.sms.alphabet;

import io.polygator.gsm.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text that a module puts between the quotes of {@code +CUSD} (3GPP TS 27.007 §7.15), in whatever form. */
public final class UssdText {
    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_ASCII = '~';
    /** Two letters of language and a carriage return. */
    private static final int LANGUAGE_PREFIX = 3;

    private UssdText() {}

    /** What is known about the form of the text before it is looked at. */
    public enum Form {
        /** AT+CSCS is GSM or IRA: plain text, or hexadecimal digits when they cannot be read otherwise. */
        PLAIN,
        /** AT+CSCS is UCS2: hexadecimal UCS-2 whatever the coding says. */
        UCS2,
        /** The firmware is known to write hexadecimal digits even if they are all decimal. */
        HEXADECIMAL
    }

    /**
     * Reads the text; what fits no rule is taken as it stands.
     *
     * @param quoted what stood between the quotes
     */
    public static String decode(String quoted, CbsDataCoding coding, Form form) {
        Optional<Octets> octets = octets(quoted);
        if (octets.isEmpty()) {
            return withoutLanguage(plain(quoted), coding);
        }
        if (coding.alphabet() == Alphabet.UCS2 && isUcs2(octets.get())) {
            return ucs2(octets.get(), coding);
        }
        if (form == Form.UCS2 && isUcs2(octets.get()) && isText(Ucs2.decode(octets.get()))) {
            return Ucs2.decode(octets.get());
        }
        // "1234567890" is a text; a hexadecimal letter makes it unlikely to be one.
        return form == Form.HEXADECIMAL || quoted.chars().anyMatch(Character::isLetter)
                ? eightOrSevenBits(octets.get(), coding)
                : plain(quoted);
    }

    private static Optional<Octets> octets(String quoted) {
        boolean hexadecimal = !quoted.isEmpty()
                && quoted.length() % 2 == 0
                && quoted.chars().allMatch(digit -> Character.digit(digit, 16) >= 0 && digit <= LAST_ASCII);
        return hexadecimal ? Optional.of(Octets.ofHex(quoted)) : Optional.empty();
    }

    private static boolean isUcs2(Octets octets) {
        return octets.length() % 2 == 0;
    }

    private static String ucs2(Octets octets, CbsDataCoding coding) {
        // The language takes the first two octets: two packed GSM 7-bit letters.
        return Ucs2.decode(coding.hasLanguagePrefix() ? octets.slice(2, octets.length()) : octets);
    }

    private static String eightOrSevenBits(Octets octets, CbsDataCoding coding) {
        String latin = new String(octets.toByteArray(), StandardCharsets.ISO_8859_1);
        boolean oneOctetPerCharacter =
                coding.alphabet() == Alphabet.OCTETS || latin.chars().allMatch(UssdText::isAscii);
        return oneOctetPerCharacter ? latin : withoutLanguage(Gsm7.decode(CbsSeptets.unpack(octets)), coding);
    }

    private static boolean isAscii(int character) {
        return (character >= FIRST_PRINTABLE && character <= LAST_ASCII) || character == '\r' || character == '\n';
    }

    private static String withoutLanguage(String text, CbsDataCoding coding) {
        boolean prefixed = coding.hasLanguagePrefix()
                && text.length() >= LANGUAGE_PREFIX
                && text.charAt(LANGUAGE_PREFIX - 1) == '\r';
        return prefixed ? text.substring(LANGUAGE_PREFIX) : text;
    }

    /** Whether every character has a meaning and shows. */
    private static boolean isText(String text) {
        return text.codePoints()
                .allMatch(point -> point == '\r'
                        || point == '\n'
                        || (Character.isDefined(point)
                                && !Character.isISOControl(point)
                                && point != '\uFFFD'
                                && Character.getType(point) != Character.PRIVATE_USE));
    }

    /** With AT+CSCS="GSM" a control character is a septet of the default alphabet: 0x00 is {@code @}. */
    private static String plain(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            result.append(character < FIRST_PRINTABLE ? Gsm7.decode(Octets.copyOf((byte) character)) : character);
        }
        return result.toString();
    }
}
