package io.polygator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.FaultPlan.Fault;
import io.polygator.gateway.FaultPlan.Life;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gateway.store.StoredSubscription;
import io.polygator.gsm.modem.ModemSettings;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.Segmenter;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.transport.memory.ManualLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The life of outbound and inbound messages with a fault before and after every single step of it: each call of the
 * store, each hand-over to the module, each deletion from the SIM. The steps are those of a run without a fault, so a
 * step that is added is covered by itself.
 */
class LifeCycleFaultsTest {

    @Test
    void withoutAFaultEverythingArrivesOnce() {
        World world = new World(FaultPlan.none(), Duration.ofMinutes(1));
        world.run();
        world.assertNothingLostOrDoubled();
        assertThat(world.sim.onAir).hasSize(4);
        assertThat(world.plan.steps).contains("accept", "update", "receive", "outbox.handled", "Ctrl-Z", "CMGD");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 15})
    void aFaultAtAnyStepLosesNothingAndDoublesNothing(long minutesUntilRestart) {
        World calm = new World(FaultPlan.none(), Duration.ofMinutes(1));
        calm.begin();
        calm.pass(Duration.ofSeconds(75));
        int steps = calm.plan.steps.size();
        assertThat(steps).isGreaterThan(50);
        for (int step = 0; step < steps; step++) {
            for (Fault fault : Fault.values()) {
                World world = new World(new FaultPlan(step, fault), Duration.ofMinutes(minutesUntilRestart));
                world.run();
                String at = fault + " at step " + step + ", " + world.plan.steps.get(step);
                assertThat(world.failure()).as(at).isEmpty();
            }
        }
    }

    /** One gateway over several lives of its process, its clients, its SIM and its subscriber. */
    private static final class World {
        private static final Duration LONG_ENOUGH = Duration.ofDays(4);

        final FaultPlan plan;
        final DurableMemory memory;
        final LastingSim sim;
        private final Duration untilRestart;
        private final Map<String, Optional<MessageId>> clients = new LinkedHashMap<>();
        private final List<String> heard = new ArrayList<>();
        private final List<MessageId> reported = new ArrayList<>();
        private Instant now = new ManualLoop().instant();
        private ManualLoop loop = new ManualLoop();
        private Life life = new Life();

        World(FaultPlan plan, Duration untilRestart) {
            this.plan = plan;
            this.untilRestart = untilRestart;
            memory = new DurableMemory(plan);
            sim = new LastingSim(plan, memory);
            // Known from an earlier run: what happens before a subscription is first opened is not for it.
            Set<String> kinds = Stream.of(SubscriptionRequest.Kind.values())
                    .map(Enum::name)
                    .collect(Collectors.toUnmodifiableSet());
            memory.kept.outbox().open(new StoredSubscription("crm", kinds, new ChannelChoice.All()));
            sim.held.add(deliver("+79030000001", UserData.ofText("alone")));
            Segmenter.segmentText("y".repeat(200), SegmentationOptions.standard(ConcatReference.ofEightBits(7)))
                    .segments()
                    .forEach(segment -> sim.held.add(deliver("+79030000002", segment)));
            List.of("one", "two", "long " + "x".repeat(200)).forEach(text -> clients.put(text, Optional.empty()));
        }

        void run() {
            begin();
            pass(LONG_ENOUGH);
        }

        /** A life of the process: it opens the store, its channels and its subscription; clients try again. */
        void begin() {
            life = new Life();
            loop = new ManualLoop();
            loop.advance(Duration.between(loop.instant(), now));
            MessageStore store = memory.openedBy(life);
            GatewayEngine gateway = new GatewayEngine(
                    GatewaySettings.defaults(), store, loop, sim.reachedBy(life, loop), new Random(1));
            gateway.start();
            gateway.define(new ChannelDefinition("g8", Set.of(), "memory:1", ModemSettings.defaults("g8-1")));
            gateway.subscribe(GatewayFixture.everything(Optional.of("crm")), event -> {
                hear(event);
                return CompletableFuture.completedStage(null);
            });
            gateway.lease(new ChannelChoice.All());
            clients.keySet().forEach(text -> submit(gateway, text));
        }

        private void submit(GatewayEngine gateway, String text) {
            if (life.over || clients.getOrDefault(text, Optional.empty()).isPresent()) {
                return;
            }
            GatewayFixture.Draft draft = GatewayFixture.text(text)
                    .to("+7916000000" + text.length() % 10)
                    .withReportIf(!text.startsWith("long"))
                    .key(text);
            gateway.submit(
                            text.startsWith("long")
                                    ? draft.message()
                                    : draft.together("pair").message())
                    .whenComplete((submission, failure) -> {
                        if (failure == null) {
                            clients.put(text, Optional.of(submission.id()));
                        } else {
                            loop.schedule(Duration.ofSeconds(2), () -> submit(gateway, text));
                        }
                    });
        }

        private void hear(GatewayEvent event) {
            if (event instanceof GatewayEvent.Inbound inbound) {
                heard.add(inbound.message().text());
            } else if (event instanceof GatewayEvent.Report report) {
                reported.add(report.report().id());
            }
        }

        void pass(Duration time) {
            Instant end = now.plus(time);
            while (now.isBefore(end)) {
                boolean alive = !life.over;
                if (!alive) {
                    now = now.plus(untilRestart);
                    begin();
                }
                step(end);
            }
        }

        /** Lets time pass until a moment or the end of the process. */
        private void step(Instant end) {
            Duration step = now.isBefore(new ManualLoop().instant().plus(Duration.ofHours(2)))
                    ? Duration.ofSeconds(5)
                    : Duration.ofHours(1);
            loop.advance(step);
            now = loop.instant().isAfter(end) ? end : loop.instant();
        }

        private static SmsDeliver deliver(String from, UserData userData) {
            return SmsDeliver.from(
                    SmsAddress.ofDestination(from), GatewayFixture.timestamp(new ManualLoop().instant()), userData);
        }

        /** What is wrong in the end; empty when all is well. */
        String failure() {
            try {
                assertNothingLostOrDoubled();
                return "";
            } catch (AssertionError e) {
                return String.valueOf(e.getMessage());
            }
        }

        void assertNothingLostOrDoubled() {
            assertThat(heard).as("inbound messages").contains("alone", "y".repeat(200));
            assertThat(sim.held).as("left on the SIM").isEmpty();
            clients.forEach((text, id) -> {
                assertThat(id).as("client of a message of " + text.length()).isPresent();
                id.ifPresent(this::assertOnce);
            });
        }

        private void assertOnce(MessageId id) {
            StoredMessage message =
                    memory.kept.find(id).toCompletableFuture().join().orElseThrow();
            assertThat(message.state()).isNotIn(MessageState.QUEUED, MessageState.SENDING, MessageState.FAILED);
            assertThat(reported).as("reports").contains(id);
            message.segments().forEach(segment -> {
                long copies = copies(message, segment);
                if (segment.possibleDuplicate()) {
                    assertThat(copies).as("marked copies").isPositive();
                } else if (segment.state() == MessageState.UNCONFIRMED) {
                    assertThat(copies).as("unconfirmed copies").isLessThanOrEqualTo(1);
                } else {
                    assertThat(copies).as("copies").isEqualTo(1);
                }
            });
        }

        private long copies(StoredMessage message, StoredSegment segment) {
            return sim.onAir.stream()
                    .filter(sent -> sent.destination().equals(message.request().to())
                            && sent.userData().equals(segment.userData()))
                    .count();
        }
    }
}
