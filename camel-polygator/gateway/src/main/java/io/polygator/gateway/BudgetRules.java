package io.polygator.gateway;

import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.BudgetBooking;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gsm.modem.SendError;
import io.polygator.gsm.modem.SendOutcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a change to a message takes from the budget of a SIM: a segment when it is handed over, given back when it
 * certainly has not left. Pure functions.
 *
 * @param limited whether the channel of this name has a budget
 */
record BudgetRules(Predicate<String> limited) {
    private static final int FIRST_OF_THE_DEVICE = 300;
    private static final int NO_NETWORK = 331;

    List<BudgetBooking> bookings(StoredMessage before, StoredMessage after, Cause cause) {
        if (before.equals(after)) {
            return List.of();
        }
        if (cause instanceof Cause.HandOver handOver) {
            return booking(after, handOver.sequence()).stream().toList();
        }
        return notLeft(before, after, cause)
                .flatMap(sequence -> booking(before, sequence))
                .map(BudgetBooking::givenBack)
                .stream()
                .toList();
    }

    /** The segment that turned out not to have left, by its sequence. */
    private static Optional<Integer> notLeft(StoredMessage before, StoredMessage after, Cause cause) {
        if (cause instanceof Cause.NotHandedOver never) {
            return Optional.of(never.sequence());
        }
        if (cause instanceof Cause.SimRecord told) {
            return Optional.of(told.sequence())
                    .filter(sequence -> after.segment(sequence).state() != MessageState.UNCONFIRMED);
        }
        return cause instanceof Cause.Answer answer
                        && answer.outcome() instanceof SendOutcome.Refused refused
                        && stayedHere(refused.error())
                        && isOpen(before.segment(answer.sequence()))
                ? Optional.of(answer.sequence())
                : Optional.empty();
    }

    private static boolean isOpen(StoredSegment segment) {
        return segment.state() == MessageState.SENDING || segment.state() == MessageState.UNCONFIRMED;
    }

    /** The device or the lack of a network kept it from leaving (3GPP TS 27.005 §3.2.5: 300 to 331). */
    private static boolean stayedHere(SendError error) {
        boolean refusedByDevice = error.code() >= FIRST_OF_THE_DEVICE && error.code() <= NO_NETWORK;
        return error.kind() == SendError.Kind.NOT_SENT || refusedByDevice;
    }

    private Optional<BudgetBooking> booking(StoredMessage message, int sequence) {
        Optional<Placement> where =
                message.segment(sequence).placement().filter(placement -> limited.test(placement.channel()));
        return where.flatMap(placement -> placement
                .imsi()
                .map(imsi -> new BudgetBooking(
                        imsi, DialledNumber.indexKey(message.request().to().value()), placement.sentAt(), 1)));
    }
}
