package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.MessageStorage.Deletion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Deletes messages one after the other, since a SIM writes one slot at a time, and then ends its command. */
final class MessageDeletion {
    private final MessageStorage storage;
    private final Deque<Integer> slots;
    private final Command.Completion completion;
    private boolean running;
    private boolean answered;

    MessageDeletion(MessageStorage storage, List<Integer> slots, Command.Completion completion) {
        this.storage = storage;
        this.completion = completion;
        this.slots = new ArrayDeque<>(slots);
    }

    /** A loop and no recursion: a storage that answers at once may hold thousands. */
    void run() {
        if (running) {
            answered = true;
            return;
        }
        running = true;
        do {
            answered = false;
            deleteNext();
        } while (answered);
        running = false;
    }

    private void deleteNext() {
        Integer slot = slots.pollFirst();
        if (slot == null) {
            completion.ok();
        } else {
            storage.delete(slot, this::onDeleted);
        }
    }

    private void onDeleted(Deletion deletion) {
        if (deletion == Deletion.FAILED) {
            completion.end(MessageTyping.error(CommandRefused.MEMORY_FAILURE));
        } else {
            run();
        }
    }
}
