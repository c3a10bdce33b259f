package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.EventRefusedException;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.DeliveryFailedException;
import io.polygator.smpp.esme.DeliveryFailedException.NotBound;
import io.polygator.smpp.esme.DeliveryFailedException.Postponed;
import io.polygator.smpp.esme.DeliveryFailedException.Refused;
import io.polygator.smpp.esme.DeliveryFailedException.Rejected;
import io.polygator.smpp.esme.DeliveryFailedException.Unanswered;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What follows from each answer of an ESME to a delivery. */
class RefusedDeliveriesTest {
    private static final Delivery HELLO = to("1234", "hello");

    private final Deque<DeliveryFailedException> answers = new ArrayDeque<>();
    private final List<Delivery> offered = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private final RefusedDeliveries deliveries = new RefusedDeliveries(
            (account, delivery) -> {
                offered.add(delivery);
                DeliveryFailedException failure = answers.poll();
                return failure == null
                        ? CompletableFuture.completedStage(null)
                        : CompletableFuture.failedStage(failure);
            },
            () -> now);

    private static Delivery to(String number, String text) {
        return new Delivery.InboundText(
                SmsAddress.ofDestination("+380677654321"),
                SmsAddress.ofDestination(number),
                text,
                OptionalInt.empty(),
                Optional.empty(),
                Instant.EPOCH);
    }

    /** What the delivery ends with; empty when it was taken. */
    private Optional<Class<?>> outcome(String account, Delivery delivery) {
        CompletableFuture<Void> outcome = deliveries.deliver(account, delivery).toCompletableFuture();
        assertThat(outcome).isDone();
        try {
            outcome.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(Objects.requireNonNull(e.getCause()).getClass());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Refused refused() {
        return new Refused(CommandStatus.RSUBMITFAIL);
    }

    @Test
    void whatIsTakenIsTaken() {
        assertThat(outcome("shop", HELLO)).isEmpty();
    }

    @Test
    void whatMayPassIsOfferedAsOftenAsItTakes() {
        answers.addAll(Collections.nCopies(100, new Postponed(CommandStatus.RTHROTTLED)));
        answers.addAll(Collections.nCopies(100, new NotBound("shop")));
        answers.addAll(Collections.nCopies(100, new Unanswered("silence")));

        for (int i = 0; i < 300; i++) {
            assertThat(outcome("shop", HELLO))
                    .hasValueSatisfying(failure -> assertThat(failure).isNotEqualTo(EventRefusedException.class));
        }
    }

    @Test
    void whatIsRejectedIsOverAndTheNextToTheSameDestinationGoesOn() {
        answers.add(new Rejected(CommandStatus.RX_R_APPN));

        assertThat(outcome("shop", HELLO)).contains(EventRefusedException.class);
        assertThat(outcome("shop", to("1234", "next"))).isEmpty();
    }

    @Test
    void aPermanentErrorOfADestinationLetsItRestForAMinute() {
        answers.add(new Rejected(CommandStatus.RX_P_APPN));
        assertThat(outcome("shop", HELLO)).contains(EventRefusedException.class);

        assertThat(outcome("shop", to("1234", "next"))).contains(Postponed.class);
        assertThat(outcome("shop", to("5678", "elsewhere"))).isEmpty();
        assertThat(outcome("crm", to("1234", "of another account"))).isEmpty();
        now = now.plus(RefusedDeliveries.REST.minusMillis(1));
        assertThat(outcome("shop", to("1234", "next"))).contains(Postponed.class);
        now = now.plusMillis(1);
        assertThat(outcome("shop", to("1234", "next"))).isEmpty();
        assertThat(offered).hasSize(4);
    }

    @Test
    void anyOtherRefusalIsBelievedTheFifthTime() {
        answers.addAll(Collections.nCopies(5, refused()));

        for (int i = 1; i < RefusedDeliveries.MOST_TRIES; i++) {
            assertThat(outcome("shop", to("1234", "hello"))).contains(Refused.class);
        }
        assertThat(outcome("shop", to("1234", "hello"))).contains(EventRefusedException.class);
    }

    @Test
    void onlyRefusalsOfTheSameDeliveryCount() {
        answers.addAll(Collections.nCopies(4, refused()));
        answers.addAll(Collections.nCopies(10, new NotBound("shop")));
        for (int i = 0; i < 14; i++) {
            outcome("shop", HELLO);
        }
        answers.add(refused());
        answers.add(refused());

        assertThat(outcome("shop", to("1234", "another"))).contains(Refused.class);
        assertThat(outcome("shop", HELLO)).contains(EventRefusedException.class);
    }

    @Test
    void whatWasTakenInTheEndIsCountedAnewWhenItIsReplayed() {
        answers.addAll(Collections.nCopies(4, refused()));
        for (int i = 0; i < 5; i++) {
            outcome("shop", HELLO);
        }
        answers.add(refused());

        assertThat(outcome("shop", HELLO)).contains(Refused.class);
    }
}
