package io.polygator.smpp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.session.Rig.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Silence, and ends that we want. */
class TimersTest {
    private final Rig rig = new Rig();

    @Test
    void aSilentPeerIsAskedTwiceAndThenGivenUp() {
        Wire wire = rig.transceiver();

        rig.pass(Duration.ofSeconds(26));
        assertThat(wire.rest()).isEmpty();
        rig.pass(Duration.ofSeconds(7));
        assertThat(wire.rest()).extracting(Answer::commandId).containsExactly(Raw.ENQUIRE_LINK);
        rig.pass(Duration.ofSeconds(10));
        assertThat(wire.rest()).extracting(Answer::commandId).containsExactly(Raw.ENQUIRE_LINK);
        assertThat(wire.isOpen()).isTrue();
        rig.pass(Duration.ofSeconds(10));

        assertThat(wire.isOpen()).isFalse();
        assertThat(rig.comings).containsExactly("+1", "-1");
    }

    @Test
    void aPeerThatAnswersStays() {
        Wire wire = rig.transceiver();

        for (int minute = 0; minute < 60; minute++) {
            rig.pass(Duration.ofSeconds(33));
            for (Answer question : wire.rest()) {
                wire.send(Raw.response(Raw.ENQUIRE_LINK, 0, question.sequence()));
            }
        }

        assertThat(wire.isOpen()).isTrue();
    }

    @Test
    void whileTrafficFlowsNobodyIsAsked() {
        Wire wire = rig.transceiver();

        for (int i = 0; i < 20; i++) {
            rig.pass(Duration.ofSeconds(10));
            wire.send(Raw.submit(i + 2));
            assertThat(wire.rest()).hasSize(1);
        }

        assertThat(wire.isOpen()).isTrue();
    }

    @Test
    void aPeerThatOnlyAnswersIsUnboundAfterAWhileIfSoWished() {
        rig.timers = rig.timers.withInactivity(Duration.ofHours(1));
        Wire wire = rig.transceiver();

        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < 115; i++) {
            rig.pass(Duration.ofSeconds(33));
            for (Answer question : wire.rest()) {
                asked.add(question.commandId());
                wire.send(Raw.response(question.commandId(), 0, question.sequence()));
            }
        }

        assertThat(asked).contains(Raw.ENQUIRE_LINK).endsWith(Raw.UNBIND);
        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void aDrainAnswersWhatIsInWorkThenUnbinds() {
        CompletableFuture<MessageIdText> working = new CompletableFuture<>();
        rig.engine.onSubmit = request -> working;
        Wire wire = rig.transceiver();
        CompletableFuture<Void> delivery = rig.deliver(DeliveriesTest.text("+380501112233", "hi"));
        Answer deliverSm = wire.answer();
        wire.send(Raw.submit(2));

        wire.session.requestDrain(Duration.ofSeconds(20));
        rig.runAll();
        wire.send(Raw.submit(3));
        assertThat(wire.answer().status()).as("shutting down").isEqualTo(0x08);
        assertThat(wire.rest()).isEmpty();

        boolean unused = working.complete(MessageIdText.of("1"));
        assertThat(wire.rest()).extracting(Answer::sequence).containsExactly(2);
        wire.acknowledge(deliverSm);
        Answer unbind = wire.answer();
        assertThat(unbind.commandId()).isEqualTo(Raw.UNBIND);
        assertThat(delivery).isCompleted();
        wire.send(Raw.response(Raw.UNBIND, 0, unbind.sequence()));

        assertThat(wire.isOpen()).isFalse();
        assertThat(wire.session.ended()).isCompleted();
    }

    @Test
    void aDrainHasAnEnd() {
        Wire stubborn = rig.transceiver();
        Wire open = rig.connect();
        List.of(stubborn, open).forEach(wire -> wire.session.requestDrain(Duration.ofSeconds(20)));

        rig.runAll();
        assertThat(open.isOpen()).isFalse();
        rig.pass(Duration.ofSeconds(20));

        assertThat(stubborn.isOpen()).isFalse();
    }

    @Test
    void bothMayAskToUnbindAtOnce() {
        Wire wire = rig.transceiver();
        wire.session.requestDrain(Duration.ofSeconds(20));
        assertThat(wire.answer().commandId()).isEqualTo(Raw.UNBIND);

        wire.send(Raw.pdu(Raw.UNBIND, 9));

        assertThat(wire.answer().commandId()).isEqualTo(Raw.UNBIND | Raw.RESPONSE);
        rig.pass(Duration.ofSeconds(1));
        assertThat(wire.isOpen()).isFalse();
    }
}
