package io.polygator.camel.spool;

import io.polygator.gateway.message.MessageBody;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.Ucs2;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What a spool file says. Pure functions. */
final class SpoolBody {
    private SpoolBody() {}

    /** @throws SpoolFileException if alphabet, user data header and body do not go together */
    static MessageBody of(SpoolFile file, OptionalInt messageClass) throws SpoolFileException {
        SpoolAlphabet alphabet = SpoolAlphabet.of(file);
        Octets body = file.flag("Hex").orElse(false) ? SpoolHex.read(file.body()) : file.body();
        return alphabet == SpoolAlphabet.BINARY
                ? binary(file, body, messageClass)
                : text(file, alphabet.decode(body), messageClass);
    }

    private static MessageBody text(SpoolFile file, String raw, OptionalInt messageClass) throws SpoolFileException {
        String text = raw.stripTrailing();
        if (text.isEmpty()) {
            throw new SpoolFileException("the text is empty: write it behind an empty line");
        }
        Optional<UserDataHeader> header = header(file);
        if (header.isEmpty()) {
            return new MessageBody.Text(text);
        }
        Optional<Octets> septets = Gsm7.encode(text);
        return septets.isPresent()
                ? prepared(header.get(), Alphabet.GSM7, septets.get(), messageClass)
                : prepared(header.get(), Alphabet.UCS2, Ucs2.encode(text), messageClass);
    }

    /** A user data header stands at the beginning of the body unless UDH is no, or UDH-DATA has it. */
    private static MessageBody binary(SpoolFile file, Octets body, OptionalInt messageClass) throws SpoolFileException {
        Optional<UserDataHeader> apart = header(file);
        if (apart.isPresent()) {
            return prepared(apart.get(), Alphabet.OCTETS, body, messageClass);
        }
        if (!file.flag("UDH").orElse(true)) {
            return new MessageBody.Data(body, Optional.empty());
        }
        int end = body.isEmpty() ? 1 : body.at(0) + 1;
        if (end > body.length()) {
            throw new SpoolFileException(
                    "UDH: the body does not begin with a user data header: write UDH: no when it has none");
        }
        return prepared(
                UserDataHeader.decode(body.slice(1, end)),
                Alphabet.OCTETS,
                body.slice(end, body.length()),
                messageClass);
    }

    private static Optional<UserDataHeader> header(SpoolFile file) throws SpoolFileException {
        Optional<String> hex = file.header("UDH-DATA").map(value -> value.replaceAll("\\s", ""));
        try {
            Optional<Octets> octets = hex.map(value -> Octets.ofHex(value.toUpperCase(Locale.ROOT)));
            return octets.filter(all -> all.length() > 1).map(all -> UserDataHeader.decode(all.slice(1, all.length())));
        } catch (IllegalArgumentException e) {
            throw new SpoolFileException("UDH-DATA: " + e.getMessage());
        }
    }

    private static MessageBody prepared(
            UserDataHeader header, Alphabet alphabet, Octets units, OptionalInt messageClass)
            throws SpoolFileException {
        DataCodingScheme scheme = messageClass.isPresent()
                ? DataCodingScheme.of(alphabet, messageClass.getAsInt())
                : DataCodingScheme.of(alphabet);
        try {
            return new MessageBody.Prepared(new UserData(header, alphabet, units), scheme);
        } catch (IllegalArgumentException e) {
            throw new SpoolFileException(
                    "UDH: a message with a user data header of its own is one short message: " + e.getMessage());
        }
    }
}
