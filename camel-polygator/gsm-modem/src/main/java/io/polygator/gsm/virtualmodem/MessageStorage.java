package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Numbered slots that hold messages: a SIM's, a module's, or one kept for a client of a pool. */
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
     * @return the slot, or nothing when the storage is full
     */
    OptionalInt store(MessageStatus status, PduModeFrame frame);

    /** Changes the status of the message in this slot, if there is one. */
    void mark(int index, MessageStatus status);

    /** Empties the slot, if it is not empty already, and says when that is done. Slow on real SIMs. */
    void delete(int index, Runnable done);

    /** Whether a slot of this number exists. */
    boolean hasSlot(int index);

    /**
     * A message and where it is.
     *
     * @param index slot number; modules count from 0 or from 1
     */
    record StoredMessage(int index, MessageStatus status, PduModeFrame frame) {}

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
