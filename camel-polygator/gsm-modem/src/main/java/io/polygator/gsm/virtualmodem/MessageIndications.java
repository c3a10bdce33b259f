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

    private static final int MOST_WAITING = 32;
    private static final int MOST_BUFFERED = 100;

    private final AtServer server;
    private final Deque<Handover> waiting = new ArrayDeque<>();
    private final Deque<String> buffered = new ArrayDeque<>();
    private Runnable onSet = () -> {};
    private boolean set;
    private @Nullable Consumer<DeliveryResult> unacknowledged;
    private Loop.@Nullable Timer deadline;

    MessageIndications(AtServer server) {
        this.server = server;
    }

    private record Handover(IncomingTpdu incoming, Consumer<DeliveryResult> result) {}

    /** Whether the client wants to have it itself. In mode 0 the module keeps it instead of risking its loss. */
    boolean wantsDirectly(Kind kind) {
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

    /** Whether the client wants reports to be stored. */
    boolean wantsStoredReports() {
        return server.settings().indication.reports() == 2;
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
        boolean awaitsAcknowledgement = server.settings().messageService == 1;
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
        if (!wanted) {
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

    /** Lets this run whenever the client has set AT+CNMI. */
    void onSet(Runnable action) {
        onSet = action;
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
        onSet.run();
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
