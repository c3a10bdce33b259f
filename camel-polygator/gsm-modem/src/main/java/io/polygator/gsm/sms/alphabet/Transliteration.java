package io.polygator.gsm.sms.alphabet;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Replaces characters that the default GSM 7-bit alphabet lacks by similar ones that it has: accents go, typographic
 * signs become plain ones, Cyrillic and Greek become Latin. Lossy, therefore never used unless asked for.
 */
public final class Transliteration {
    private static final Map<Integer, String> REPLACEMENTS = new HashMap<>();

    static {
        // Each word: the character, then what replaces it.
        addAll("“\" ”\" „\" «\" »\" ‘' ’' ‚' ‹' ›' `' ´' ʼ' ′' ″\" –- —- −- ‐- ‑- …... •* ·. №No ™TM ©(c) ®(R)");
        addAll("łl ŁL đd ĐD ıi ħh ĦH œoe ŒOE þth ÞTH ðd ÐD ŋn ŊN ŧt ŦT ĸk ẞSS");
        addAll("аa бb вv гg ґg дd еe ёe єye жzh зz иi іi їyi йy кk лl мm нn оo пp рr сs тt уu ўu фf хkh цts чch шsh");
        addAll("щshch ъ ыy ь эe юyu яya ђdj јj љlj њnj ћc џdz");
        addAll("АA БB ВV ГG ҐG ДD ЕE ЁE ЄYe ЖZh ЗZ ИI ІI ЇYi ЙY КK ЛL МM НN ОO ПP РR СS ТT УU ЎU ФF ХKh ЦTs ЧCh ШSh");
        addAll("ЩShch Ъ ЫY Ь ЭE ЮYu ЯYa ЂDj ЈJ ЉLj ЊNj ЋC ЏDz");
        addAll("ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX");
        addAll("αa βb γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo");
        REPLACEMENTS.put(0xA0, " ");
    }

    private Transliteration() {}

    private static void addAll(String words) {
        for (String word : words.split(" ", -1)) {
            int end = word.offsetByCodePoints(0, 1);
            REPLACEMENTS.put(word.codePointAt(0), word.substring(end));
        }
    }

    /** The text with every replacement that helps; a character without one stays and still needs UCS-2. */
    public static String toGsm7(String text) {
        String before = text;
        String after = replaceEach(before);
        // A letter that came in can form a new one with an accent that stood behind the old one.
        while (!after.equals(before)) {
            before = after;
            after = replaceEach(before);
        }
        return after;
    }

    private static String replaceEach(String text) {
        StringBuilder result = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(point -> result.append(similar(point)));
        return result.toString();
    }

    private static String similar(int codePoint) {
        String original = Character.toString(codePoint);
        if (isCarried(original)) {
            return original;
        }
        String replacement = REPLACEMENTS.get(codePoint);
        if (replacement != null) {
            return replacement;
        }
        String plain = withoutMarks(original);
        return isCarried(plain) ? plain : REPLACEMENTS.getOrDefault(plain.codePointAt(0), original);
    }

    private static boolean isCarried(String text) {
        return Gsm7.firstWithoutCode(text, NationalShift.none()).isEmpty();
    }

    private static String withoutMarks(String character) {
        String plain = Normalizer.normalize(character, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return plain.isEmpty() ? character : plain;
    }
}
