package io.polygator.camel.modem;

import io.polygator.gateway.mailbox.Mailbox;
import io.polygator.gateway.mailbox.MailboxItem;
import io.polygator.gateway.mailbox.MailboxSlot;
import io.polygator.gateway.mailbox.Placement;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.MessageSlots;
import io.polygator.gsm.virtualmodem.MessageStorage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable mailbox as the storage of a modem: read from an image in memory, changed in the mailbox first. The mailbox
 * holds more than the modem has room for, so that a program that does not read holds up nobody else: what finds no room
 * waits there, and follows as messages are deleted. Loop only.
 */
final class SlotStorage implements MessageStorage {
    private static final Logger LOG = LoggerFactory.getLogger(SlotStorage.class);
    private static final int FIRST_INDEX = 1;

    private final Loop loop;
    private final Mailbox mailbox;
    private final MessageSlots shown;
    /** What lies behind each index that is shown. */
    private final Map<Integer, MailboxSlot> places = new HashMap<>();
    /** Keys of what was deleted since the mailbox was last asked for its contents, which may still be in the answer. */
    private final Set<String> gone = new HashSet<>();

    /** Indices whose message a client is just being given. */
    private final Set<Integer> hidden = new HashSet<>();

    private Consumer<StoredMessage> listener = message -> {};
    private boolean moreWaits;
    private boolean asking;

    private SlotStorage(Loop loop, Mailbox mailbox, int capacity) {
        this.loop = loop;
        this.mailbox = mailbox;
        this.shown = new MessageSlots(FIRST_INDEX, capacity);
    }

    /**
     * With what the mailbox held when its owner last ran.
     *
     * @param capacity how many messages are shown at once
     */
    static SlotStorage of(Loop loop, Mailbox mailbox, int capacity, List<MailboxSlot> held) {
        SlotStorage storage = new SlotStorage(loop, mailbox, capacity);
        storage.fill(held);
        return storage;
    }

    /** Lets the listener hear of whatever is shown from now on. */
    void onShown(Consumer<StoredMessage> newListener) {
        listener = newListener;
    }

    /** An item is in the mailbox now. */
    void onPut(MailboxItem item, Placement place) {
        if (place.repeated()) {
            // It need not have been shown: the first time its owner may not have been told that it was put.
            refill();
        } else if (moreWaits || asking || shown.freeSlot().isEmpty()) {
            moreWaits = true;
        } else {
            show(new MailboxSlot(place.slot(), item, false));
        }
    }

    /** Shows what waits in the mailbox, if there is room. */
    private void refill() {
        moreWaits = true;
        if (asking || shown.freeSlot().isEmpty()) {
            return;
        }
        asking = true;
        moreWaits = false;
        gone.clear();
        mailbox.list()
                .whenComplete((held, failure) -> loop.execute(() -> {
                    asking = false;
                    if (failure == null) {
                        fill(held);
                    } else {
                        LOG.warn("What waits in a mailbox is not shown: {}", failure.toString());
                        moreWaits = true;
                    }
                }));
    }

    /** Those with an index of their own first, so that they keep it; then the rest, oldest first. */
    private void fill(List<MailboxSlot> held) {
        Set<String> known =
                places.values().stream().map(place -> place.item().key()).collect(Collectors.toSet());
        List<MailboxSlot> waiting = held.stream()
                .filter(slot -> !known.contains(slot.item().key())
                        && !gone.contains(slot.item().key()))
                .sorted(Comparator.comparing((MailboxSlot slot) -> shown.hasSlot(slot.slot()) ? 0 : 1)
                        .thenComparing(slot -> slot.item().at())
                        .thenComparing(MailboxSlot::slot))
                .toList();
        boolean someCameMeanwhile = moreWaits;
        waiting.forEach(this::show);
        if (someCameMeanwhile) {
            refill();
        }
    }

    private void show(MailboxSlot slot) {
        OptionalInt free = freeIndex(slot.slot());
        if (free.isEmpty()) {
            moreWaits = true;
            return;
        }
        stored(free.getAsInt(), slot).ifPresent(message -> {
            shown.load(message);
            places.put(message.index(), slot);
            listener.accept(message);
        });
    }

    private OptionalInt freeIndex(int preferred) {
        return shown.hasSlot(preferred) && shown.message(preferred).isEmpty()
                ? OptionalInt.of(preferred)
                : shown.freeSlot();
    }

    private static Optional<StoredMessage> stored(int index, MailboxSlot slot) {
        try {
            return Optional.of(new StoredMessage(
                    index, status(slot), PduModeFrame.parse(slot.item().pdu())));
        } catch (TpduDecodeException e) {
            LOG.error("Slot {} holds what no modem can say, and is passed over: {}", slot.slot(), e.getMessage());
            return Optional.empty();
        }
    }

    private static MessageStatus status(MailboxSlot slot) {
        return switch (slot.item().kind()) {
            case STORED_UNSENT -> MessageStatus.STORED_UNSENT;
            case STORED_SENT -> MessageStatus.STORED_SENT;
            case INBOUND, REPORT -> slot.read() ? MessageStatus.RECEIVED_READ : MessageStatus.RECEIVED_UNREAD;
        };
    }

    @Override
    public int capacity() {
        return shown.capacity();
    }

    @Override
    public int used() {
        return shown.used() - hidden.size();
    }

    @Override
    public List<StoredMessage> messages() {
        return shown.messages().stream()
                .filter(message -> !hidden.contains(message.index()))
                .toList();
    }

    @Override
    public Optional<StoredMessage> message(int index) {
        return shown.message(index).filter(message -> !hidden.contains(index));
    }

    @Override
    public void hide(int index) {
        if (shown.message(index).isPresent()) {
            hidden.add(index);
        }
    }

    @Override
    public void reveal(int index) {
        hidden.remove(index);
    }

    @Override
    public boolean hasSlot(int index) {
        return shown.hasSlot(index);
    }

    /** What a client keeps; what comes in is put into the mailbox by its owner. */
    @Override
    public void store(MessageStatus status, PduModeFrame frame, Consumer<OptionalInt> stored) {
        if (shown.freeSlot().isEmpty()) {
            stored.accept(OptionalInt.empty());
            return;
        }
        MailboxItem item = new MailboxItem("client " + UUID.randomUUID(), kind(status), frame.format(), loop.instant());
        mailbox.put(item)
                .whenComplete((place, failure) -> loop.execute(
                        () -> stored.accept(failure == null ? keep(item, place, status, frame) : OptionalInt.empty())));
    }

    /** Something else may have come into the last room meanwhile; then it is as if nothing had been stored. */
    private OptionalInt keep(MailboxItem item, Placement place, MessageStatus status, PduModeFrame frame) {
        OptionalInt free = freeIndex(place.slot());
        if (free.isEmpty()) {
            forget(place.slot(), outcome -> {});
            return free;
        }
        shown.load(new StoredMessage(free.getAsInt(), status, frame));
        places.put(free.getAsInt(), new MailboxSlot(place.slot(), item, false));
        return free;
    }

    private static MailboxItem.Kind kind(MessageStatus status) {
        return switch (status) {
            case RECEIVED_UNREAD, RECEIVED_READ -> MailboxItem.Kind.INBOUND;
            case STORED_UNSENT -> MailboxItem.Kind.STORED_UNSENT;
            case STORED_SENT -> MailboxItem.Kind.STORED_SENT;
        };
    }

    @Override
    public void mark(int index, MessageStatus status) {
        MailboxSlot place = places.get(index);
        if (place != null && status == MessageStatus.RECEIVED_READ) {
            mailbox.read(place.slot()).whenComplete((slot, failure) -> {
                if (failure != null) {
                    LOG.warn("Slot {} is not marked as read: {}", index, failure.toString());
                }
            });
        }
        shown.mark(index, status);
    }

    @Override
    public void delete(int index, Consumer<Deletion> done) {
        MailboxSlot place = places.get(index);
        if (place == null) {
            shown.delete(index, done);
            return;
        }
        forget(place.slot(), outcome -> {
            if (outcome == Deletion.DONE && places.remove(index, place)) {
                gone.add(place.item().key());
                hidden.remove(index);
                shown.delete(index, deletion -> {});
            }
            done.accept(outcome);
            if (moreWaits) {
                refill();
            }
        });
    }

    private void forget(int slot, Consumer<Deletion> done) {
        mailbox.delete(Set.of(slot))
                .whenComplete((deleted, failure) -> loop.execute(() -> {
                    if (failure != null) {
                        LOG.warn("Slot {} is not deleted: {}", slot, failure.toString());
                    }
                    done.accept(failure == null ? Deletion.DONE : Deletion.FAILED);
                }));
    }
}
