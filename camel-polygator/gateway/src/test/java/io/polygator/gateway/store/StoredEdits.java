package io.polygator.gateway.store;

import io.polygator.gsm.sms.tpdu.MessageReference;
import java.time.Instant;
import java.util.Optional;

/** Edits for the tests of stores; each is about the first segment. */
public final class StoredEdits {
    private StoredEdits() {}

    public static MessageEdit handOver(String channel) {
        return handOver(channel, StoredMessages.NOW);
    }

    public static MessageEdit handOver(String channel, Instant at) {
        Placement placement = Placement.handOver(channel, Optional.of("imsi-1"), Optional.empty(), at);
        return before -> Edited.quietly(before.with(before.segment(1).handedOver(placement)));
    }

    public static MessageEdit accept(int reference) {
        return before -> Edited.quietly(before.with(
                before.segment(1).accepted(Optional.of(new MessageReference(reference)), Optional.empty())));
    }
}
