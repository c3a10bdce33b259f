package io.polygator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.virtualmodem.UssdWriting;
import io.polygator.simulator.module.LineSpeed;
import io.polygator.simulator.module.Personality;
import io.polygator.simulator.module.UssdMenu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The real gateway and every kind of module. */
class GatewayModulesTest {
    private static final List<String> TEXTS = List.of(
            "Plain @\u00a3$ text",
            "\u0130stanbul'da ya\u011fmur ya\u011f\u0131yor \u015eimdi",
            "\u041f\u0440\u0438\u0432\u0456\u0442 \ud83d\ude00",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 ".repeat(25),
            threeSegmentsCutAtExtendedCharacters());

    /** 153 septets each; the first cut would go through the euro sign, the second through the bracket. */
    private static String threeSegmentsCutAtExtendedCharacters() {
        return "a".repeat(152) + "\u20ac" + "b".repeat(150) + "[" + "c".repeat(100);
    }

    @Test
    void allKindsRegisterAndUnderstandEachOther() throws Exception {
        Personality[] kinds = Personality.values();
        try (GatewayBench bench = new GatewayBench(
                PolygatorSimulator.builder().channels(kinds.length).modules(kinds), BenchChannels.settings())) {
            GatewayEvents events = GatewayEvents.of(bench.gateway);
            BenchChannels channels = new BenchChannels(bench);
            bench.register();
            List<MessageId> sent = new ArrayList<>();
            for (int from = 0; from < kinds.length; from++) {
                for (String text : TEXTS) {
                    int to = (from + 1) % kinds.length;
                    sent.add(channels.submit("g8-" + (from + 1), numberOf(bench, to), text));
                }
            }
            sent.forEach(id -> channels.await(id, MessageState.DELIVERED));
            bench.loop.runUntil(() -> events.inbound().size() == sent.size(), BenchChannels.PATIENCE);

            for (int to = 0; to < kinds.length; to++) {
                String channel = "g8-" + (to + 1);
                assertThat(events.inbound().stream()
                                .filter(message -> message.channel().equals(channel))
                                .map(InboundMessage::text))
                        .as("received by %s", kinds[to])
                        .containsExactlyInAnyOrderElementsOf(TEXTS);
            }
        }
    }

    @Test
    void aTextCutAtExtendedCharactersTakesThreeSegments() throws Exception {
        try (GatewayBench bench = bench(PolygatorSimulator.builder())) {
            BenchChannels channels = new BenchChannels(bench);
            MessageId id = channels.submit("g8-1", Stage.SOMEBODY, threeSegmentsCutAtExtendedCharacters());
            channels.await(id, MessageState.DELIVERED);
            MessageStatus status = bench.status(id);
            assertThat(status.segments()).hasSize(3).allSatisfy(segment -> assertThat(segment.channel())
                    .contains("g8-1"));
        }
    }

    @ParameterizedTest
    @EnumSource(UssdWriting.class)
    void readsUssdHoweverItIsWritten(UssdWriting writing) throws Exception {
        SimulatorBuilder simulated = PolygatorSimulator.builder()
                .modules(Personality.M10_FW04, Personality.M10_FW05)
                .ussd(UssdMenu.demo().writtenAs(writing));
        try (GatewayBench bench = new GatewayBench(simulated.channels(2), BenchChannels.settings())) {
            bench.register();
            for (String channel : List.of("g8-1", "g8-2")) {
                CompletableFuture<UssdReply> reply =
                        bench.gateway.ussd(channel, "*100#").toCompletableFuture();
                bench.loop.runUntil(reply::isDone, Duration.ofMinutes(2));
                assertThat(reply.join().text()).as(channel).isEqualTo("Balance 42.00 UAH");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Personality.class, names = "SIM5215", mode = Mode.EXCLUDE)
    void worksWithAModuleThatIsSilentUntilItHearsAt(Personality kind) throws Exception {
        SimulatorBuilder simulated = PolygatorSimulator.builder()
                .modules(kind)
                .lineSpeed(LineSpeed.AUTOMATIC)
                .startState(StartState.POWERED_ON);
        try (GatewayBench bench = bench(simulated)) {
            GatewayEvents events = GatewayEvents.of(bench.gateway);
            BenchChannels channels = new BenchChannels(bench);

            bench.simulator.channel(0).restart();
            bench.loop.advance(Duration.ofMinutes(1));
            bench.simulator.channel(0).receiveFrom(Stage.SOMEBODY, "after a restart that nobody saw");
            bench.loop.runUntil(() -> !events.inbound().isEmpty(), Duration.ofMinutes(30));

            MessageId id = channels.submit("g8-1", Stage.SOMEBODY, "and the other way");
            channels.await(id, MessageState.ACCEPTED);
        }
    }

    @Test
    void aCallDuringSendingHarmsNeither() throws Exception {
        try (GatewayBench bench = bench(PolygatorSimulator.builder())) {
            GatewayEvents events = GatewayEvents.of(bench.gateway);
            BenchChannels channels = new BenchChannels(bench);
            MessageId id = channels.submit("g8-1", Stage.SOMEBODY, "while it rings");
            bench.loop.advance(Duration.ofMillis(150));
            assertThat(bench.status(id).state()).isEqualTo(MessageState.SENDING);

            bench.simulator.channel(0).ringFrom("+380671112233");
            channels.await(id, MessageState.DELIVERED);
            bench.loop.advance(Duration.ofMinutes(1));

            assertThat(bench.simulator.air().total()).isEqualTo(1);
            assertThat(events.all(GatewayEvent.Call.class))
                    .extracting(event -> event.call().kind())
                    .containsExactly(CallEvent.Kind.RINGING, CallEvent.Kind.ENDED);
            assertThat(events.all(GatewayEvent.Call.class).get(0).call().caller())
                    .hasValueSatisfying(caller -> assertThat(caller).endsWith("380671112233"));
        }
    }

    private static GatewayBench bench(SimulatorBuilder simulated) throws Exception {
        GatewayBench bench = new GatewayBench(simulated.channels(1), BenchChannels.settings());
        bench.register();
        return bench;
    }

    private static String numberOf(GatewayBench bench, int channel) {
        return bench.simulator.channel(channel).sim().number();
    }
}
