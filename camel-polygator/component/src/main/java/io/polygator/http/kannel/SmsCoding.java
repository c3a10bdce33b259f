package io.polygator.http.kannel;

import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import java.util.OptionalInt;

/**
 * How a client wants its text coded. What {@code compress} asks for is not done: no phone expands a text any more, and
 * Kannel only says that it was compressed.
 *
 * @param alphabet of the text
 * @param messageClass 0 (flash) to 3
 * @param mailbox the waiting messages to announce, 0 to 3, or 4 to 7 to end that; -1 for none
 * @param alternative whether TP-DCS shall be of the group 1111
 */
record SmsCoding(Alphabet alphabet, OptionalInt messageClass, int mailbox, boolean alternative) {
    private static final int NONE = -1;
    private static final int ENDS = 4;
    private static final int ALTERNATIVE = 0xF0;
    private static final int MODULE = 1;

    /** @throws KannelRefusedException with the first field that is out of range, in Kannel's order */
    static SmsCoding read(KannelParameters parameters) throws KannelRefusedException {
        int messageClass = SendSmsReader.number(parameters, NONE, 3, "MClass field", "mclass");
        int alternative = SendSmsReader.number(parameters, NONE, 1, "Alt-DCS field", "alt-dcs");
        int mailbox = SendSmsReader.number(parameters, NONE, 7, "MWI field", "mwi");
        int coding = SendSmsReader.number(parameters, NONE, 2, "Coding field", "coding");
        SendSmsReader.number(parameters, NONE, 1, "Compress field", "compress");
        return new SmsCoding(
                alphabet(coding, parameters),
                messageClass < 0 ? OptionalInt.empty() : OptionalInt.of(messageClass),
                mailbox,
                alternative == 1);
    }

    private static Alphabet alphabet(int coding, KannelParameters parameters) {
        return switch (coding) {
            case 0 -> Alphabet.GSM7;
            case 1 -> Alphabet.OCTETS;
            case 2 -> Alphabet.UCS2;
            default -> SmsContents.header(parameters).isPresent() ? Alphabet.OCTETS : Alphabet.GSM7;
        };
    }

    /** Whether the gateway can code it by itself. */
    boolean isPlain() {
        return mailbox < 0 && !alternative;
    }

    /**
     * TP-DCS (3GPP TS 23.038 §4).
     *
     * @param used the alphabet that the text has come out in
     * @param empty whether there is no text
     */
    DataCodingScheme scheme(Alphabet used, boolean empty) {
        if (mailbox >= 0) {
            return new DataCodingScheme(waiting(used, empty));
        }
        if (alternative && used != Alphabet.UCS2) {
            return new DataCodingScheme(ALTERNATIVE | (used == Alphabet.OCTETS ? 4 : 0) | messageClass.orElse(MODULE));
        }
        return messageClass.isPresent()
                ? DataCodingScheme.of(used, messageClass.getAsInt())
                : DataCodingScheme.of(used);
    }

    private int waiting(Alphabet used, boolean empty) {
        if (mailbox >= ENDS) {
            return (used == Alphabet.GSM7 ? 0xC0 : 0xE0) | mailbox & 3;
        }
        int group = empty ? 0xC0 : used == Alphabet.GSM7 ? 0xD0 : 0xE0;
        return group | 8 | mailbox;
    }
}
