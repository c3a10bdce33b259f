package io.polygator.simulator.network;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** A fixed number of slots for messages. Belongs to the simulator's loop. */
public final class MessageSlots {
    private final int firstIndex;
    private final int capacity;
    private final SortedMap<Integer, StoredMessage> messages = new TreeMap<>();

    /**
     * Empty slots.
     *
     * @param firstIndex 0 or 1, as the module counts
     * @param capacity at least 1
     */
    public MessageSlots(int firstIndex, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a storage needs at least one slot, was " + capacity);
        }
        this.firstIndex = firstIndex;
        this.capacity = capacity;
    }

    public int capacity() {
        return capacity;
    }

    public int used() {
        return messages.size();
    }

    public boolean hasSlot(int index) {
        return index >= firstIndex && index < firstIndex + capacity;
    }

    /** In the order of the slots. */
    public List<StoredMessage> messages() {
        return List.copyOf(messages.values());
    }

    public Optional<StoredMessage> message(int index) {
        return Optional.ofNullable(messages.get(index));
    }

    /** Takes the lowest free slot, as real SIMs do, so that holes are filled first. */
    public OptionalInt store(MessageStatus status, PduModeFrame frame) {
        for (int index = firstIndex; index < firstIndex + capacity; index++) {
            if (!messages.containsKey(index)) {
                messages.put(index, new StoredMessage(index, status, frame));
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    public void mark(int index, MessageStatus status) {
        messages.computeIfPresent(index, (i, message) -> new StoredMessage(i, status, message.frame()));
    }

    public void delete(int index) {
        messages.remove(index);
    }
}
