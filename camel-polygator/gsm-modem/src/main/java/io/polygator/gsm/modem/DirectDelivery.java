package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtArguments;
import io.polygator.gsm.at.session.Urc;
import io.polygator.gsm.transport.Backoff;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the module hands over without storing it: +CDS status reports, +CMT messages of class 3 or after somebody
 * else's AT+CNMI. There is no second copy, so it is offered until it is taken, in the order of its coming. Modem loop
 * only.
 */
final class DirectDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(DirectDelivery.class);
    private static final int MOST_KEPT = 1000;

    private final String channel;
    private final Loop loop;
    private final StatusBoard board;
    private final Handover handover;
    private final BooleanSupplier driverAcknowledges;
    private final Backoff backoff;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private boolean offering;

    /** What waits to be taken, and the line on which the module may wait for our acknowledgement. */
    private record Pending(ReceivedTpdu received, Line line) {}

    DirectDelivery(
            String channel,
            Loop loop,
            StatusBoard board,
            Handover handover,
            BooleanSupplier driverAcknowledges,
            RandomGenerator random) {
        this.channel = channel;
        this.loop = loop;
        this.board = board;
        this.handover = handover;
        this.driverAcknowledges = driverAcknowledges;
        this.backoff = new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(2), random);
    }

    /** Says whether there was a PDU; a header alone means that a message was lost on the way. */
    boolean accept(Urc urc, Line line) {
        Optional<String> pdu = urc.pdu();
        if (pdu.isEmpty()) {
            return false;
        }
        if (pending.size() >= MOST_KEPT) {
            LOG.error(
                    "a message handed over directly is lost, {} wait already: check the message store (channel {})",
                    MOST_KEPT,
                    channel);
            return true;
        }
        AtArguments header = AtArguments.parse(urc.arguments());
        pending.add(new Pending(
                PduReader.read(
                        pdu.get(),
                        header.number(header.size() - 1),
                        board.status().imsi(),
                        loop.instant()),
                line));
        offerNext();
        return true;
    }

    private void offerNext() {
        Pending first = pending.peek();
        if (first == null || offering) {
            return;
        }
        offering = true;
        handover.offer(first.received).thenAccept(taken -> {
            offering = false;
            if (taken) {
                backoff.reset();
                pending.remove();
                acknowledge(first.line);
                offerNext();
            } else {
                loop.schedule(backoff.next(), this::offerNext);
            }
        });
    }

    /** An answer of 340, nothing to acknowledge, is as good as any. */
    private void acknowledge(Line line) {
        if (driverAcknowledges.getAsBoolean()) {
            line.run(Commands.acknowledgeMessage());
        }
    }
}
