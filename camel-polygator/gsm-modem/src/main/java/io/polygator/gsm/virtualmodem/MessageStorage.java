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

    /** Message status; the ordinal is the number in PDU mode (3GPP TS 27.005 §3.1). */
    enum MessageStatus {
        RECEIVED_UNREAD,
        RECEIVED_READ,
        STORED_UNSENT,
        STORED_SENT
    }
}
