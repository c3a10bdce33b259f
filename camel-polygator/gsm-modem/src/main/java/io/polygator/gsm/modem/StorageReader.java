package io.polygator.gsm.modem;

import io.polygator.gsm.transport.Loop;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads stored messages, hands each over, and deletes it only when it is safe with the listener. Reading the SIM does
 * not wait for the listener, since the rest of a message may lie in the next slot. A slot that was handed over is not
 * offered again, and not free, until it is deleted: so a slot that is filled again is never deleted unread. Between two
 * commands a message that waits to be sent may go first. Modem loop only.
 */
final class StorageReader {
    /** A PDU that cannot be read may have been garbled on the way from the module. */
    private static final int READINGS = 3;

    private final Loop loop;
    private final StatusBoard board;
    private final Handover handover;
    private final StorageGauge gauge;
    private final Runnable onLeftBehind;
    /** Deletions may not come between the selection of another memory and the return to the SIM's. */
    private final Turns turns = new Turns();

    private final Set<Integer> handedOver = new HashSet<>();
    private @Nullable Line lineOfSlots;

    /** What becomes of a message that was read; true when it will not be left where it is. */
    private interface Disposal {
        CompletionStage<Boolean> dispose(int index, ReceivedTpdu received);
    }

    /** @param onLeftBehind told when a message that was handed over stays on the SIM and is to be offered again */
    StorageReader(Loop loop, StatusBoard board, Handover handover, StorageGauge gauge, Runnable onLeftBehind) {
        this.loop = loop;
        this.board = board;
        this.handover = handover;
        this.gauge = gauge;
        this.onLeftBehind = onLeftBehind;
    }

    /** Everything the SIM holds. Completes with false when something could not be read. */
    CompletionStage<Boolean> sweep(Line line) {
        return turns.take(() -> list(line));
    }

    /** One slot, of this memory or another. Completes with false when the message is left there. */
    CompletionStage<Boolean> read(Line line, String memory, int index) {
        return turns.take(() -> memory.equals(StartUp.MEMORY)
                ? readSlot(line, index, handingOver(line))
                : readElsewhere(line, memory, index));
    }

    private CompletionStage<Boolean> list(Line line) {
        return line.run(Commands.listMessages()).thenCompose(reply -> {
            // A listing that broke off is still good for what it brought.
            List<StoredMessage> listed = StoredMessage.listed(reply);
            if (Answers.isOk(reply)) {
                gauge.occupied(listed.stream().filter(StoredMessage::outgoing).count());
            }
            return takeAll(line, listed, handingOver(line), Answers.isOk(reply));
        });
    }

    private CompletionStage<Boolean> readElsewhere(Line line, String memory, int index) {
        Disposal waiting = (slot, received) ->
                handover.offer(received).thenCompose(safe -> safe ? delete(line, slot) : done(false));
        return line.run(Commands.readingStorage(memory))
                .thenCompose(reply -> Answers.isOk(reply) ? readSlot(line, index, waiting) : done(false))
                .thenCompose(taken -> line.run(Commands.readingStorage(StartUp.MEMORY))
                        .thenApply(restored -> taken && Answers.isOk(restored)));
    }

    private CompletionStage<Boolean> readSlot(Line line, int index, Disposal disposal) {
        return line.run(Commands.readMessage(index))
                .thenCompose(reply -> takeAll(line, StoredMessage.read(index, reply), disposal, true));
    }

    private CompletionStage<Boolean> takeAll(
            Line line, List<StoredMessage> messages, Disposal disposal, boolean soFar) {
        if (messages.isEmpty() || !line.isAlive()) {
            return done(soFar && line.isAlive());
        }
        return take(line, messages.get(0), disposal)
                .thenCompose(taken -> takeAll(line, messages.subList(1, messages.size()), disposal, soFar && taken));
    }

    private CompletionStage<Boolean> take(Line line, StoredMessage message, Disposal disposal) {
        return message.outgoing() ? done(true) : take(line, message, disposal, READINGS - 1);
    }

    private CompletionStage<Boolean> take(Line line, StoredMessage message, Disposal disposal, int readingsLeft) {
        ReceivedTpdu received =
                PduReader.read(message.pdu(), message.length(), board.status().imsi(), loop.instant());
        if (received.tpdu().isEmpty() && readingsLeft > 0) {
            return readAgain(line, message.index(), disposal, readingsLeft - 1);
        }
        return disposal.dispose(message.index(), received);
    }

    private CompletionStage<Boolean> readAgain(Line line, int index, Disposal disposal, int readingsLeft) {
        return line.run(Commands.readMessage(index)).thenCompose(reply -> {
            if (!Answers.isOk(reply)) {
                return done(false);
            }
            List<StoredMessage> slot = StoredMessage.read(index, reply);
            return slot.isEmpty() ? done(true) : take(line, slot.get(0), disposal, readingsLeft);
        });
    }

    private Disposal handingOver(Line line) {
        return (index, received) -> {
            handOver(line, index, received);
            return done(true);
        };
    }

    private void handOver(Line line, int index, ReceivedTpdu received) {
        if (lineOfSlots != line) {
            lineOfSlots = line;
            handedOver.clear();
        }
        if (handedOver.add(index)) {
            handover.offer(received)
                    .thenCompose(safe -> safe ? turns.take(() -> delete(line, index)) : done(false))
                    .thenAccept(deleted -> settle(line, index, deleted));
        }
    }

    private void settle(Line line, int index, boolean deleted) {
        if (lineOfSlots == line) {
            handedOver.remove(index);
            if (!deleted) {
                onLeftBehind.run();
            }
        }
    }

    private CompletionStage<Boolean> delete(Line line, int index) {
        return line.run(Commands.deleteMessage(index)).thenApply(Answers::isOk);
    }

    private static CompletionStage<Boolean> done(boolean complete) {
        return CompletableFuture.completedStage(complete);
    }
}
