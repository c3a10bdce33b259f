package io.polygator.gateway.store;

import static io.polygator.gateway.store.StoredMessages.NOW;
import static io.polygator.gateway.store.StoredMessages.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryMessageStoreTest extends MessageStoreContract {
    @Override
    protected MessageStore open() {
        return new MemoryMessageStore(1_000);
    }

    @Test
    void refusesWhatItCannotHoldAndForgetsConcludedOnesFirst() {
        MemoryMessageStore store = new MemoryMessageStore(2);
        done(store.accept(queued("1", 1), Instant.EPOCH));
        done(store.accept(queued("2", 1), Instant.EPOCH));
        assertThatThrownBy(() -> done(store.accept(queued("3", 1), Instant.EPOCH)))
                .hasCauseInstanceOf(StoreFullException.class)
                .hasMessageContaining("maximum of 2 messages");
        done(store.update(
                new MessageId("1"),
                before -> Edited.quietly(
                        before.withEach(segment -> segment.settled(MessageState.FAILED, NOW, Optional.empty())))));
        done(store.accept(queued("3", 1), Instant.EPOCH));
        assertThat(done(store.find(new MessageId("1")))).isEmpty();
    }
}
