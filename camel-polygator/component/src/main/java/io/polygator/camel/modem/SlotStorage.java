package io.polygator.camel.modem;

import io.polygator.gateway.mailbox.Mailbox;
import io.polygator.gateway.mailbox.MailboxItem;
import io.polygator.gateway.mailbox.MailboxSlot;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.MessageSlots;
import io.polygator.gsm.virtualmodem.MessageStorage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A durable mailbox as the storage of a modem: read from an image in memory, changed in the mailbox first. Loop only. */
final class SlotStorage implements MessageStorage {
    private static final Logger LOG = LoggerFactory.getLogger(SlotStorage.class);
    private static final int FIRST_SLOT = 1;

    private final Loop loop;
    private final Mailbox mailbox;
    private final MessageSlots slots;

    private SlotStorage(Loop loop, Mailbox mailbox, MessageSlots slots) {
        this.loop = loop;
        this.mailbox = mailbox;
        this.slots = slots;
    }

    /**
     * With what the mailbox held when its owner last ran.
     *
     * @param capacity how many slots the mailbox has; what lies beyond is kept nevertheless
     */
    static SlotStorage of(Loop loop, Mailbox mailbox, int capacity, List<MailboxSlot> held) {
        int highest = held.stream().mapToInt(MailboxSlot::slot).max().orElse(0);
        SlotStorage storage = new SlotStorage(loop, mailbox, new MessageSlots(FIRST_SLOT, Math.max(capacity, highest)));
        held.forEach(slot -> stored(slot).ifPresent(storage.slots::load));
        return storage;
    }

    /**
     * Shows what the mailbox now holds.
     *
     * @return the message, unless it was there already
     */
    Optional<StoredMessage> show(MailboxSlot slot) {
        if (slots.message(slot.slot()).isPresent() || !slots.hasSlot(slot.slot())) {
            return Optional.empty();
        }
        Optional<StoredMessage> message = stored(slot);
        message.ifPresent(slots::load);
        return message;
    }

    private static Optional<StoredMessage> stored(MailboxSlot slot) {
        try {
            return Optional.of(new StoredMessage(
                    slot.slot(), status(slot), PduModeFrame.parse(slot.item().pdu())));
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
    public boolean hasSlot(int index) {
        return slots.hasSlot(index);
    }

    /** What a client keeps; what comes in is put into the mailbox by its owner. */
    @Override
    public void store(MessageStatus status, PduModeFrame frame, Consumer<OptionalInt> stored) {
        MailboxItem item = new MailboxItem("client " + UUID.randomUUID(), kind(status), frame.format(), loop.instant());
        mailbox.put(item)
                .whenComplete((slot, failure) -> loop.execute(() -> {
                    if (failure == null) {
                        slots.load(new StoredMessage(slot, status, frame));
                        stored.accept(OptionalInt.of(slot));
                    } else {
                        stored.accept(OptionalInt.empty());
                    }
                }));
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
        if (status == MessageStatus.RECEIVED_READ) {
            mailbox.read(index).whenComplete((slot, failure) -> {
                if (failure != null) {
                    LOG.warn("Slot {} is not marked as read: {}", index, failure.toString());
                }
            });
        }
        slots.mark(index, status);
    }

    @Override
    public void delete(int index, Consumer<Deletion> done) {
        mailbox.delete(Set.of(index))
                .whenComplete((deleted, failure) -> loop.execute(() -> {
                    if (failure == null) {
                        slots.delete(index, done);
                    } else {
                        LOG.warn("Slot {} is not deleted: {}", index, failure.toString());
                        done.accept(Deletion.FAILED);
                    }
                }));
    }
}
