package io.polygator.gsm.sms.concat;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.NationalLanguage;
import io.polygator.gsm.sms.alphabet.NationalShift;
import io.polygator.gsm.sms.alphabet.Ucs2;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One way to turn text into units.
 *
 * @param shift the national tables; none for UCS-2
 */
record TextEncoding(Alphabet alphabet, NationalShift shift) {
    private static final TextEncoding UCS2 = new TextEncoding(Alphabet.UCS2, NationalShift.none());
    private static final TextEncoding GSM7 = new TextEncoding(Alphabet.GSM7, NationalShift.none());

    static TextEncoding ucs2() {
        return UCS2;
    }

    /** The default alphabet, then what each language adds to it, the least unusual first. */
    static List<TextEncoding> gsm7(Set<NationalLanguage> languages) {
        List<TextEncoding> encodings = new ArrayList<>();
        encodings.add(GSM7);
        languages.stream()
                .sorted()
                .filter(language -> language != NationalLanguage.DEFAULT)
                .forEach(language -> {
                    encodings.add(gsm7(NationalLanguage.DEFAULT, language));
                    if (language.hasLockingTable()) {
                        encodings.add(gsm7(language, NationalLanguage.DEFAULT));
                        encodings.add(gsm7(language, language));
                    }
                });
        return encodings;
    }

    private static TextEncoding gsm7(NationalLanguage locking, NationalLanguage single) {
        return new TextEncoding(Alphabet.GSM7, new NationalShift(locking, single));
    }

    boolean carries(String text) {
        return alphabet == Alphabet.UCS2 || Gsm7.firstWithoutCode(text, shift).isEmpty();
    }

    /** The units of a text that this encoding carries. */
    Octets encode(String text) {
        return alphabet == Alphabet.UCS2
                ? Ucs2.encode(text)
                : Gsm7.encode(text, shift).orElseThrow(() -> new IllegalStateException("asked carries() first"));
    }

    /** Says which character of a text keeps it out of the GSM 7-bit alphabet. */
    static String lackIn(String text, Set<NationalLanguage> languages) {
        int lacking = gsm7(languages).stream()
                .map(encoding -> Gsm7.firstWithoutCode(text, encoding.shift()))
                .flatMapToInt(OptionalInt::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the text lacks nothing"));
        return "text holds %s (U+%04X), which the GSM 7-bit alphabet lacks"
                .formatted(Character.toString(lacking), lacking);
    }
}
