package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.Transliteration;

/** A name as an alphanumeric address can hold it: in the default alphabet, at most 11 septets (3GPP TS 23.040 §9.1.2.5). */
final class SenderName {
    private static final String NO_LETTER = "?";

    private SenderName() {}

    /** The name in letters that the alphabet has, as far as there is room; a letter is never halved. */
    static String fit(String name) {
        StringBuilder fitting = new StringBuilder();
        int septets = 0;
        for (int point : Transliteration.toGsm7(name).codePoints().toArray()) {
            String letter = carried(Character.toString(point));
            septets += septetsOf(letter);
            if (septets > SmsAddress.MOST_LETTERS) {
                break;
            }
            fitting.append(letter);
        }
        return fitting.toString();
    }

    private static String carried(String letter) {
        return Gsm7.encode(letter).isPresent() ? letter : NO_LETTER;
    }

    private static int septetsOf(String carried) {
        return Gsm7.encode(carried).map(Octets::length).orElseThrow();
    }
}
