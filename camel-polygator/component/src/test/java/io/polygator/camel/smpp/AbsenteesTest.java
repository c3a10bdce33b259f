package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.DeliveryFailedException;
import io.polygator.smpp.esme.DeliveryFailedException.NotBound;
import io.polygator.smpp.esme.DeliveryFailedException.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What becomes of deliveries to accounts that are not bound. */
class AbsenteesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(9);
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    /** What was offered, and what is answered: nothing as long as the stage is not complete. */
    private final List<String> offered = new ArrayList<>();

    private CompletableFuture<Void> answer = CompletableFuture.failedFuture(new NotBound("shop"));
    private Runnable onOffer = () -> {};

    private Absentees absentees(Duration patience) {
        return new Absentees(
                (account, delivery) -> {
                    offered.add(((Delivery.InboundText) delivery).text());
                    CompletableFuture<Void> given = answer;
                    onOffer.run();
                    return given;
                },
                patience);
    }

    private static Delivery text(String text) {
        return new Delivery.InboundText(
                SmsAddress.ofDestination("+380677654321"),
                SmsAddress.ofDestination("1234"),
                text,
                OptionalInt.empty(),
                Optional.empty(),
                Instant.EPOCH);
    }

    private static void failedWith(Class<? extends DeliveryFailedException> failure, CompletionStage<Void> outcome) {
        assertThat(outcome.toCompletableFuture())
                .failsWithin(ENOUGH)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withCauseInstanceOf(failure);
    }

    @Test
    void whatNobodyCanTakeWaitsForTheBindInItsOrder() {
        Absentees absentees = absentees(PATIENCE);
        CompletionStage<Void> first = absentees.deliver("shop", text("first"));
        CompletionStage<Void> second = absentees.deliver("shop", text("second"));
        assertThat(List.of(first, second))
                .allSatisfy(outcome -> assertThat(outcome.toCompletableFuture()).isNotDone());

        answer = CompletableFuture.completedFuture(null);
        absentees.bound("crm");
        assertThat(first.toCompletableFuture()).isNotDone();
        absentees.bound("shop");

        assertThat(offered).containsExactly("first", "second", "first", "second");
        assertThat(List.of(first, second))
                .allSatisfy(outcome -> assertThat(outcome.toCompletableFuture()).isCompleted());
    }

    @Test
    void aBindThatTakesNothingIsNotOfferedTheSameAgainAndAgain() {
        Absentees absentees = absentees(PATIENCE);
        CompletionStage<Void> outcome = absentees.deliver("shop", text("hi"));

        absentees.bound("shop");
        absentees.bound("shop");

        assertThat(offered).hasSize(3);
        assertThat(outcome.toCompletableFuture()).isNotDone();
    }

    @Test
    void aBindThatComesWhileItIsFoundAbsentIsNotMissed() {
        Absentees absentees = absentees(PATIENCE);
        onOffer = () -> {
            onOffer = () -> {};
            answer = CompletableFuture.completedFuture(null);
            absentees.bound("shop");
        };

        assertThat(absentees.deliver("shop", text("hi")).toCompletableFuture()).isCompleted();
        assertThat(offered).hasSize(2);
    }

    @Test
    void afterAWhileItFailsAndIsNotOfferedAnyMore() {
        Absentees absentees = absentees(Duration.ofMillis(1));

        failedWith(NotBound.class, absentees.deliver("shop", text("hi")));

        absentees.bound("shop");
        assertThat(offered).hasSize(1);
    }

    @Test
    void whatIsOnItsWayIsNotGivenUpWhenTheTimeIsOver() {
        Absentees absentees = absentees(Duration.ofMillis(1));
        answer = new CompletableFuture<>();
        CompletionStage<Void> outcome = absentees.deliver("shop", text("slow"));
        failedWith(NotBound.class, timeIsOver());

        answer.complete(null);

        assertThat(outcome.toCompletableFuture()).isCompleted();
    }

    /** Fails once as much time has passed as the others were given before. */
    private static CompletionStage<Void> timeIsOver() {
        return new Absentees(
                        (account, delivery) -> CompletableFuture.failedFuture(new NotBound(account)),
                        Duration.ofMillis(1))
                .deliver("shop", text("later"));
    }

    @Test
    void anyOtherFailureIsToldAtOnce() {
        answer = CompletableFuture.failedFuture(new Unanswered("silence"));

        CompletionStage<Void> outcome = absentees(PATIENCE).deliver("shop", text("hi"));

        assertThat(outcome.toCompletableFuture()).isCompletedExceptionally();
        failedWith(Unanswered.class, outcome);
    }

    @Test
    void whenTheServerEndsWhatIsHeldFailsAndNothingIsHeldAnyMore() {
        Absentees absentees = absentees(PATIENCE);
        CompletionStage<Void> held = absentees.deliver("shop", text("held"));

        absentees.close();
        CompletionStage<Void> later = absentees.deliver("shop", text("later"));

        assertThat(held.toCompletableFuture()).isCompletedExceptionally();
        assertThat(later.toCompletableFuture()).isCompletedExceptionally();
    }
}
