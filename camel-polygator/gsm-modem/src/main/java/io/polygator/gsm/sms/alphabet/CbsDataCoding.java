package io.polygator.gsm.sms.alphabet;

/**
 * The coding of cell broadcast and USSD texts as one octet, 0 to 255 (3GPP TS 23.038 §5). Looks like TP-DCS and is
 * not: 0x0F is GSM 7-bit in an unspecified language.
 */
public record CbsDataCoding(int value) {
    /** GSM 7-bit, language unspecified: what nearly every network uses. */
    public static final CbsDataCoding GSM7 = new CbsDataCoding(0x0F);
    /** UCS-2 without class. */
    public static final CbsDataCoding UCS2 = new CbsDataCoding(0x48);

    private static final int GSM7_WITH_LANGUAGE = 0x10;
    private static final int UCS2_WITH_LANGUAGE = 0x11;

    public CbsDataCoding {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("a CBS data coding scheme must be 0..255, was " + value);
        }
    }

    /** What the text is made of; GSM 7-bit for reserved values and for compressed text, which nobody sends. */
    public Alphabet alphabet() {
        return switch (value >> 4) {
            case 0x1 -> value == UCS2_WITH_LANGUAGE ? Alphabet.UCS2 : Alphabet.GSM7;
            case 0x4, 0x5, 0x9 -> generalAlphabet();
            case 0xF -> (value & 4) == 0 ? Alphabet.GSM7 : Alphabet.OCTETS;
            default -> Alphabet.GSM7;
        };
    }

    private Alphabet generalAlphabet() {
        return switch (value >> 2 & 3) {
            case 1 -> Alphabet.OCTETS;
            case 2 -> Alphabet.UCS2;
            default -> Alphabet.GSM7;
        };
    }

    /** Whether two letters of language stand before the text, and a carriage return after them in GSM 7-bit. */
    public boolean hasLanguagePrefix() {
        return value == GSM7_WITH_LANGUAGE || value == UCS2_WITH_LANGUAGE;
    }
}
