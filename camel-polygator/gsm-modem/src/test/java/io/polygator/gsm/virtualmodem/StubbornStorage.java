package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** Slots that hide messages, and that fail to delete as long as they are stubborn. */
final class StubbornStorage implements MessageStorage {
    private final MessageSlots slots;
    private final Set<Integer> hidden = new HashSet<>();
    boolean stubborn;

    StubbornStorage(MessageSlots slots) {
        this.slots = slots;
    }

    @Override
    public int capacity() {
        return slots.capacity();
    }

    @Override
    public int used() {
        return messages().size();
    }

    @Override
    public List<StoredMessage> messages() {
        return slots.messages().stream()
                .filter(message -> !hidden.contains(message.index()))
                .toList();
    }

    @Override
    public Optional<StoredMessage> message(int index) {
        return slots.message(index).filter(message -> !hidden.contains(index));
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
        if (stubborn) {
            done.accept(Deletion.FAILED);
        } else {
            hidden.remove(index);
            slots.delete(index, done);
        }
    }

    @Override
    public void hide(int index) {
        hidden.add(index);
    }

    @Override
    public void reveal(int index) {
        hidden.remove(index);
    }

    @Override
    public boolean hasSlot(int index) {
        return slots.hasSlot(index);
    }
}
