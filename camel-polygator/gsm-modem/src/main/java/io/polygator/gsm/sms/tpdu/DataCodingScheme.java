package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.sms.alphabet.Alphabet;
import java.util.Optional;
import java.util.OptionalInt;

/** TP-DCS as one octet, 0 to 255 (3GPP TS 23.038 §4). */
public record DataCodingScheme(int value) {
    private static final int CLASS_VALID = 0x10;
    private static final int COMPRESSED = 0x20;

    public DataCodingScheme {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("TP-DCS must be 0..255, was " + value);
        }
    }

    /** An indicator that messages wait in a mailbox (coding groups 1100 to 1110). */
    public record MessageWaiting(Storage storage, Indication indication, Mailbox mailbox) {
        /** Whether the message itself is worth keeping. */
        public enum Storage {
            DISCARD,
            STORE
        }

        /** Whether the phone shall switch the indicator on or off. */
        public enum Indication {
            INACTIVE,
            ACTIVE
        }

        /** What waits, in the order of the codes. */
        public enum Mailbox {
            VOICEMAIL,
            FAX,
            EMAIL,
            OTHER
        }
    }

    /** The coding of an alphabet without a message class. */
    public static DataCodingScheme of(Alphabet alphabet) {
        return new DataCodingScheme(alphabetBits(alphabet));
    }

    /**
     * The coding of an alphabet with a message class.
     *
     * @param messageClass 0 (flash), 1 (module), 2 (SIM) or 3 (terminal)
     * @throws IllegalArgumentException if there is no such class
     */
    public static DataCodingScheme of(Alphabet alphabet, int messageClass) {
        if (messageClass < 0 || messageClass > 3) {
            throw new IllegalArgumentException("message class must be 0..3, was " + messageClass);
        }
        return new DataCodingScheme(CLASS_VALID | alphabetBits(alphabet) | messageClass);
    }

    private static int alphabetBits(Alphabet alphabet) {
        return switch (alphabet) {
            case GSM7 -> 0;
            case OCTETS -> 1 << 2;
            case UCS2 -> 2 << 2;
        };
    }

    /** What the units of the user data are. Compressed text counts as octets: nobody sends or reads it any more. */
    public Alphabet alphabet() {
        if (isGeneral()) {
            return isCompressed() ? Alphabet.OCTETS : generalAlphabet();
        }
        return switch (group()) {
            case 0xE -> Alphabet.UCS2;
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

    /** Message class 0 (flash) to 3, when there is one. */
    public OptionalInt messageClass() {
        boolean present = group() == 0xF || (isGeneral() && (value & CLASS_VALID) != 0);
        return present ? OptionalInt.of(value & 3) : OptionalInt.empty();
    }

    public boolean isCompressed() {
        return isGeneral() && (value & COMPRESSED) != 0;
    }

    /** Whether the message is to be deleted once it has been read. */
    public boolean isDeletedAfterReading() {
        return value >> 6 == 1;
    }

    public Optional<MessageWaiting> messageWaiting() {
        if (group() < 0xC || group() > 0xE) {
            return Optional.empty();
        }
        return Optional.of(new MessageWaiting(
                group() == 0xC ? MessageWaiting.Storage.DISCARD : MessageWaiting.Storage.STORE,
                (value & 8) == 0 ? MessageWaiting.Indication.INACTIVE : MessageWaiting.Indication.ACTIVE,
                MessageWaiting.Mailbox.values()[value & 3]));
    }

    /** Whether the value has no meaning yet; it is then read as the GSM 7-bit alphabet, or with its reserved bit 0. */
    public boolean isReserved() {
        boolean reservedGroup = group() >= 0x8 && group() <= 0xB;
        boolean reservedAlphabet = isGeneral() && (value >> 2 & 3) == 3;
        boolean reservedBit = group() == 0xF && (value & 8) != 0;
        return reservedGroup || reservedAlphabet || reservedBit;
    }

    private int group() {
        return value >> 4;
    }

    private boolean isGeneral() {
        return value < 0x80;
    }
}
