package io.polygator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.ChannelLease;
import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.simulator.network.SimCard;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The real gateway and SIMs that are locked, taken out and exchanged. */
class GatewaySimTest {
    private static final String PIN = "4321";
    private static final String WRONG = "1234";
    private static final String CHANNEL = "pin-1";

    @Test
    void unlocksASimWithItsPinAndSends() throws Exception {
        try (GatewayBench bench = locked()) {
            BenchChannels channels = new BenchChannels(bench);
            channels.defineBesideFirst(CHANNEL, Optional.of(PIN));
            channels.open(CHANNEL);
            channels.await(CHANNEL, State.REGISTERED);

            MessageId id = channels.submit(CHANNEL, Stage.SOMEBODY, "unlocked");
            channels.await(id, MessageState.DELIVERED);
            assertThat(sim(bench).pinAttemptsLeft()).isEqualTo(3);
        }
    }

    @Test
    void triesAWrongPinOnceAndNeverAgain() throws Exception {
        try (GatewayBench bench = locked()) {
            BenchChannels channels = new BenchChannels(bench);
            channels.defineBesideFirst(CHANNEL, Optional.of(WRONG));
            ChannelLease firstStart = channels.open(CHANNEL);
            channels.await(CHANNEL, State.SIM_UNAVAILABLE);
            assertThat(channels.status(CHANNEL).detail())
                    .contains("`pin` of channel " + CHANNEL, "is wrong", "set the right `pin`")
                    .doesNotContain(WRONG);
            firstStart.close();
            bench.loop.advance(Duration.ofMinutes(1));

            channels.open(CHANNEL);
            channels.await(CHANNEL, State.SIM_UNAVAILABLE);
            bench.loop.advance(Duration.ofDays(1));

            assertThat(channels.status(CHANNEL).detail()).contains("was tried on this SIM before", "set the right");
            assertThat(sim(bench).pinAttemptsLeft()).isEqualTo(2);
        }
    }

    @Test
    void asksForThePinThatIsNotSet() throws Exception {
        try (GatewayBench bench = locked()) {
            BenchChannels channels = new BenchChannels(bench);
            channels.open("g8-1");
            channels.await("g8-1", State.SIM_UNAVAILABLE);
            assertThat(channels.status("g8-1").detail()).contains("asks for a PIN", "`pin`", "g8-1", "set it");
            assertThat(sim(bench).pinAttemptsLeft()).isEqualTo(3);
        }
    }

    @Test
    void leavesThePukToPeopleAndSeesThatTheyEnteredIt() throws Exception {
        try (GatewayBench bench = locked()) {
            BenchChannels channels = new BenchChannels(bench);
            SimCard sim = sim(bench);
            for (int wrong = 0; wrong < 3; wrong++) {
                sim.enterPin(WRONG);
            }
            channels.defineBesideFirst(CHANNEL, Optional.of(PIN));
            channels.open(CHANNEL);
            channels.await(CHANNEL, State.SIM_UNAVAILABLE);
            assertThat(channels.status(CHANNEL).detail()).contains("PUK", "unlock it in a telephone");
            assertThat(sim.pukAttemptsLeft()).isEqualTo(10);

            sim.enterPuk("12345678", PIN);
            bench.simulator.channel(0).restart();
            channels.await(CHANNEL, State.REGISTERED);
        }
    }

    @Test
    void sendsWhatWaitedWithTheSimThatIsPutIn() throws Exception {
        try (GatewayBench bench =
                new GatewayBench(PolygatorSimulator.builder().channels(2), BenchChannels.settings())) {
            BenchChannels channels = new BenchChannels(bench);
            channels.open("g8-1");
            channels.await("g8-1", State.REGISTERED);
            SimCard other = bench.simulator.sims().get(1);

            bench.simulator.channel(0).removeSim();
            channels.await("g8-1", State.SIM_UNAVAILABLE);
            MessageId id = channels.submit("g8-1", Stage.SOMEBODY, "waits for a SIM");
            bench.loop.advance(Duration.ofMinutes(5));
            assertThat(bench.status(id).state()).isEqualTo(MessageState.QUEUED);

            bench.simulator.channel(0).insert(other);
            channels.await(id, MessageState.DELIVERED);
            assertThat(bench.status(id).segments()).singleElement().satisfies(segment -> assertThat(segment.imsi())
                    .contains(other.imsi()));
            assertThat(channels.status("g8-1").modem().iccid()).contains(other.iccid());
            assertThat(bench.simulator.air().entries()).singleElement().satisfies(entry -> assertThat(entry.sender())
                    .isEqualTo(other.number()));
        }
    }

    private static GatewayBench locked() throws Exception {
        return new GatewayBench(PolygatorSimulator.builder().channels(1).pin(PIN), BenchChannels.settings());
    }

    private static SimCard sim(GatewayBench bench) {
        return bench.simulator.channel(0).sim();
    }
}
