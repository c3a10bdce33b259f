package io.polygator.gsm.at;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Numbers of errors and the words that a modem set to verbose reports (AT+CMEE=2) prints instead. */
final class ErrorTexts {
    private final Map<Integer, String> texts;
    private final Map<String, Integer> codes;

    /** @param texts words by number; the words are compared without regard to case */
    ErrorTexts(Map<Integer, String> texts) {
        this.texts = texts;
        this.codes = new HashMap<>();
        texts.forEach((code, text) -> codes.put(text.toLowerCase(Locale.ROOT), code));
    }

    /** The number that the reason, itself a number or words, stands for. */
    int codeOf(String reason, int otherwise) {
        String text = reason.trim();
        if (!text.isEmpty() && text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(text);
        }
        return codes.getOrDefault(text.toLowerCase(Locale.ROOT), otherwise);
    }

    String textOf(int code, String otherwise) {
        return texts.getOrDefault(code, otherwise);
    }
}
