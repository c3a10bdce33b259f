package io.polygator.smpp.message;

import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.smpp.esme.DefaultAlphabet;
import io.polygator.smpp.esme.Strictness;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/** What data_coding says of a submission (SMPP 3.4 §5.2.19). */
sealed interface DataCoding {

    /** A text, to be encoded for the air by us. */
    record Text(Coding coding, OptionalInt messageClass) implements DataCoding {}

    /** 8-bit data. */
    record Binary(OptionalInt messageClass) implements DataCoding {}

    /** A TP-DCS that has to reach the air as it is: message waiting (C0–EF) and message class (F0–FF). */
    record Raw(DataCodingScheme scheme, Coding coding) implements DataCoding {}

    /**
     * The meaning of a value; nothing for one that is not supported. Lenient: 10–1F is read as the network reads it
     * (alphabet with message class), E0–EF as message waiting in UCS-2, other reserved values as 0.
     */
    static Optional<DataCoding> of(int value, DefaultAlphabet alphabet, Strictness strictness) {
        return switch (value) {
            case 0x00 -> text(Coding.of(alphabet));
            case 0x01 -> text(new Coding.InCharset(StandardCharsets.US_ASCII));
            case 0x02, 0x04, 0x09 -> Optional.of(new Binary(OptionalInt.empty()));
            case 0x03 -> text(new Coding.InCharset(StandardCharsets.ISO_8859_1));
            case 0x05, 0x0A -> charset("ISO-2022-JP");
            case 0x06 -> charset("ISO-8859-5");
            case 0x07 -> charset("ISO-8859-8");
            case 0x08 -> text(new Coding.TwoOctets());
            case 0x0D -> charset("JIS_X0212-1990");
            case 0x0E -> charset("EUC-KR");
            default -> ofGroup(value, alphabet, strictness);
        };
    }

    private static Optional<DataCoding> ofGroup(int value, DefaultAlphabet alphabet, Strictness strictness) {
        boolean lenient = strictness == Strictness.LENIENT;
        return switch (value >> 4) {
            case 0xC, 0xD, 0xF -> Optional.of(raw(value, alphabet));
            case 0xE -> lenient ? Optional.of(raw(value, alphabet)) : Optional.empty();
            case 0x1 -> lenient ? Optional.of(withClass(new DataCodingScheme(value), alphabet)) : Optional.empty();
            default -> lenient ? text(Coding.of(alphabet)) : Optional.empty();
        };
    }

    private static DataCoding raw(int value, DefaultAlphabet alphabet) {
        DataCodingScheme scheme = new DataCodingScheme(value);
        return new Raw(scheme, scheme.alphabet() == Alphabet.UCS2 ? new Coding.TwoOctets() : Coding.of(alphabet));
    }

    private static DataCoding withClass(DataCodingScheme scheme, DefaultAlphabet alphabet) {
        return switch (scheme.alphabet()) {
            case GSM7 -> new Text(Coding.of(alphabet), scheme.messageClass());
            case UCS2 -> new Text(new Coding.TwoOctets(), scheme.messageClass());
            case OCTETS -> new Binary(scheme.messageClass());
        };
    }

    private static Optional<DataCoding> text(Coding coding) {
        return Optional.of(new Text(coding, OptionalInt.empty()));
    }

    private static Optional<DataCoding> charset(String name) {
        return Charset.isSupported(name) ? text(new Coding.InCharset(Charset.forName(name))) : Optional.empty();
    }
}
