package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.NationalShift;
import io.polygator.gsm.sms.alphabet.Septets;
import io.polygator.gsm.sms.alphabet.Ucs2;
import java.util.Optional;

/**
 * TP-UD without its packing (3GPP TS 23.040 §9.2.3.24). Prints without its contents.
 *
 * @param header the information elements before the text
 * @param alphabet what the units are
 * @param units one septet per octet for GSM 7-bit, otherwise the octets as they are; the header is not part of them
 */
public record UserData(UserDataHeader header, Alphabet alphabet, Octets units) {
    /** What fits into one short message, header included. */
    public static final int MOST_OCTETS = 140;

    private static final int MOST_UNITS = 255;

    public UserData {
        if (alphabet == Alphabet.GSM7) {
            requireSeptets(units);
        }
        if (length(header, alphabet, units) > MOST_UNITS) {
            throw new IllegalArgumentException("TP-UDL must be at most " + MOST_UNITS + ", was "
                    + length(header, alphabet, units) + ": cut the text into segments");
        }
    }

    private static void requireSeptets(Octets units) {
        for (int i = 0; i < units.length(); i++) {
            if (units.at(i) > 0x7F) {
                throw new IllegalArgumentException("septet " + i + " must be 0..127, was " + units.at(i));
            }
        }
    }

    private static int length(UserDataHeader header, Alphabet alphabet, Octets units) {
        int covered = alphabet == Alphabet.GSM7 ? Septets.covering(header.length()) : header.length();
        return covered + units.length();
    }

    /** How long {@link #units} may be behind a header in one short message; a whole number of UCS-2 code units. */
    public static int capacity(Alphabet alphabet, UserDataHeader header) {
        int octets = Math.max(0, MOST_OCTETS - header.length());
        return switch (alphabet) {
            case GSM7 -> Septets.capacity(octets, Septets.fillBits(header.length()));
            case OCTETS -> octets;
            case UCS2 -> octets & ~1;
        };
    }

    /** No header and no text. */
    public static UserData empty() {
        return new UserData(UserDataHeader.none(), Alphabet.GSM7, Octets.empty());
    }

    /**
     * A text of one segment without a header: GSM 7-bit when the default alphabet has every character, else UCS-2.
     *
     * @throws IllegalArgumentException if it does not fit into one segment
     */
    public static UserData ofText(String text) {
        UserData data = Gsm7.encode(text)
                .map(septets -> new UserData(UserDataHeader.none(), Alphabet.GSM7, septets))
                .orElseGet(() -> new UserData(UserDataHeader.none(), Alphabet.UCS2, Ucs2.encode(text)));
        data.requireFitting();
        return data;
    }

    /** 8-bit data of one segment without a header. */
    public static UserData ofOctets(Octets octets) {
        UserData data = new UserData(UserDataHeader.none(), Alphabet.OCTETS, octets);
        data.requireFitting();
        return data;
    }

    /** The text, with the national tables that the header announces; nothing for 8-bit data. */
    public Optional<String> text() {
        return switch (alphabet) {
            case GSM7 -> Optional.of(Gsm7.decode(units, nationalShift()));
            case UCS2 -> Optional.of(Ucs2.decode(units));
            case OCTETS -> Optional.empty();
        };
    }

    public NationalShift nationalShift() {
        return header.nationalShift();
    }

    /** TP-UDL: septets, those covered by the header included, for GSM 7-bit; otherwise octets. */
    public int userDataLength() {
        return length(header, alphabet, units);
    }

    /** Octets of TP-UD on the air. */
    public int octetLength() {
        return alphabet == Alphabet.GSM7 ? Septets.packedLength(userDataLength(), 0) : userDataLength();
    }

    /** TP-UD: header, fill bits and text. */
    public Octets encode() {
        Octets text = alphabet == Alphabet.GSM7 ? Septets.pack(units, Septets.fillBits(header.length())) : units;
        return header.encode().concat(text);
    }

    void requireAlphabet(Alphabet announced) {
        if (alphabet != announced) {
            throw new IllegalArgumentException("TP-DCS announces " + announced + " but TP-UD holds " + alphabet
                    + ": take DataCodingScheme.of(" + alphabet + ")");
        }
    }

    void requireFitting() {
        if (octetLength() > MOST_OCTETS) {
            throw new IllegalArgumentException("TP-UD must be at most " + MOST_OCTETS + " octets, was " + octetLength()
                    + ": cut the text into segments");
        }
    }

    @Override
    public String toString() {
        return "UserData[" + header + ", " + alphabet + ", " + units.length() + " units]";
    }
}
