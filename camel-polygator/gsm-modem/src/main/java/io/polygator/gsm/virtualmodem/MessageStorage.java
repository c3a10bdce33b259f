package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Numbered slots that hold messages: a SIM's, a module's, or one kept for the clients of a pool. What is in them is known
 * at once; a change may take its time, such as that of a commit, and is in force when its callback says so. Called on
 * the modem's loop, and calls back there.
 */
public interface MessageStorage {

    /** How many slots there are. */
    int capacity();

    /** How many slots hold a message. */
    int used();

    /** The messages in the order of their slots. */
    List<StoredMessage> messages();

    /** The message in this slot. */
    Optional<StoredMessage> message(int index);

    /**
     * Puts a message into the lowest free slot.
     *
     * @param stored hears the slot once the message is safe there, or nothing when the storage is full or cannot keep
     *     it now; may be called before this method returns
     */
    void store(MessageStatus status, PduModeFrame frame, Consumer<OptionalInt> stored);

    /** Changes the status of the message in this slot, if there is one. A change that is lost does no harm. */
    void mark(int index, MessageStatus status);

    /**
     * Empties the slot, if it is not empty already. Slow on real SIMs.
     *
     * @param done hears once what came of it; may be called before this method returns
     */
    void delete(int index, Consumer<Deletion> done);

    /**
     * Shows the message in this slot to nobody until {@link #reveal}, because a client is just being given it: programs
     * look into the storage meanwhile and would have it twice. The slot stays taken.
     */
    default void hide(int index) {}

    /** The message was not taken: it is shown again. */
    default void reveal(int index) {}

    /** Whether a slot of this number exists. */
    boolean hasSlot(int index);

    /**
     * A message and where it is.
     *
     * @param index slot number; modules count from 0 or from 1
     */
    record StoredMessage(int index, MessageStatus status, PduModeFrame frame) {}

    /** What came of {@link #delete}. */
    enum Deletion {
        /** The slot is empty, for good. */
        DONE,
        /** The message is still there. */
        FAILED
    }

    /** Message status, with its number in PDU mode (3GPP TS 27.005 §3.1). */
    enum MessageStatus {
        RECEIVED_UNREAD(0),
        RECEIVED_READ(1),
        STORED_UNSENT(2),
        STORED_SENT(3);

        private final int number;

        MessageStatus(int number) {
            this.number = number;
        }

        /** 0 to 3. */
        public int number() {
            return number;
        }

        /** The word of text mode (3GPP TS 27.005 §3.1). */
        public String word() {
            return name().replace("RECEIVED_", "REC ").replace("STORED_", "STO ");
        }

        /** Whether the message came from the network. */
        public boolean isReceived() {
            return this == RECEIVED_UNREAD || this == RECEIVED_READ;
        }

        /**
         * The status of this number.
         *
         * @throws IllegalArgumentException if the number is not 0 to 3
         */
        public static MessageStatus ofNumber(int number) {
            for (MessageStatus status : values()) {
                if (status.number == number) {
                    return status;
                }
            }
            throw new IllegalArgumentException("a message status is 0..3, was " + number);
        }
    }
}
