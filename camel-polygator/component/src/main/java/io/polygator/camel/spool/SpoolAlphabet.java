package io.polygator.camel.spool;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Gsm7;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What header {@code Alphabet} says about a body; only its first three characters count. */
enum SpoolAlphabet {
    /** Without a header too: UTF-8 where the octets are that, otherwise ISO 8859-15. */
    ISO,
    UTF8,
    GSM,
    UCS2,
    BINARY;

    /** ISO 8859-15. */
    static final Charset LATIN_9 = Charset.forName("ISO-8859-15");

    private static final int SIGNIFICANT = 3;
    private static final int HIGHEST_SEPTET = 0x7F;

    /** @throws SpoolFileException if the header names none */
    static SpoolAlphabet of(SpoolFile file) throws SpoolFileException {
        if (file.flag("Binary").orElse(false)) {
            return BINARY; // how version 1 wrote it
        }
        Optional<String> value = file.header("Alphabet");
        String name = value.orElse("iso").toLowerCase(Locale.ROOT);
        return switch (name.substring(0, Math.min(SIGNIFICANT, name.length()))) {
            case "iso", "lat", "ans" -> ISO;
            case "utf" -> UTF8;
            case "gsm" -> GSM;
            case "ucs", "chi", "uni" -> UCS2;
            case "bin" -> BINARY;
            default ->
                throw new SpoolFileException("Alphabet: " + value.orElse("") + ": use ISO, UTF-8, GSM, UCS2 or binary");
        };
    }

    /** @throws SpoolFileException if the octets are no text of this alphabet */
    String decode(Octets body) throws SpoolFileException {
        return switch (this) {
            case ISO -> strict(body, StandardCharsets.UTF_8).orElseGet(() -> new String(body.toByteArray(), LATIN_9));
            case UTF8 ->
                strict(body, StandardCharsets.UTF_8)
                        .orElseThrow(() -> new SpoolFileException("Alphabet: the body is no UTF-8"));
            case GSM -> gsm(body);
            case UCS2 -> ucs2(body);
            case BINARY -> throw new IllegalStateException("binary has no text");
        };
    }

    private static String gsm(Octets body) throws SpoolFileException {
        for (int i = 0; i < body.length(); i++) {
            if (body.at(i) > HIGHEST_SEPTET) {
                throw new SpoolFileException(
                        "Alphabet: the body holds octets above 7F, which the GSM alphabet has not");
            }
        }
        return Gsm7.decode(body);
    }

    /** An editor's line end behind the last character is no half of another one. */
    private static String ucs2(Octets body) throws SpoolFileException {
        boolean lineEnd = body.length() % 2 == 1 && body.at(body.length() - 1) == '\n';
        Octets text = lineEnd ? body.slice(0, body.length() - 1) : body;
        return strict(text, StandardCharsets.UTF_16BE)
                .orElseThrow(() -> new SpoolFileException("Alphabet: the body is no UCS-2, big-endian"));
    }

    private static Optional<String> strict(Octets body, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(body.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
