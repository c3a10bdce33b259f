package io.polygator.http.eventsh;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** In which charset the firmware gives texts to its script. Scripts may have changed it to UTF-8 meanwhile. */
public enum FirmwareCharset {
    /** As delivered. */
    KOI8_R("KOI8-R"),
    /** The same with the four letters that Ukrainian needs besides. */
    KOI8_U("KOI8-U");

    private final Charset charset;

    FirmwareCharset(String name) {
        charset = Charset.forName(name);
    }

    /**
     * The text of octets that are in this charset or in UTF-8. Two letters of this charset may look like one of UTF-8: such
     * octets are read as UTF-8 only when that gives Cyrillic, or when this charset would give what is no letter.
     */
    String decode(byte[] octets) {
        String own = new String(octets, charset);
        try {
            String utf8 = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return isCyrillic(utf8) || !isOfLetters(own) ? utf8 : own;
        } catch (CharacterCodingException noUtf8) {
            return own;
        }
    }

    private static boolean isCyrillic(String text) {
        return text.codePoints().anyMatch(one -> Character.UnicodeScript.of(one) == Character.UnicodeScript.CYRILLIC);
    }

    private static boolean isOfLetters(String text) {
        return text.codePoints().allMatch(one -> one < 0x80 || Character.isLetter(one));
    }
}
