package io.polygator.gsm.modem;

import io.polygator.gsm.sms.tpdu.MessageReference;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * How far the SIM has counted its messages: EF-SMSS holds the last used TP-MR, which grows by one with each message
 * submitted (3GPP TS 23.040 §9.2.3.6). What the file says counts; what +CMGS tells is taken for it only as long as the
 * two agree, since some modules tell always the same number and some count anew after each start. Modem loop only.
 */
final class ReferenceCount {
    private final StatusBoard board;
    private final Supplier<ModemProfile> profile;
    private Optional<MessageReference> last = Optional.empty();
    private Optional<String> sim = Optional.empty();
    private Optional<String> module = Optional.empty();
    private boolean readable;
    private boolean followsMessages;
    private boolean countsFailures;

    /**
     * The count before a message.
     *
     * @param last the last used TP-MR
     * @param sim which SIM counted
     * @param provesUnsent whether the file was seen to grow with a message since the module's last start, so that it
     *     tells something when it does not grow
     */
    record Standing(MessageReference last, Optional<String> sim, boolean provesUnsent) {}

    ReferenceCount(StatusBoard board, Supplier<ModemProfile> profile) {
        this.board = board;
        this.profile = profile;
    }

    /** A life begins: reads the file, where the module can. */
    CompletionStage<Optional<MessageReference>> begin(Line line) {
        ModemStatus status = board.status();
        countsFailures &= status.imei().isPresent() && status.imei().equals(module);
        module = status.imei();
        sim = status.iccid().or(status::imsi);
        last = Optional.empty();
        followsMessages = false;
        readable = profile.get().readsLastReference();
        return read(line);
    }

    /** Reads the file; empty when it cannot be read, and then it is not read again in this life. */
    CompletionStage<Optional<MessageReference>> read(Line line) {
        if (!readable) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return LastReferenceFile.read(line).thenApply(found -> {
            if (!line.isAlive()) {
                return Optional.empty();
            }
            readable = found.isPresent();
            show(found);
            return found;
        });
    }

    /** How the SIM stands before the next message; empty when that is not known. */
    Optional<Standing> standing() {
        return readable ? last.map(value -> new Standing(value, sim, followsMessages)) : Optional.empty();
    }

    /** Whether the SIM is the one that counted so. */
    boolean isSimOf(Standing standing) {
        return sim.isPresent() && sim.equals(standing.sim());
    }

    /** The network took a message; the file is read unless it must be as +CMGS told. */
    void onAccepted(Line line, Optional<MessageReference> told) {
        Optional<MessageReference> due = last.map(MessageReference::next);
        if (!readable || (followsMessages && told.equals(due))) {
            show(told);
        } else {
            read(line).thenAccept(now -> followsMessages = now.isPresent() && now.equals(due));
        }
    }

    /** The answer to a message came after it had been given up. */
    void onSettledLate(Optional<Line> line, SendOutcome outcome) {
        if (readable) {
            last = Optional.empty();
            line.ifPresent(this::read);
        } else if (outcome instanceof SendOutcome.Accepted accepted) {
            show(accepted.reference());
        }
    }

    /** A message failed after it had been handed over: modules differ in whether they count it. */
    CompletionStage<Optional<MessageReference>> onFailed(Line line) {
        Optional<MessageReference> due = last.map(MessageReference::next);
        return read(line).thenApply(now -> {
            countsFailures |= now.isPresent() && now.equals(due);
            return now;
        });
    }

    /** Whether this module was seen to count a message that failed, so that one it did not count was not submitted. */
    boolean countsFailures() {
        return countsFailures;
    }

    private void show(Optional<MessageReference> reference) {
        last = reference;
        board.lastReference(reference);
    }
}
