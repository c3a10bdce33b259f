package io.polygator.gateway.store;

import io.polygator.gateway.mailbox.MailboxFullException;
import io.polygator.gateway.mailbox.MailboxItem;
import io.polygator.gateway.mailbox.MailboxSlot;
import io.polygator.gateway.mailbox.Mailboxes;
import io.polygator.gateway.mailbox.Placement;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The mailboxes of {@link MemoryMessageStore}. Each remembers a bounded number of deleted items. Thread-safe. */
final class MemoryMailboxes implements Mailboxes {
    private final int mostKeys;
    private final Map<String, Box> boxes = new HashMap<>();

    /** @param mostKeys how many deleted items each mailbox remembers; then it forgets the oldest */
    MemoryMailboxes(int mostKeys) {
        this.mostKeys = mostKeys;
    }

    @Override
    public synchronized CompletionStage<Placement> put(String mailbox, int capacity, MailboxItem item) {
        Box box = boxes.computeIfAbsent(mailbox, name -> new Box());
        Optional<Integer> known = box.slotOf(item.key());
        if (known.isPresent()) {
            return CompletableFuture.completedStage(new Placement(known.get(), true));
        }
        if (box.slots.size() >= capacity) {
            return CompletableFuture.failedStage(new MailboxFullException(mailbox, capacity));
        }
        int slot = 1;
        while (box.slots.containsKey(slot)) {
            slot++;
        }
        box.slots.put(slot, new MailboxSlot(slot, item, false));
        return CompletableFuture.completedStage(new Placement(slot, false));
    }

    @Override
    public synchronized CompletionStage<List<MailboxSlot>> list(String mailbox) {
        return CompletableFuture.completedStage(List.copyOf(box(mailbox).slots.values()));
    }

    @Override
    public synchronized CompletionStage<Optional<MailboxSlot>> read(String mailbox, int slot) {
        Box box = box(mailbox);
        Optional<MailboxSlot> held = Optional.ofNullable(box.slots.get(slot));
        held.ifPresent(before -> box.slots.put(slot, new MailboxSlot(slot, before.item(), true)));
        return CompletableFuture.completedStage(held);
    }

    @Override
    public synchronized CompletionStage<Void> delete(String mailbox, Set<Integer> slots, Instant now) {
        Box box = box(mailbox);
        for (int slot : slots) {
            MailboxSlot freed = box.slots.remove(slot);
            if (freed != null) {
                box.deleted.put(freed.item().key(), new Deleted(slot, now));
            }
        }
        while (box.deleted.size() > mostKeys) {
            box.deleted.remove(box.deleted.keySet().iterator().next());
        }
        return CompletableFuture.completedStage(null);
    }

    /** Forgets the keys of items that were deleted before the moment. */
    synchronized void forgetKeys(Instant before) {
        boxes.values().forEach(box -> box.deleted.values().removeIf(deleted -> deleted.at()
                .isBefore(before)));
        boxes.values().removeIf(Box::isEmpty);
    }

    private Box box(String mailbox) {
        return boxes.getOrDefault(mailbox, new Box());
    }

    private record Deleted(int slot, Instant at) {}

    private static final class Box {
        private final TreeMap<Integer, MailboxSlot> slots = new TreeMap<>();
        private final Map<String, Deleted> deleted = new LinkedHashMap<>();

        Optional<Integer> slotOf(String key) {
            return slots.values().stream()
                    .filter(slot -> slot.item().key().equals(key))
                    .map(MailboxSlot::slot)
                    .findFirst()
                    .or(() -> Optional.ofNullable(deleted.get(key)).map(Deleted::slot));
        }

        boolean isEmpty() {
            return slots.isEmpty() && deleted.isEmpty();
        }
    }
}
