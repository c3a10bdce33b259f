package io.polygator.smpp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.ErrorBody;
import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.esme.OverLimit;
import io.polygator.smpp.esme.RateGate;
import io.polygator.smpp.esme.SmppRefusedException;
import io.polygator.smpp.session.Rig.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Submissions: how many, how fast, and what is answered when. */
class FlowTest {
    /** congestion_state, of one octet. */
    private static final String CONGESTION = "\u0004\u0028\0\1";

    private final Rig rig = new Rig();
    private final List<CompletableFuture<MessageIdText>> working = new ArrayList<>();

    private void theEngineTakesItsTime() {
        rig.engine.onSubmit = request -> {
            CompletableFuture<MessageIdText> outcome = new CompletableFuture<>();
            working.add(outcome);
            return outcome;
        };
    }

    /** Lets a number of segments through per second. */
    private final class Meter implements RateGate {
        private final int perSecond;
        private java.time.Instant second = rig.now;
        private int used;

        Meter(int perSecond) {
            this.perSecond = perSecond;
        }

        @Override
        public Duration take(int segments) {
            if (!rig.now.isBefore(second.plusSeconds(1))) {
                second = rig.now;
                used = 0;
            }
            if (used + segments > perSecond) {
                return Duration.between(rig.now, second.plusSeconds(1));
            }
            used += segments;
            return Duration.ZERO;
        }
    }

    @Test
    void beyondTheWindowASubmissionIsThrottled() {
        theEngineTakesItsTime();
        rig.profile = rig.profile.with(rig.profile.submits().withWindow(2));
        Wire wire = rig.transceiver();

        wire.send(Raw.submit(2), Raw.submit(3), Raw.submit(4));
        assertThat(wire.answer().status()).isEqualTo(0x58);

        boolean unused = working.get(0).complete(MessageIdText.of("1"));
        assertThat(wire.answer().sequence()).isEqualTo(2);
        wire.send(Raw.submit(5));
        assertThat(wire.rest()).isEmpty();
        assertThat(working).hasSize(3);
    }

    @Test
    void beyondTheWindowOfTheAccountTheQueueIsFull() {
        theEngineTakesItsTime();
        rig.profile = rig.profile.with(rig.profile.submits().withAccountWindow(2));
        Wire first = rig.transceiver();
        Wire second = rig.transceiver();

        first.send(Raw.submit(2), Raw.submit(3));
        second.send(Raw.submit(2));

        assertThat(second.answer().status()).isEqualTo(0x14);
    }

    @Test
    void responsesMayOvertakeEachOtherAndEachRequestHasOne() {
        theEngineTakesItsTime();
        Wire wire = rig.transceiver();
        wire.send(Raw.submit(2), Raw.submit(3), Raw.submit(4));

        for (int i = 2; i >= 0; i--) {
            boolean unused = working.get(i).complete(MessageIdText.of("" + (i + 1)));
        }

        assertThat(wire.rest()).extracting(Answer::sequence).containsExactly(4, 3, 2);
    }

    @Test
    void enquireLinkIsAnsweredWhileSubmissionsWait() {
        theEngineTakesItsTime();
        rig.profile = rig.profile.with(rig.profile.submits().withWindow(1));
        Wire wire = rig.transceiver();

        wire.send(Raw.submit(2));
        wire.send(Raw.pdu(Raw.ENQUIRE_LINK, 3));

        assertThat(wire.answer().commandId()).isEqualTo(Raw.ENQUIRE_LINK | Raw.RESPONSE);
    }

    @Test
    void tooFastIsThrottledBySegments() {
        rig.profile = rig.profile.with(rig.profile.submits().withRate(new Meter(3), OverLimit.THROTTLE));
        Wire wire = rig.transceiver();

        wire.send(Raw.submit(2, 8, new byte[0]).tlv(0x0424, new byte[400]).bytes(), Raw.submit(3));
        assertThat(wire.rest()).extracting(Answer::status).containsExactly(0, 0x58);

        rig.pass(Duration.ofSeconds(1));
        wire.send(Raw.submit(4));
        assertThat(wire.answer().status()).isZero();
    }

    @Test
    void tooFastIsDelayedInOrderForAccountsThatWantIt() {
        rig.profile = rig.profile.with(rig.profile.submits().withRate(new Meter(2), OverLimit.DELAY));
        Wire wire = rig.transceiver();

        for (int sequence = 2; sequence < 7; sequence++) {
            wire.send(Raw.submit(sequence));
        }
        assertThat(wire.rest()).extracting(Answer::sequence).containsExactly(2, 3);

        rig.pass(Duration.ofSeconds(1));
        assertThat(wire.rest()).extracting(Answer::sequence).containsExactly(4, 5);
        rig.pass(Duration.ofSeconds(1));
        assertThat(wire.rest()).extracting(Answer::sequence).containsExactly(6);
    }

    @Test
    void nobodyIsDelayedForEver() {
        rig.profile = rig.profile.with(rig.profile
                .submits()
                .withRate(segments -> Duration.ofSeconds(4), OverLimit.DELAY)
                .withLongestDelay(Duration.ofSeconds(10)));
        Wire wire = rig.transceiver();

        wire.send(Raw.submit(2));
        for (int i = 0; i < 2; i++) {
            assertThat(wire.rest()).isEmpty();
            rig.pass(Duration.ofSeconds(4));
        }

        assertThat(wire.answer().status()).isEqualTo(0x58);
    }

    @Test
    void aRefusalOfTheEngineReachesThePeer() {
        rig.engine.onSubmit = request ->
                CompletableFuture.failedFuture(new SmppRefusedException(CommandStatus.RSUBMITFAIL, "no SIM"));
        Wire wire = rig.transceiver();

        wire.send(Raw.submit(2));

        Answer answer = wire.answer();
        assertThat(answer.status()).isEqualTo(0x45);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void pickyClientsGetAnEmptyMessageIdWithErrors() {
        rig.profile = rig.profile.with(rig.profile.submits().withErrorBody(ErrorBody.EMPTY_MESSAGE_ID));
        rig.engine.onSubmit = request ->
                CompletableFuture.failedFuture(new SmppRefusedException(CommandStatus.RSUBMITFAIL, "no SIM"));
        Wire wire = rig.transceiver();

        wire.send(Raw.submit(2));

        assertThat(wire.answer().text()).isEqualTo("\0");
    }

    @Test
    void aFaultOfTheEngineIsAnUnknownErrorAndTheSessionGoesOn() {
        rig.engine.onSubmit = request -> {
            throw new IllegalStateException("as told");
        };
        Wire wire = rig.transceiver();

        wire.send(Raw.submit(2));

        assertThat(wire.answer().status()).isEqualTo(0xFF);
        assertThat(wire.isOpen()).isTrue();
    }

    @Test
    void unbindIsAnsweredWhenTheSubmissionsAre() {
        theEngineTakesItsTime();
        Wire wire = rig.transceiver();
        wire.send(Raw.submit(2), Raw.pdu(Raw.UNBIND, 3).bytes());
        assertThat(wire.rest()).isEmpty();

        boolean unused = working.get(0).complete(MessageIdText.of("1"));

        assertThat(wire.rest())
                .extracting(Answer::commandId)
                .containsExactly(Raw.SUBMIT_SM | Raw.RESPONSE, Raw.UNBIND | Raw.RESPONSE);
        rig.pass(Duration.ofSeconds(1));
        assertThat(wire.isOpen()).isFalse();
        assertThat(rig.comings).containsExactly("+1", "-1");
    }

    @Test
    void unbindDoesNotWaitForEver() {
        theEngineTakesItsTime();
        Wire wire = rig.transceiver();
        wire.send(Raw.submit(2), Raw.pdu(Raw.UNBIND, 3).bytes());

        rig.pass(Duration.ofSeconds(30));

        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void whoeverGoesLeavesNothingUnanswered() {
        theEngineTakesItsTime();
        rig.profile = rig.profile.with(rig.profile.submits().withAccountWindow(1));
        Wire first = rig.transceiver();
        first.send(Raw.submit(2));
        first.hangUp();
        boolean unused = working.get(0).complete(MessageIdText.of("1"));
        Wire second = rig.transceiver();

        second.send(Raw.submit(2));

        assertThat(second.rest()).isEmpty();
        assertThat(working).hasSize(2);
    }

    @Test
    void aPeerOf5_0HearsHowFullItsWindowIs() {
        theEngineTakesItsTime();
        rig.profile = rig.profile.with(rig.profile.submits().withWindow(4));
        Wire modern = rig.bound(Raw.BIND_TRANSCEIVER, 0x50);
        modern.send(Raw.submit(2), Raw.submit(3), Raw.submit(4), Raw.submit(5));

        for (int i = 0; i < 4; i++) {
            boolean unused = working.get(i).complete(MessageIdText.of("" + (i + 1)));
        }

        assertThat(modern.rest())
                .extracting(Answer::text)
                .containsExactly(
                        "1\0" + CONGESTION + "\u004B",
                        "2\0" + CONGESTION + "\u0032",
                        "3\0" + CONGESTION + "\u0019",
                        "4\0" + CONGESTION + "\u0000");
    }

    @Test
    void aPeerOf5_0HearsHowFullTheWindowOfItsAccountIs() {
        theEngineTakesItsTime();
        rig.profile = rig.profile.with(rig.profile.submits().withAccountWindow(2));
        Wire modern = rig.bound(Raw.BIND_TRANSCEIVER, 0x50);
        Wire sister = rig.bound(Raw.BIND_TRANSCEIVER, 0x50);
        sister.send(Raw.submit(2));
        modern.send(Raw.submit(2));

        boolean unused = working.get(1).complete(MessageIdText.of("1"));

        assertThat(modern.answer().text()).isEqualTo("1\0" + CONGESTION + "\u0032");
    }

    @Test
    void anOlderPeerHearsNothingOfIt() {
        Wire older = rig.transceiver();

        older.send(Raw.submit(2));

        assertThat(older.answer().text()).isEqualTo("1001\0");
    }
}
