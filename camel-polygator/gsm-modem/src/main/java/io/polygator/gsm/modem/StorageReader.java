package io.polygator.gsm.modem;

import io.polygator.gsm.transport.Loop;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reads stored messages, hands each over and deletes it only when it is safe with the listener: read, hand over,
 * delete, then the next one, so that a slot that is filled again is never deleted unread. Between two commands a
 * message that waits to be sent may go first. Modem loop only.
 */
final class StorageReader {
    /** A PDU that cannot be read may have been garbled on the way from the module. */
    private static final int READINGS = 3;

    private final Loop loop;
    private final StatusBoard board;
    private final Handover handover;
    private final StorageGauge gauge;

    StorageReader(Loop loop, StatusBoard board, Handover handover, StorageGauge gauge) {
        this.loop = loop;
        this.board = board;
        this.handover = handover;
        this.gauge = gauge;
    }

    /** Everything the SIM holds. Completes with false when something is left that should be gone. */
    CompletionStage<Boolean> sweep(Line line) {
        return line.run(Commands.listMessages()).thenCompose(reply -> {
            // A listing that broke off is still good for what it brought.
            List<StoredMessage> listed = StoredMessage.listed(reply);
            if (Answers.isOk(reply)) {
                gauge.occupied(listed.stream().filter(StoredMessage::outgoing).count());
            }
            return takeAll(line, listed, Answers.isOk(reply));
        });
    }

    /** One slot, of this memory or another. Completes with false when the message is left there. */
    CompletionStage<Boolean> read(Line line, String memory, int index) {
        if (memory.equals(StartUp.MEMORY)) {
            return readSlot(line, index);
        }
        return line.run(Commands.readingStorage(memory))
                .thenCompose(reply -> Answers.isOk(reply) ? readSlot(line, index) : done(false))
                .thenCompose(taken -> line.run(Commands.readingStorage(StartUp.MEMORY))
                        .thenApply(restored -> taken && Answers.isOk(restored)));
    }

    private CompletionStage<Boolean> readSlot(Line line, int index) {
        return line.run(Commands.readMessage(index))
                .thenCompose(reply -> takeAll(line, StoredMessage.read(index, reply), true));
    }

    private CompletionStage<Boolean> takeAll(Line line, List<StoredMessage> messages, boolean soFar) {
        if (messages.isEmpty() || !line.isAlive()) {
            return done(soFar && line.isAlive());
        }
        return take(line, messages.get(0))
                .thenCompose(taken -> takeAll(line, messages.subList(1, messages.size()), soFar && taken));
    }

    private CompletionStage<Boolean> take(Line line, StoredMessage message) {
        return message.outgoing() ? done(true) : take(line, message, READINGS - 1);
    }

    private CompletionStage<Boolean> take(Line line, StoredMessage message, int readingsLeft) {
        ReceivedTpdu received =
                PduReader.read(message.pdu(), message.length(), board.status().imsi(), loop.instant());
        if (received.tpdu().isEmpty() && readingsLeft > 0) {
            return readAgain(line, message.index(), readingsLeft - 1);
        }
        return handover.offer(received).thenCompose(safe -> safe ? delete(line, message.index()) : done(false));
    }

    private CompletionStage<Boolean> readAgain(Line line, int index, int readingsLeft) {
        return line.run(Commands.readMessage(index)).thenCompose(reply -> {
            if (!Answers.isOk(reply)) {
                return done(false);
            }
            List<StoredMessage> slot = StoredMessage.read(index, reply);
            return slot.isEmpty() ? done(true) : take(line, slot.get(0), readingsLeft);
        });
    }

    private CompletionStage<Boolean> delete(Line line, int index) {
        return line.run(Commands.deleteMessage(index)).thenApply(Answers::isOk);
    }

    private static CompletionStage<Boolean> done(boolean complete) {
        return CompletableFuture.completedStage(complete);
    }
}
