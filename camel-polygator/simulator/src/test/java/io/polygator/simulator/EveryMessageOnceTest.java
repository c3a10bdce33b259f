package io.polygator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.polygator.gateway.GatewaySettings;
import io.polygator.gateway.OutboundSettings;
import io.polygator.gateway.SubscriptionRequest;
import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.network.AirLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promise under a storm of faults: every message ends in one state, none is on the air twice unless it is marked,
 * none that is reported as sent is missing. The simulator's air log is the judge.
 */
class EveryMessageOnceTest {
    private static final long SEED = 20_261_122;
    /** How many seeds in a row; more of them, {@code -DargLine=-Dstorm.seeds=50}, before a change of the sending rules lands. */
    private static final int SEEDS = Integer.getInteger("storm.seeds", 1);

    private static final int MESSAGES = 10_000;
    private static final Set<MessageState> SENT = EnumSet.of(MessageState.ACCEPTED, MessageState.DELIVERED);
    private static final Set<MessageState> OPEN = EnumSet.of(MessageState.QUEUED, MessageState.SENDING);

    static Stream<Arguments> policiesAndSeeds() {
        return Stream.of(DoubtPolicy.values())
                .flatMap(policy -> LongStream.range(SEED, SEED + SEEDS).mapToObj(seed -> arguments(policy, seed)));
    }

    @ParameterizedTest
    @MethodSource("policiesAndSeeds")
    void noFaultLosesOrDoublesAMessage(DoubtPolicy policy, long seed) throws Exception {
        GatewaySettings settings =
                GatewaySettings.defaults().with(OutboundSettings.defaults().withDoubtPolicy(policy));
        try (GatewayBench bench =
                new GatewayBench(PolygatorSimulator.builder().faults(FaultPlan.storm(seed)), settings, seed)) {
            bench.register();
            Map<String, MessageId> byNumber = submitAll(bench);
            runUntilNoneWaits(bench, byNumber.values());
            bench.loop.advance(Duration.ofDays(4)); // late reports arrive, missing ones are given up

            Judge judge = new Judge(bench.simulator.air());
            byNumber.forEach((number, id) -> judge.hear(number, bench.status(id)));

            assertThat(judge.complaints()).isEmpty();
            assertThat(judge.heard()).isEqualTo(MESSAGES);
            assertThat(judge.states())
                    .containsOnlyKeys(MessageState.DELIVERED, MessageState.FAILED, MessageState.UNCONFIRMED);
        }
    }

    @Test
    void everyInboundMessageReachesTheSubscriberOnce() throws Exception {
        FaultPlan plan = FaultPlan.storm(SEED).with(Fault.INBOUND_DUPLICATE, 0.2);
        try (GatewayBench bench =
                new GatewayBench(PolygatorSimulator.builder().faults(plan), GatewaySettings.defaults())) {
            List<String> received = new ArrayList<>();
            bench.gateway.subscribe(
                    new SubscriptionRequest(Optional.empty(), Set.of(Kind.INBOUND), new ChannelChoice.All()), event -> {
                        received.add(((GatewayEvent.Inbound) event).message().text());
                        return CompletableFuture.completedStage(null);
                    });
            bench.register();
            List<String> sent = new ArrayList<>();
            for (int n = 0; n < 400; n++) {
                SimulatedChannel channel = bench.simulator.channel(n % 8);
                String text = n % 5 == 0 ? "long " + n + " " + "ж".repeat(150) : "short " + n;
                channel.receiveFrom("+38067" + (7_000_000 + n), text);
                sent.add(text);
                if (n % 40 == 17) {
                    channel.cutLink();
                }
                if (n % 90 == 44) {
                    channel.restart();
                }
                bench.loop.advance(Duration.ofSeconds(3));
            }
            bench.loop.advance(Duration.ofHours(2));

            assertThat(received).containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    private static void runUntilNoneWaits(GatewayBench bench, Collection<MessageId> ids) {
        Instant deadline = bench.loop.instant().plus(Duration.ofDays(3));
        Deque<MessageId> waiting = new ArrayDeque<>(ids);
        while (!waiting.isEmpty()) {
            if (!OPEN.contains(bench.status(waiting.peek()).state())) {
                waiting.remove();
            } else {
                assertThat(bench.loop.instant()).isBefore(deadline);
                bench.loop.advance(Duration.ofMinutes(10));
            }
        }
    }

    private static Map<String, MessageId> submitAll(GatewayBench bench) {
        Map<String, MessageId> byNumber = new HashMap<>();
        for (int n = 0; n < MESSAGES; n++) {
            String number = "+38067" + (1_000_000 + n);
            String text = n % 20 == 0 ? "long message " + n + " " + "x".repeat(200) : "message " + n;
            bench.submit(number, text).thenAccept(submission -> byNumber.put(number, submission.id()));
            bench.loop.runPending();
        }
        assertThat(byNumber).hasSize(MESSAGES);
        return byNumber;
    }

    /** Compares what the gateway says with what was on the air. */
    private static final class Judge {
        private final Map<String, List<AirLog.Entry>> airByNumber;
        private final List<String> complaints = new ArrayList<>();
        private final Map<MessageState, Integer> states = new HashMap<>();

        Judge(AirLog air) {
            airByNumber = air.entries().stream()
                    .collect(Collectors.groupingBy(
                            entry -> "+" + entry.destination().value()));
        }

        void hear(String number, MessageStatus status) {
            states.merge(status.state(), 1, Integer::sum);
            if (!status.state().isFinal()
                    && status.state() != MessageState.ACCEPTED
                    && status.state() != MessageState.UNCONFIRMED) {
                complain(number, status, "has not ended");
            }
            Map<AirLog.Segment, Long> times = airByNumber.getOrDefault(number, List.of()).stream()
                    .collect(Collectors.groupingBy(AirLog.Entry::segment, Collectors.counting()));
            boolean marked = status.segments().stream().anyMatch(SegmentStatus::possibleDuplicate);
            if (!marked && times.values().stream().anyMatch(count -> count > 1)) {
                complain(number, status, "was on the air twice without a mark");
            }
            long sent = status.segments().stream()
                    .filter(segment -> SENT.contains(segment.state()))
                    .count();
            if (times.size() < sent) {
                complain(number, status, "is reported as sent but was not on the air: " + status.segments());
            }
            long possible =
                    status.segments().stream().filter(Judge::mayHaveBeenSent).count();
            if (times.size() > possible) {
                complain(number, status, "was on the air although it is reported as never sent");
            }
        }

        private static boolean mayHaveBeenSent(SegmentStatus segment) {
            return SENT.contains(segment.state())
                    || segment.state() == MessageState.UNCONFIRMED
                    || segment.possibleDuplicate()
                    || segment.sentAt().isPresent();
        }

        private void complain(String number, MessageStatus status, String what) {
            complaints.add(number + " " + what + ": " + status);
        }

        List<String> complaints() {
            return complaints;
        }

        int heard() {
            return states.values().stream().mapToInt(Integer::intValue).sum();
        }

        Map<MessageState, Integer> states() {
            return states;
        }
    }
}
