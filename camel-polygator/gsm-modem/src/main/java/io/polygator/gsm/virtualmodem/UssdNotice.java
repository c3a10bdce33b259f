package io.polygator.gsm.virtualmodem;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.Septets;
import java.util.Optional;

/** The +CUSD of one text: what stands between the quotes, and the data coding scheme after them. */
final class UssdNotice {
    private static final int GSM7 = 0;
    private static final int GSM7_UNSPECIFIED_LANGUAGE = 15;
    private static final int UCS2 = 72;
    private static final int PER_OCTET_BORDER = 8;
    private static final char CR = '\r';

    private UssdNotice() {}

    static String line(int status, String text, UssdWriting writing, CharacterSet characterSet) {
        if (text.isEmpty()) {
            return "+CUSD: " + status;
        }
        if (text.chars().anyMatch(c -> c >= 0x80)) {
            return line(status, CharacterSet.UCS2.quotable(text), UCS2);
        }
        return switch (writing) {
            case CHARACTER_SET -> line(status, characterSet.quotable(text), GSM7_UNSPECIFIED_LANGUAGE);
            case ASCII_HEX ->
                line(status, Octets.copyOf(text.getBytes(US_ASCII)).toString(), GSM7);
            case PACKED_HEX ->
                packed(text)
                        .map(octets -> line(status, octets.toString(), GSM7))
                        .orElseGet(() -> line(status, CharacterSet.UCS2.quotable(text), UCS2));
        };
    }

    private static String line(int status, String quoted, int scheme) {
        return "+CUSD: " + status + ",\"" + quoted + "\"," + scheme;
    }

    /** USSD tells no length: a CR fills seven bits left over, or follows a CR that must stay (3GPP TS 23.038 §6.1.2.3.1). */
    private static Optional<Octets> packed(String text) {
        int beyondBorder = Gsm7.encode(text).map(Octets::length).orElse(0) % PER_OCTET_BORDER;
        boolean crAtBorder = beyondBorder == 0 && text.endsWith("\r");
        boolean sevenBitsLeft = beyondBorder == PER_OCTET_BORDER - 1;
        return Gsm7.encode(crAtBorder || sevenBitsLeft ? text + CR : text).map(septets -> Septets.pack(septets, 0));
    }
}
