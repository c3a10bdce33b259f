package io.polygator.smpp.message;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.Septets;
import io.polygator.gsm.sms.alphabet.Ucs2;
import io.polygator.smpp.esme.DefaultAlphabet;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How the octets of a text stand for its characters. Never guesses: nothing when a character or octet has no partner. */
sealed interface Coding {

    /**
     * The text of octets.
     *
     * @param headerOctets how many octets of a user data header stood before them
     */
    Optional<String> decode(Octets octets, int headerOctets);

    /** The octets of a text behind a user data header of so many octets. */
    Optional<Octets> encode(String text, int headerOctets);

    static Coding of(DefaultAlphabet alphabet) {
        return switch (alphabet) {
            case GSM7_UNPACKED -> new Unpacked();
            case GSM7_PACKED -> new Packed();
            case LATIN1 -> new InCharset(StandardCharsets.ISO_8859_1);
            case ASCII -> new InCharset(StandardCharsets.US_ASCII);
            case UTF8 -> new InCharset(StandardCharsets.UTF_8);
        };
    }

    /** One septet per octet. */
    record Unpacked() implements Coding {
        @Override
        public Optional<String> decode(Octets octets, int headerOctets) {
            for (int i = 0; i < octets.length(); i++) {
                if (octets.at(i) > 0x7F) {
                    return Optional.empty();
                }
            }
            return Optional.of(Gsm7.decode(octets));
        }

        @Override
        public Optional<Octets> encode(String text, int headerOctets) {
            return Gsm7.encode(text);
        }
    }

    /** Eight septets in seven octets, on a septet boundary behind a header, as on the air. */
    record Packed() implements Coding {
        @Override
        public Optional<String> decode(Octets octets, int headerOctets) {
            int fillBits = Septets.fillBits(headerOctets);
            int count = Septets.capacity(octets.length(), fillBits);
            Octets septets = Septets.unpack(octets, count, fillBits);
            return Optional.of(Gsm7.decode(withoutPadding(septets, octets.length(), fillBits)));
        }

        // Seven spare bits look like an @; clients that mean one are rarer than those that pad with zeros.
        private static Octets withoutPadding(Octets septets, int octets, int fillBits) {
            int count = septets.length();
            boolean spare = count > 0 && Septets.packedLength(count - 1, fillBits) == octets;
            return spare && septets.at(count - 1) == 0 ? septets.slice(0, count - 1) : septets;
        }

        @Override
        public Optional<Octets> encode(String text, int headerOctets) {
            return Gsm7.encode(text).map(septets -> Septets.pack(septets, Septets.fillBits(headerOctets)));
        }
    }

    /** UTF-16BE. */
    record TwoOctets() implements Coding {
        @Override
        public Optional<String> decode(Octets octets, int headerOctets) {
            return octets.length() % 2 == 0 ? Optional.of(Ucs2.decode(octets)) : Optional.empty();
        }

        @Override
        public Optional<Octets> encode(String text, int headerOctets) {
            return Optional.of(Ucs2.encode(text));
        }
    }

    /** A character set that Java knows. */
    record InCharset(Charset charset) implements Coding {
        @Override
        public Optional<String> decode(Octets octets, int headerOctets) {
            try {
                return Optional.of(charset.newDecoder()
                        .decode(ByteBuffer.wrap(octets.toByteArray()))
                        .toString());
            } catch (CharacterCodingException notInCharset) {
                return Optional.empty();
            }
        }

        @Override
        public Optional<Octets> encode(String text, int headerOctets) {
            try {
                ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
                byte[] octets = new byte[encoded.remaining()];
                encoded.get(octets);
                return Optional.of(Octets.copyOf(octets));
            } catch (CharacterCodingException notInCharset) {
                return Optional.empty();
            }
        }
    }
}
