package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.MessageStorage.Deletion;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives what is stored and unread to the client that wants direct delivery, lowest slot first. Most programs that set
 * AT+CNMI=1,2 never look into the storage, so what is there would wait for ever. Loop only.
 */
final class StoredHandover {
    /** Fewer than a client may have waiting, so that none is turned away; the rest follows as these are taken. */
    private static final int MOST_UNDERWAY = 16;

    private static final Duration DELETION_RETRY = Duration.ofSeconds(10);

    private final VirtualModem modem;
    private final Loop loop;
    private final Supplier<List<AtServer>> servers;
    /** Slots whose message some client is just being given. */
    private final Set<Integer> underway = new HashSet<>();
    /** What a client has taken and the storage could not delete yet; it is given to nobody again. */
    private final List<StoredMessage> undeleted = new ArrayList<>();

    private boolean isDue;
    private Loop.@Nullable Timer retry;

    StoredHandover(VirtualModem modem, Loop loop, Supplier<List<AtServer>> servers) {
        this.modem = modem;
        this.loop = loop;
        this.servers = servers;
    }

    /** Hands over what a client wants, as much as goes at once. */
    void resume() {
        isDue = false;
        storage().ifPresent(storage -> {
            deleteAgain(storage);
            storage.messages().stream()
                    .filter(message -> message.status() == MessageStatus.RECEIVED_UNREAD)
                    .filter(message -> !underway.contains(message.index()))
                    .forEach(message -> handOver(storage, message));
        });
    }

    private Optional<MessageStorage> storage() {
        return modem.storage(modem.storageNames().get(0));
    }

    private void handOver(MessageStorage storage, StoredMessage message) {
        if (underway.size() >= MOST_UNDERWAY) {
            return;
        }
        IncomingTpdu incoming = IncomingTpdu.of(message.frame());
        Delivery.taker(servers.get(), incoming.kind()).ifPresent(taker -> {
            underway.add(message.index());
            storage.hide(message.index());
            taker.indications().handOver(incoming, result -> conclude(storage, message, result));
        });
    }

    private void conclude(MessageStorage storage, StoredMessage message, DeliveryResult result) {
        if (!result.isFinal()) {
            // It is tried again with the next message, or when a client sets AT+CNMI.
            underway.remove(message.index());
            storage.reveal(message.index());
        } else {
            delete(storage, message);
        }
    }

    private void delete(MessageStorage storage, StoredMessage message) {
        if (isSomethingElseThere(storage, message)) {
            goOnWithout(message);
        } else {
            storage.delete(message.index(), deletion -> {
                if (deletion == Deletion.DONE) {
                    goOnWithout(message);
                } else {
                    undeleted.add(message);
                    resumeLater();
                }
            });
        }
    }

    private void deleteAgain(MessageStorage storage) {
        List<StoredMessage> again = List.copyOf(undeleted);
        undeleted.clear();
        again.forEach(message -> delete(storage, message));
    }

    /** As long as anybody is there to go on for; a client that comes later sets AT+CNMI. */
    private void resumeLater() {
        if (retry != null) {
            retry.cancel();
            retry = null;
        }
        if (!servers.get().isEmpty()) {
            retry = loop.schedule(DELETION_RETRY, this::resume);
        }
    }

    private void goOnWithout(StoredMessage message) {
        underway.remove(message.index());
        if (!isDue) {
            isDue = true;
            loop.execute(this::resume);
        }
    }

    /** A client may have deleted it meanwhile, and something else may be in its slot. */
    private static boolean isSomethingElseThere(MessageStorage storage, StoredMessage message) {
        return storage.message(message.index())
                .filter(now -> !now.frame().equals(message.frame()))
                .isPresent();
    }
}
