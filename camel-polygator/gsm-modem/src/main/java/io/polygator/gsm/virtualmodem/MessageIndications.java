package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.IncomingTpdu.Kind;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries inbound TPDUs to the client or into the storage, as AT+CNMI and AT+CSMS say (3GPP TS 27.005 §3.4). */
public final class MessageIndications {
    /** The network waits about as long for the mobile's answer. */
    private static final Duration ACKNOWLEDGEMENT_DEADLINE = Duration.ofSeconds(20);

    private final AtServer server;
    private @Nullable Consumer<DeliveryResult> unacknowledged;
    private Loop.@Nullable Timer deadline;

    MessageIndications(AtServer server) {
        this.server = server;
    }

    void deliver(IncomingTpdu incoming, Consumer<DeliveryResult> result) {
        MessageIndication indication = server.settings().indication;
        if (incoming.kind() == Kind.STATUS_REPORT) {
            deliverReport(indication, incoming.frame(), result);
        } else if (goesToClient(indication, incoming.kind())) {
            handOver("+CMT: ," + incoming.frame().tpdu().length(), incoming.frame(), result);
        } else if (incoming.kind() == Kind.FLASH) {
            // Shown on a display that a gateway's module does not have.
            result.accept(DeliveryResult.TAKEN);
        } else {
            store(indication.messages() > 0 ? "+CMTI" : "", incoming.frame(), result);
        }
    }

    /** The client took what was handed over; false when nothing waits for it. */
    boolean acknowledge() {
        return settle(DeliveryResult.TAKEN);
    }

    /** The client could not take what was handed over; false when nothing waits for it. */
    boolean refuse() {
        return settle(DeliveryResult.REFUSED);
    }

    void reset() {
        settle(DeliveryResult.NOT_ACKNOWLEDGED);
    }

    private void deliverReport(MessageIndication indication, PduModeFrame frame, Consumer<DeliveryResult> result) {
        if (indication.reports() == 1) {
            handOver("+CDS: " + frame.tpdu().length(), frame, result);
        } else if (indication.reports() == 2) {
            store("+CDSI", frame, result);
        } else {
            result.accept(DeliveryResult.TAKEN);
        }
    }

    private static boolean goesToClient(MessageIndication indication, Kind kind) {
        return switch (indication.messages()) {
            case 2 -> kind != Kind.SIM_MESSAGE;
            case 3 -> kind == Kind.TERMINAL_MESSAGE;
            default -> false;
        };
    }

    private void handOver(String header, PduModeFrame frame, Consumer<DeliveryResult> result) {
        if (server.settings().messageService == 0) {
            server.unsolicited(header + "\r\n" + frame.format());
            result.accept(DeliveryResult.TAKEN);
            return;
        }
        if (unacknowledged != null) {
            result.accept(DeliveryResult.NOT_ACKNOWLEDGED);
            return;
        }
        unacknowledged = result;
        deadline = server.loop().schedule(ACKNOWLEDGEMENT_DEADLINE, this::giveUp);
        server.unsolicited(header + "\r\n" + frame.format());
    }

    /** Without an acknowledgement the module stops handing over and stores instead (3GPP TS 27.005 §3.4.4). */
    private void giveUp() {
        MessageIndication indication = server.settings().indication;
        server.settings().indication =
                new MessageIndication(indication.mode(), 0, indication.broadcasts(), 0, indication.buffer());
        settle(DeliveryResult.NOT_ACKNOWLEDGED);
    }

    private boolean settle(DeliveryResult outcome) {
        Consumer<DeliveryResult> waiting = unacknowledged;
        unacknowledged = null;
        if (deadline != null) {
            deadline.cancel();
            deadline = null;
        }
        if (waiting != null) {
            waiting.accept(outcome);
        }
        return waiting != null;
    }

    private void store(String announcement, PduModeFrame frame, Consumer<DeliveryResult> result) {
        String name = server.settings().receiveStorage;
        Optional<MessageStorage> storage = server.modem().storage(name);
        OptionalInt index =
                storage.map(s -> s.store(MessageStatus.RECEIVED_UNREAD, frame)).orElse(OptionalInt.empty());
        if (index.isEmpty()) {
            result.accept(DeliveryResult.MEMORY_FULL);
            return;
        }
        if (!announcement.isEmpty()) {
            server.unsolicited(announcement + ": \"" + name + "\"," + index.getAsInt());
        }
        result.accept(DeliveryResult.TAKEN);
    }
}
