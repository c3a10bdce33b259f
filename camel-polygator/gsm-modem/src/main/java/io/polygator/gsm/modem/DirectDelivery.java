package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtArguments;
import io.polygator.gsm.at.session.Urc;
import io.polygator.gsm.transport.Backoff;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the module hands over without storing it: +CDS status reports, +CMT messages of class 3 or after somebody
 * else's AT+CNMI. There is no second copy, so each is offered until it is taken; none waits for another, since the rest of
 * a message may be among them. Modem loop only.
 */
final class DirectDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(DirectDelivery.class);
    private static final int MOST_KEPT = 1000;

    private final String channel;
    private final Loop loop;
    private final StatusBoard board;
    private final Handover handover;
    private final BooleanSupplier driverAcknowledges;
    private final RandomGenerator random;
    private int waiting;

    /** What waits to be taken, and the line on which the module may wait for our acknowledgement. */
    private record Pending(ReceivedTpdu received, Line line, Backoff backoff) {}

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
        this.random = random;
    }

    /** Says whether there was a PDU; a header alone means that a message was lost on the way. */
    boolean accept(Urc urc, Line line) {
        Optional<String> pdu = urc.pdu();
        if (pdu.isEmpty()) {
            return false;
        }
        if (waiting >= MOST_KEPT) {
            LOG.error(
                    "a message handed over directly is lost, {} wait already: check the message store (channel {})",
                    MOST_KEPT,
                    channel);
            return true;
        }
        AtArguments header = AtArguments.parse(urc.arguments());
        ReceivedTpdu received = PduReader.read(
                pdu.get(), header.number(header.size() - 1), board.status().imsi(), loop.instant());
        waiting++;
        offer(new Pending(received, line, new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(2), random)));
        return true;
    }

    private void offer(Pending pending) {
        handover.offer(pending.received).thenAccept(taken -> {
            if (taken) {
                waiting--;
                acknowledge(pending.line);
            } else {
                loop.schedule(pending.backoff.next(), () -> offer(pending));
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
