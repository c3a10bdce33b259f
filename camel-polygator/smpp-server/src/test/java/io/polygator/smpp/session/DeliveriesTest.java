package io.polygator.smpp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.DeliveryFailedException;
import io.polygator.smpp.esme.DeliveryFailedException.NotBound;
import io.polygator.smpp.esme.DeliveryFailedException.Postponed;
import io.polygator.smpp.esme.DeliveryFailedException.QueueFull;
import io.polygator.smpp.esme.DeliveryFailedException.Rejected;
import io.polygator.smpp.esme.DeliveryFailedException.Unanswered;
import io.polygator.smpp.session.Rig.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** deliver_sm: which session, how many at once, in which order, and what becomes of each. */
class DeliveriesTest {
    private final Rig rig = new Rig();

    static Delivery.InboundText text(String from, String text) {
        return new Delivery.InboundText(
                SmsAddress.ofDestination(from),
                SmsAddress.ofDestination("1234"),
                text,
                OptionalInt.empty(),
                Optional.empty(),
                Rig.NOW);
    }

    private static Class<?> failureOf(CompletableFuture<Void> outcome) {
        assertThat(outcome).isCompletedExceptionally();
        try {
            outcome.get();
            throw new AssertionError("it did not fail");
        } catch (ExecutionException e) {
            return e.getCause() instanceof DeliveryFailedException failure ? failure.getClass() : e.getClass();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<CompletableFuture<Void>> deliverFromDifferentPeople(int count) {
        List<CompletableFuture<Void>> outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outcomes.add(rig.deliver(text("+3805011" + (10_000 + i), "m" + i)));
        }
        return outcomes;
    }

    @ParameterizedTest(name = "command_status {0}: {1}")
    @CsvSource({
        "0x64, Postponed",
        "0x58, Postponed",
        "0x14, Postponed",
        "0x08, Postponed",
        "0x66, Rejected",
        "0x65, Rejected",
        "0x45, Refused",
        "0xFF, Refused",
        "0x400, Refused"
    })
    void theAnswerOfTheEsmeSaysWhatToDo(String status, String failure) {
        Wire wire = rig.transceiver();
        CompletableFuture<Void> outcome = rig.deliver(text("+380501112233", "hi"));

        wire.acknowledge(wire.answer(), Integer.decode(status));

        assertThat(failureOf(outcome).getSimpleName()).isEqualTo(failure);
    }

    @Test
    void aGenericNackFailsTheDeliveryThatItNames() {
        Wire wire = rig.transceiver();
        CompletableFuture<Void> outcome = rig.deliver(text("+380501112233", "hi"));

        wire.send(Raw.response(0, 0x64, wire.answer().sequence()));

        assertThat(failureOf(outcome)).isEqualTo(Postponed.class);
    }

    @Test
    void aResponseMayLackItsBody() {
        Wire wire = rig.transceiver();
        CompletableFuture<Void> outcome = rig.deliver(text("+380501112233", "hi"));

        wire.send(Raw.response(Raw.DELIVER_SM, 0, wire.answer().sequence()));

        assertThat(outcome).isCompleted();
    }

    @Test
    void noAnswerForThirtySecondsIsDoubtAndALateOneIsIgnored() {
        Wire wire = rig.transceiver();
        CompletableFuture<Void> outcome = rig.deliver(text("+380501112233", "hi"));
        Answer pdu = wire.answer();

        rig.pass(Duration.ofMillis(29_999));
        assertThat(outcome).isNotDone();
        rig.pass(Duration.ofMillis(1));
        assertThat(failureOf(outcome)).isEqualTo(Unanswered.class);

        wire.acknowledge(pdu);
        assertThat(wire.isOpen()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1", "10", "100"})
    void theWindowIsNeverExceededAndNothingIsLost(int window) {
        rig.profile = rig.profile.with(rig.profile.deliveries().withWindow(window));
        Wire wire = rig.transceiver();
        List<CompletableFuture<Void>> outcomes = deliverFromDifferentPeople(250);

        int seen = 0;
        for (List<Answer> out = wire.rest(); !out.isEmpty(); out = wire.rest()) {
            assertThat(out).hasSizeLessThanOrEqualTo(window);
            seen += out.size();
            out.forEach(wire::acknowledge);
        }

        assertThat(seen).isEqualTo(250);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isCompleted());
    }

    @Test
    void whatWaitsIsLimited() {
        rig.profile = rig.profile.with(rig.profile.deliveries().withWindow(1).withQueue(2));
        rig.transceiver();
        List<CompletableFuture<Void>> outcomes = deliverFromDifferentPeople(4);

        assertThat(outcomes.subList(0, 3))
                .allSatisfy(outcome -> assertThat(outcome).isNotDone());
        assertThat(failureOf(outcomes.get(3))).isEqualTo(QueueFull.class);
    }

    @Test
    void deliveriesSpreadOverTheSessionsWithMostRoom() {
        Wire first = rig.transceiver();
        Wire second = rig.bound(Raw.BIND_RECEIVER, 0x34);
        Wire transmitter = rig.bound(Raw.BIND_TRANSMITTER, 0x34);

        deliverFromDifferentPeople(10);

        assertThat(first.rest()).hasSize(5);
        assertThat(second.rest()).hasSize(5);
        assertThat(transmitter.rest()).isEmpty();
    }

    @Test
    void aConversationKeepsItsOrderOnOneSession() {
        rig.profile = rig.profile.with(rig.profile.deliveries().withWindow(2));
        Wire first = rig.transceiver();
        Wire second = rig.transceiver();
        for (int i = 0; i < 6; i++) {
            rig.deliver(text("+380501112233", "m" + i));
        }

        Wire talking = first.rest().isEmpty() ? second : first;
        assertThat(List.of(first.rest().size(), second.rest().size())).contains(0);

        List<String> rest = new ArrayList<>();
        talking.send(Raw.response(Raw.DELIVER_SM, 0, 1), Raw.response(Raw.DELIVER_SM, 0, 2));
        for (List<Answer> out = talking.rest(); !out.isEmpty(); out = talking.rest()) {
            out.forEach(answer -> rest.add(answer.text().substring(answer.text().length() - 2)));
            out.forEach(talking::acknowledge);
        }
        assertThat(rest).containsExactly("m2", "m3", "m4", "m5");
    }

    @Test
    void anotherConversationOvertakesOneThatHasToWait() {
        rig.profile = rig.profile.with(rig.profile.deliveries().withWindow(1));
        Wire first = rig.transceiver();
        Wire second = rig.transceiver();
        rig.deliver(text("+380501112233", "a1"));
        rig.deliver(text("+380501112233", "a2"));
        rig.deliver(text("+380509998877", "b1"));

        assertThat(first.rest()).hasSize(1);
        assertThat(second.rest()).hasSize(1);
    }

    @Test
    void whatWasOutWhenTheSessionEndedIsInDoubtAndTheRestGoesElsewhere() {
        rig.profile = rig.profile.with(rig.profile.deliveries().withWindow(2));
        Wire first = rig.transceiver();
        List<CompletableFuture<Void>> outcomes = deliverFromDifferentPeople(4);
        Wire second = rig.transceiver();

        first.hangUp();

        assertThat(failureOf(outcomes.get(0))).isEqualTo(Unanswered.class);
        second.rest().forEach(second::acknowledge);
        assertThat(outcomes.get(2)).isCompleted();
        assertThat(outcomes.get(3)).isCompleted();
    }

    @Test
    void whatWaitsWhenTheLastReceiverGoesIsGivenBack() {
        rig.profile = rig.profile.with(rig.profile.deliveries().withWindow(1));
        Wire wire = rig.transceiver();
        List<CompletableFuture<Void>> outcomes = deliverFromDifferentPeople(2);

        wire.hangUp();

        assertThat(failureOf(outcomes.get(0))).isEqualTo(Unanswered.class);
        assertThat(failureOf(outcomes.get(1))).isEqualTo(NotBound.class);
    }

    @Test
    void aMessageInSegmentsIsAcknowledgedWhenAllOfThemAre() {
        rig.profile = rig.profile.with(
                rig.profile.deliveries().withWindow(2).withConcatenation(io.polygator.smpp.esme.ConcatenationMode.UDH));
        Wire wire = rig.transceiver();
        CompletableFuture<Void> outcome = rig.deliver(text("+380501112233", "x".repeat(400)));

        List<Answer> two = wire.rest();
        assertThat(two).hasSize(2);
        two.forEach(wire::acknowledge);
        assertThat(outcome).isNotDone();
        wire.acknowledge(wire.answer());

        assertThat(outcome).isCompleted();
    }

    @Test
    void aRefusedSegmentEndsTheMessage() {
        rig.profile = rig.profile.with(
                rig.profile.deliveries().withWindow(1).withConcatenation(io.polygator.smpp.esme.ConcatenationMode.UDH));
        Wire wire = rig.transceiver();
        CompletableFuture<Void> outcome = rig.deliver(text("+380501112233", "x".repeat(400)));
        CompletableFuture<Void> next = rig.deliver(text("+380501112233", "next"));

        wire.acknowledge(wire.answer(), 0x66);
        wire.acknowledge(wire.answer());

        assertThat(failureOf(outcome)).isEqualTo(Rejected.class);
        assertThat(next).isCompleted();
    }

    @Test
    void aMessageOfTooManySegmentsIsRejectedAndTheNextOneGoes() {
        rig.profile = rig.profile.with(
                rig.profile.deliveries().withConcatenation(io.polygator.smpp.esme.ConcatenationMode.UDH));
        Wire wire = rig.transceiver();

        assertThat(failureOf(rig.deliver(text("+380501112233", "x".repeat(60_000)))))
                .isEqualTo(Rejected.class);
        assertThat(rig.deliver(text("+380501112233", "next"))).isNotDone();
        wire.acknowledge(wire.answer());
    }

    @Test
    void afterUnbindNothingNewGoesOut() {
        rig.engine.onSubmit = request -> new CompletableFuture<>();
        Wire wire = rig.transceiver();
        wire.send(Raw.submit(2));
        wire.send(Raw.pdu(Raw.UNBIND, 3));

        assertThat(failureOf(rig.deliver(text("+380501112233", "hi")))).isEqualTo(NotBound.class);
        assertThat(wire.rest()).isEmpty();
    }

    @Test
    void aPeerThatDoesNotReadGetsNothingMoreAndIsClosedAfterThirtySeconds() {
        Wire slow = rig.transceiver();
        Wire quick = rig.transceiver();

        slow.channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        rig.runAll();
        deliverFromDifferentPeople(4);

        assertThat(slow.rest()).isEmpty();
        assertThat(slow.channel.config().isAutoRead()).isFalse();
        assertThat(quick.rest()).hasSize(4);
        rig.pass(Duration.ofSeconds(30));
        assertThat(slow.isOpen()).isFalse();
        assertThat(quick.isOpen()).isTrue();
    }

    @Test
    void aPeerThatReadsAgainGoesOn() {
        rig.profile = rig.profile.with(rig.profile.deliveries().withWindow(3));
        Wire wire = rig.transceiver();
        wire.channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        rig.runAll();
        List<CompletableFuture<Void>> outcomes = deliverFromDifferentPeople(2);
        rig.pass(Duration.ofSeconds(20));

        wire.channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        wire.rest().forEach(wire::acknowledge);
        rig.pass(Duration.ofSeconds(20));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isCompleted());
        assertThat(wire.isOpen()).isTrue();
    }
}
