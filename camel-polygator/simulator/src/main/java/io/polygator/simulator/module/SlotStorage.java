package io.polygator.simulator.module;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.virtualmodem.MessageSlots;
import io.polygator.gsm.virtualmodem.MessageStorage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Slots as the AT server sees them: deleting takes as long as the module takes. */
final class SlotStorage implements MessageStorage {
    private final MessageSlots slots;
    private final BiConsumer<Runnable, Runnable> slowly;

    /**
     * The slots of a module that deletes in this way.
     *
     * @param slowly runs its first argument when deleting is over, then its second
     */
    SlotStorage(MessageSlots slots, BiConsumer<Runnable, Runnable> slowly) {
        this.slots = slots;
        this.slowly = slowly;
    }

    @Override
    public int capacity() {
        return slots.capacity();
    }

    @Override
    public int used() {
        return slots.used();
    }

    @Override
    public List<StoredMessage> messages() {
        return slots.messages();
    }

    @Override
    public Optional<StoredMessage> message(int index) {
        return slots.message(index);
    }

    @Override
    public void store(MessageStatus status, PduModeFrame frame, Consumer<OptionalInt> stored) {
        slots.store(status, frame, stored);
    }

    @Override
    public void mark(int index, MessageStatus status) {
        slots.mark(index, status);
    }

    @Override
    public void delete(int index, Consumer<Deletion> done) {
        slowly.accept(() -> slots.delete(index, deletion -> {}), () -> done.accept(Deletion.DONE));
    }

    @Override
    public boolean hasSlot(int index) {
        return slots.hasSlot(index);
    }
}
