package io.polygator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real gateway when the SIM is full, the module restarts, the port is taken or the network says no. */
class GatewayTroubleTest {
    private static final String CHANNEL = "g8-1";
    private static final int SLOTS = 3;

    @Test
    void aFullSimLosesNothingAndIsEmptiedOnceSomebodySubscribes() throws Exception {
        try (GatewayBench bench = bench(PolygatorSimulator.builder().simSlots(SLOTS))) {
            List<String> texts =
                    IntStream.range(0, 3 * SLOTS).mapToObj(n -> "message " + n).toList();
            texts.forEach(text -> bench.simulator.channel(0).receiveFrom(Stage.SOMEBODY, text));
            bench.loop.advance(Duration.ofMinutes(30));
            assertThat(bench.simulator.channel(0).sim().slots().used()).isEqualTo(SLOTS);

            GatewayEvents events = GatewayEvents.of(bench.gateway);
            bench.loop.runUntil(() -> events.inbound().size() == texts.size(), Duration.ofHours(1));

            assertThat(events.texts()).containsExactlyInAnyOrderElementsOf(texts);
            bench.loop.advance(Duration.ofMinutes(1));
            assertThat(bench.simulator.channel(0).sim().slots().used()).isZero();
        }
    }

    @Test
    void aModuleThatRestartsOverAndOverRestsAndRecovers() throws Exception {
        try (GatewayBench bench = bench(PolygatorSimulator.builder())) {
            BenchChannels channels = new BenchChannels(bench);
            for (int restart = 0; restart < 4; restart++) {
                bench.simulator.channel(0).restart();
                bench.loop.advance(Duration.ofSeconds(40));
            }
            assertThat(channels.status(CHANNEL).state()).isEqualTo(State.SUSPENDED);
            assertThat(channels.status(CHANNEL).detail()).contains("restarts over and over", "check its power supply");

            MessageId id = channels.submit(CHANNEL, Stage.SOMEBODY, "after the rest");
            bench.loop.runUntil(() -> channels.status(CHANNEL).state() == State.REGISTERED, Duration.ofHours(2));
            channels.await(id, MessageState.DELIVERED);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENCE_UNSENT", "LINK_CUT_UNSENT", "RESTART_UNSENT"})
    void aMessageThatTheSimHasNotCountedIsSentAgain(Fault fault) throws Exception {
        FaultPlan plan = FaultPlan.seeded(1).at(0, 2, fault);
        try (GatewayBench bench = bench(PolygatorSimulator.builder().faults(plan))) {
            BenchChannels channels = new BenchChannels(bench);
            channels.await(channels.submit(CHANNEL, Stage.SOMEBODY, "first"), MessageState.DELIVERED);

            MessageId id = channels.submit(CHANNEL, Stage.SOMEBODY, "second");
            channels.await(id, MessageState.UNCONFIRMED);
            channels.await(id, MessageState.DELIVERED);

            assertThat(bench.status(id).segments()).noneMatch(SegmentStatus::possibleDuplicate);
            assertThat(bench.simulator.air().entries()).hasSize(2);
        }
    }

    @Test
    void aPortThatAnotherClientHoldsIsExplained() throws Exception {
        try (GatewayBench bench = bench(PolygatorSimulator.builder())) {
            BenchChannels channels = new BenchChannels(bench);
            channels.defineBesideFirst("second", Optional.empty());
            channels.open("second");
            bench.loop.runUntil(
                    () -> channels.status("second").detail().contains("in use by another client"),
                    BenchChannels.PATIENCE);
            assertThat(channels.status("second").detail())
                    .contains("stop the other program", "kickolduser", "Port already in use");
            assertThat(channels.status(CHANNEL).state()).isEqualTo(State.REGISTERED);
        }
    }

    @Test
    void aNetworkThatDeniesRegistrationIsToldAndWaitedFor() throws Exception {
        try (GatewayBench bench = bench(PolygatorSimulator.builder())) {
            BenchChannels channels = new BenchChannels(bench);
            bench.simulator.channel(0).register(3);
            channels.await(CHANNEL, State.UNREGISTERED);
            assertThat(channels.status(CHANNEL).detail()).contains("denie");
            MessageId id = channels.submit(CHANNEL, Stage.SOMEBODY, "as soon as it may");
            bench.loop.advance(Duration.ofSeconds(30));
            assertThat(bench.status(id).state()).isEqualTo(MessageState.QUEUED);

            bench.simulator.channel(0).register(1);
            channels.await(id, MessageState.DELIVERED);
            assertThat(channels.status(CHANNEL).detail()).isEmpty();
        }
    }

    /** One channel, registered. */
    private static GatewayBench bench(SimulatorBuilder simulated) throws Exception {
        GatewayBench bench = new GatewayBench(simulated.channels(1), BenchChannels.settings());
        bench.register();
        return bench;
    }
}
