package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A fixed number of slots for messages, in memory: a storage by itself, or the image of a durable one that its owner has
 * loaded with {@link #load}. Belongs to the loop of its modem.
 */
public final class MessageSlots implements MessageStorage {
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

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public int used() {
        return messages.size();
    }

    @Override
    public boolean hasSlot(int index) {
        return index >= firstIndex && index < firstIndex + capacity;
    }

    @Override
    public List<StoredMessage> messages() {
        return List.copyOf(messages.values());
    }

    @Override
    public Optional<StoredMessage> message(int index) {
        return Optional.ofNullable(messages.get(index));
    }

    /**
     * Puts a message back where it was when its owner last ran.
     *
     * @throws IllegalArgumentException if there is no such slot
     */
    public void load(StoredMessage message) {
        if (!hasSlot(message.index())) {
            throw new IllegalArgumentException(
                    "the slots are " + firstIndex + ".." + (firstIndex + capacity - 1) + ", was " + message.index());
        }
        messages.put(message.index(), message);
    }

    /** The lowest free slot, which real SIMs take next, so that holes are filled first; nothing when all are full. */
    public OptionalInt freeSlot() {
        return IntStream.range(firstIndex, firstIndex + capacity)
                .filter(index -> !messages.containsKey(index))
                .findFirst();
    }

    @Override
    public void store(MessageStatus status, PduModeFrame frame, Consumer<OptionalInt> stored) {
        OptionalInt slot = freeSlot();
        slot.ifPresent(index -> messages.put(index, new StoredMessage(index, status, frame)));
        stored.accept(slot);
    }

    @Override
    public void mark(int index, MessageStatus status) {
        messages.computeIfPresent(index, (i, message) -> new StoredMessage(i, status, message.frame()));
    }

    @Override
    public void delete(int index, Consumer<Deletion> done) {
        messages.remove(index);
        done.accept(Deletion.DONE);
    }
}
