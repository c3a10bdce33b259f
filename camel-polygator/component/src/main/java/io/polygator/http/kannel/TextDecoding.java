package io.polygator.http.kannel;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** The text of a request in its charset. Pure functions. */
final class TextDecoding {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private TextDecoding() {}

    /**
     * The text: in the parameter's charset, or else in UTF-8, and for UCS-2 in UTF-16BE. Octets that are no UTF-8
     * are read as windows-1252 when no charset was named, which is what such clients mean.
     *
     * @throws KannelRefusedException if there is no such charset, or the text is not in it
     */
    static String text(KannelParameters parameters, Alphabet alphabet) throws KannelRefusedException {
        Octets octets = parameters.octets("text").orElse(Octets.empty());
        Optional<String> charset = parameters.filled("charset");
        if (charset.isPresent()) {
            return decode(octets, charset.get());
        }
        if (alphabet == Alphabet.UCS2) {
            return new String(octets.toByteArray(), StandardCharsets.UTF_16BE);
        }
        return utf8(octets);
    }

    private static String decode(Octets octets, String charset) throws KannelRefusedException {
        try {
            return Charset.forName(charset.strip())
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString();
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new KannelRefusedException(KannelAnswer.misformed("Charset or body"));
        }
    }

    private static String utf8(Octets octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets.toByteArray());
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException noUtf8) {
            return WESTERN.decode(buffer.rewind()).toString();
        }
    }

    /** UCS-2 as the client coded it, when it is no UTF-16BE: half a character, or half a pair. It is sent as it is. */
    static Optional<Octets> oddUcs2(KannelParameters parameters) {
        Octets octets = parameters.octets("text").orElse(Octets.empty());
        if (parameters.filled("charset").isPresent()) {
            return Optional.empty();
        }
        try {
            StandardCharsets.UTF_16BE
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets.toByteArray()));
            return Optional.empty();
        } catch (CharacterCodingException odd) {
            return Optional.of(octets);
        }
    }
}
