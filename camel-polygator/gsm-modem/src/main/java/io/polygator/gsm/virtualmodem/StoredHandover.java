package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.IncomingTpdu.Kind;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;

/**
 * Gives a client that now wants direct delivery what was stored while nobody did, oldest slot first. Programs that set
 * AT+CNMI=1,2 never look into the storage, so what is there would wait for ever.
 */
final class StoredHandover {
    private final VirtualModem modem;
    private final AtServer server;

    StoredHandover(VirtualModem modem, AtServer server) {
        this.modem = modem;
        this.server = server;
    }

    void run() {
        modem.storage(server.settings().receiveStorage).ifPresent(storage -> storage.messages().stream()
                .filter(message -> message.status() == MessageStatus.RECEIVED_UNREAD)
                .forEach(message -> handOver(storage, message)));
    }

    private void handOver(MessageStorage storage, StoredMessage message) {
        IncomingTpdu incoming = IncomingTpdu.of(message.frame());
        if (incoming.kind() == Kind.SIM_MESSAGE || !server.indications().wantsDirectly(incoming.kind())) {
            return;
        }
        // Read from now on, so that the next AT+CNMI does not hand it over a second time.
        storage.mark(message.index(), MessageStatus.RECEIVED_READ);
        server.indications().handOver(incoming, result -> conclude(storage, message, result));
    }

    private static void conclude(MessageStorage storage, StoredMessage message, DeliveryResult result) {
        if (!isStillThere(storage, message)) {
            return;
        }
        if (result.isFinal()) {
            storage.delete(message.index(), deletion -> {});
        } else {
            storage.mark(message.index(), MessageStatus.RECEIVED_UNREAD);
        }
    }

    /** The client may have deleted it meanwhile, and something else may be in its slot. */
    private static boolean isStillThere(MessageStorage storage, StoredMessage message) {
        return storage.message(message.index())
                .filter(now -> now.frame().equals(message.frame()))
                .isPresent();
    }
}
