package io.polygator.gsm.modem;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.Septets;
import io.polygator.gsm.sms.alphabet.Ucs2;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * USSD texts as modules print them: plain, or one of several kinds of hexadecimal digits, depending on AT+CSCS, on the
 * data coding scheme (3GPP TS 23.038 §5) and on the firmware.
 */
final class UssdText {
    private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2})+");
    private static final Pattern HAS_HEX_LETTER = Pattern.compile(".*[A-Fa-f].*", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z*#+ .,:;?!()'/%&<=>-]+");
    private static final int LANGUAGE_THEN_GSM7 = 16;
    private static final int LANGUAGE_THEN_UCS2 = 17;
    private static final char CR = '\r';

    /** The character sets of AT+CSCS that are used here (3GPP TS 27.007 §5.5). */
    enum CharacterSet {
        GSM,
        UCS2
    }

    private UssdText() {}

    /** Whether every character is the same in ASCII and in the GSM alphabet. */
    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }

    /** The text as it stands between the quotes of AT+CUSD. */
    static String encode(String text, CharacterSet characterSet) {
        return characterSet == CharacterSet.UCS2 ? Ucs2.encode(text).toString() : text;
    }

    /** The text that was meant; what cannot be made out stays as it was printed. */
    static String decode(String printed, OptionalInt scheme, CharacterSet inForce) {
        boolean hex = HEX.matcher(printed).matches();
        if (!hex) {
            return withoutLanguage(printed, scheme);
        }
        Octets octets = Octets.ofHex(printed);
        if (isUcs2(scheme)) {
            return Ucs2.decode(
                    scheme.getAsInt() == LANGUAGE_THEN_UCS2 && octets.length() >= 2
                            ? octets.slice(2, octets.length())
                            : octets);
        }
        if (inForce == CharacterSet.UCS2 && octets.length() % 2 == 0 && isReadable(Ucs2.decode(octets))) {
            return Ucs2.decode(octets);
        }
        if (!HAS_HEX_LETTER.matcher(printed).matches()) {
            return printed; // digits alone are a text: a balance, a number
        }
        String characters = new String(octets.toByteArray(), StandardCharsets.ISO_8859_1);
        return characters.chars().allMatch(c -> c >= ' ' && c <= '~')
                ? characters
                : withoutLanguage(unpacked(octets), scheme);
    }

    /** USSD tells no length: seven bits left over are filled with a CR (3GPP TS 23.038 §6.1.2.3.1). */
    static String unpacked(Octets octets) {
        int count = octets.length() * 8 / 7;
        Octets septets = Septets.unpack(octets, count, 0);
        boolean padded = count % 8 == 0 && count > 0 && septets.at(count - 1) == CR;
        return Gsm7.decode(padded ? septets.slice(0, count - 1) : septets);
    }

    private static String withoutLanguage(String text, OptionalInt scheme) {
        boolean prefixed = scheme.orElse(-1) == LANGUAGE_THEN_GSM7 && text.length() >= 3 && text.charAt(2) == CR;
        return prefixed ? text.substring(3) : text;
    }

    private static boolean isUcs2(OptionalInt scheme) {
        int value = scheme.orElse(-1);
        boolean general = value >= 64 && value <= 127;
        return value == LANGUAGE_THEN_UCS2 || (general && (value & 0x0C) == 0x08);
    }

    private static boolean isReadable(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isDefined(c) && (!Character.isISOControl(c) || Character.isWhitespace(c)));
    }
}
