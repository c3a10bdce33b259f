package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.IncomingTpdu.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells one client of inbound TPDUs as its AT+CNMI and AT+CSMS ask for, and keeps the book of what it has acknowledged
 * (3GPP TS 27.005 §3.4).
 */
public final class MessageIndications {
    /** The network waits about as long for the mobile's answer. */
    private static final Duration ACKNOWLEDGEMENT_DEADLINE = Duration.ofSeconds(20);

    /** From this number of AT+CNMI on messages are handed over, all or those of class 3. */
    private static final int HANDED_OVER = 2;

    private static final int MOST_WAITING = 32;
    private static final int MOST_BUFFERED = 100;

    private final AtServer server;
    private final Deque<Handover> waiting = new ArrayDeque<>();
    private final Deque<String> buffered = new ArrayDeque<>();
    private final StorageLooks looks;
    private Runnable onWanting = () -> {};
    private boolean set;
    private @Nullable Consumer<DeliveryResult> unacknowledged;
    private Loop.@Nullable Timer deadline;

    MessageIndications(AtServer server) {
        this.server = server;
        this.looks = new StorageLooks(server.loop(), () -> onWanting.run());
    }

    private record Handover(IncomingTpdu incoming, Consumer<DeliveryResult> result) {}

    /** Whether the client is to have it itself. */
    boolean wantsDirectly(Kind kind) {
        return asksDirectly(kind) && !findsItInStorage();
    }

    /** Not one that acknowledges, which loses nothing, nor one that looks because it was told of a message. */
    private boolean findsItInStorage() {
        return server.sparesReaders()
                && server.settings().indication.messages() >= HANDED_OVER
                && !awaitsAcknowledgement()
                && looks.areExpected();
    }

    private boolean awaitsAcknowledgement() {
        return server.settings().messageService == 1;
    }

    /** Whether AT+CNMI asks for it directly. In mode 0 the module keeps it instead of risking its loss. */
    private boolean asksDirectly(Kind kind) {
        MessageIndication indication = server.settings().indication;
        if (indication.mode() == 0) {
            return false;
        }
        if (kind == Kind.STATUS_REPORT) {
            return indication.reports() == 1;
        }
        return switch (indication.messages()) {
            case 2 -> kind != Kind.SIM_MESSAGE;
            case 3 -> kind == Kind.TERMINAL_MESSAGE;
            default -> false;
        };
    }

    /** Whether the client wants reports, handed over or stored. */
    boolean wantsReports() {
        return asksDirectly(Kind.STATUS_REPORT) || wantsStoredReports();
    }

    /** Whether the client wants reports to be stored, or finds there what it asked for directly. */
    boolean wantsStoredReports() {
        return server.settings().indication.reports() == 2 || (asksDirectly(Kind.STATUS_REPORT) && findsItInStorage());
    }

    /** Hands it to the client in its turn: after the running command, and after what is not yet acknowledged. */
    void handOver(IncomingTpdu incoming, Consumer<DeliveryResult> result) {
        if (waiting.size() >= MOST_WAITING) {
            result.accept(DeliveryResult.NOT_ACKNOWLEDGED);
            return;
        }
        waiting.addLast(new Handover(incoming, result));
        resume();
    }

    /** The server may say something again. */
    void resume() {
        while (unacknowledged == null && !waiting.isEmpty() && server.mayInterrupt()) {
            handOver(waiting.removeFirst());
        }
    }

    private void handOver(Handover next) {
        boolean awaitsAcknowledgement = awaitsAcknowledgement();
        if (awaitsAcknowledgement) {
            unacknowledged = next.result;
            deadline = server.loop().schedule(ACKNOWLEDGEMENT_DEADLINE, this::giveUp);
        }
        server.unsolicited(server.writer().handedOver(next.incoming));
        if (!awaitsAcknowledgement) {
            next.result.accept(DeliveryResult.TAKEN);
        }
    }

    /** Tells the client of something in a storage, if it wants to know. */
    void announce(Kind kind, String storage, int index) {
        MessageIndication indication = server.settings().indication;
        boolean wanted = kind == Kind.STATUS_REPORT ? indication.reports() == 2 : indication.messages() > 0;
        if (!wanted || asksDirectly(kind)) {
            return;
        }
        String line = (kind == Kind.STATUS_REPORT ? "+CDSI: \"" : "+CMTI: \"") + storage + "\"," + index;
        if (indication.mode() == 0) {
            buffer(line);
        } else {
            server.unsolicited(line);
        }
    }

    private void buffer(String line) {
        if (buffered.size() == MOST_BUFFERED) {
            buffered.removeFirst();
        }
        buffered.addLast(line);
    }

    /** Lets this run whenever the client may want directly what it did not before. */
    void onWanting(Runnable action) {
        onWanting = action;
    }

    /** Where the client looks by itself. */
    StorageLooks looks() {
        return looks;
    }

    /** Whether the client has ever said what it wants. */
    boolean isSet() {
        return set;
    }

    /** The client has set AT+CNMI: what mode 0 kept back is said or forgotten, as its last number says. */
    void onIndicationSet() {
        set = true;
        MessageIndication indication = server.settings().indication;
        if (indication.mode() > 0) {
            if (indication.buffer() == 0) {
                buffered.forEach(server::unsolicited);
            }
            buffered.clear();
        }
        looks.onIndicationSet();
        onWanting.run();
    }

    /** The client took what was handed over; false when nothing waits for it. */
    boolean acknowledge() {
        return settle(DeliveryResult.TAKEN);
    }

    /** The client could not take what was handed over; false when nothing waits for it. */
    boolean refuse() {
        return settle(DeliveryResult.REFUSED);
    }

    /** The client is gone, or the module starts again. */
    void reset() {
        looks.forget();
        buffered.clear();
        returnWaiting();
        settle(DeliveryResult.NOT_ACKNOWLEDGED);
    }

    /** Without an acknowledgement the module stops handing over and stores instead (3GPP TS 27.005 §3.4.4). */
    private void giveUp() {
        MessageIndication indication = server.settings().indication;
        server.settings().indication =
                new MessageIndication(indication.mode(), 0, indication.broadcasts(), 0, indication.buffer());
        returnWaiting();
        settle(DeliveryResult.NOT_ACKNOWLEDGED);
    }

    private void returnWaiting() {
        List<Handover> returned = new ArrayList<>(waiting);
        waiting.clear();
        returned.forEach(handover -> handover.result.accept(DeliveryResult.NOT_ACKNOWLEDGED));
    }

    private boolean settle(DeliveryResult outcome) {
        Consumer<DeliveryResult> settled = unacknowledged;
        unacknowledged = null;
        if (deadline != null) {
            deadline.cancel();
            deadline = null;
        }
        if (settled != null) {
            settled.accept(outcome);
        }
        return settled != null;
    }
}
