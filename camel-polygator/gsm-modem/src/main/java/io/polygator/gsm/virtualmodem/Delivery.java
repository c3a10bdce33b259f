package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.IncomingTpdu.Kind;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Where an inbound TPDU goes: to a client that wants it directly, or into the storage (3GPP TS 27.005 §3.4.1). */
final class Delivery {
    private final VirtualModem modem;
    private final List<AtServer> servers;
    private final IncomingTpdu incoming;
    private final Consumer<DeliveryResult> result;

    /**
     * One delivery.
     *
     * @param servers those of the clients that are connected, the newest last
     */
    Delivery(VirtualModem modem, List<AtServer> servers, IncomingTpdu incoming, Consumer<DeliveryResult> result) {
        this.modem = modem;
        this.servers = List.copyOf(servers);
        this.incoming = incoming;
        this.result = result;
    }

    void run() {
        Optional<AtServer> taker = taker(servers, incoming.kind());
        if (taker.isPresent()) {
            taker.get().indications().handOver(incoming, result);
        } else if (isWorthStoring()) {
            store();
        } else {
            result.accept(DeliveryResult.DISCARDED);
        }
    }

    /** The newest client that wants to have such a thing directly. */
    static Optional<AtServer> taker(List<AtServer> servers, Kind kind) {
        return servers.stream()
                .filter(server -> server.indications().wantsDirectly(kind))
                .reduce((older, newer) -> newer);
    }

    private boolean isWorthStoring() {
        return switch (incoming.kind()) {
            // Shown on a display that a module does not have.
            case FLASH -> false;
            case STATUS_REPORT ->
                servers.stream().anyMatch(server -> server.indications().wantsStoredReports());
            default -> true;
        };
    }

    void store() {
        String name = storageName();
        Optional<MessageStorage> storage = modem.storage(name);
        if (storage.isEmpty()) {
            result.accept(DeliveryResult.MEMORY_FULL);
            return;
        }
        storage.get().store(MessageStatus.RECEIVED_UNREAD, incoming.frame(), slot -> onStored(name, slot));
    }

    private void onStored(String name, OptionalInt slot) {
        if (slot.isEmpty()) {
            result.accept(DeliveryResult.MEMORY_FULL);
            return;
        }
        servers.forEach(server -> server.indications().announce(incoming.kind(), name, slot.getAsInt()));
        result.accept(DeliveryResult.TAKEN);
    }

    private String storageName() {
        return servers.isEmpty()
                ? modem.storageNames().get(0)
                : servers.get(servers.size() - 1).settings().receiveStorage;
    }
}
