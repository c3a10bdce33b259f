package io.polygator.gateway;

import static io.polygator.gateway.GatewayFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.SendError;
import io.polygator.gsm.modem.SendOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Many messages through modems that do everything a modem can do, in an order drawn by lot. Whatever happens: nothing is
 * lost, nothing has two ends, and nothing that may be on the air goes out again without being marked.
 */
class RandomFaultsTest {
    private static final int MESSAGES = 300;
    private static final int CHANNELS = 6;

    @Property(tries = 10)
    void everyMessageComesToExactlyOneEnd(@ForAll long seed, @ForAll DoubtPolicy policy) {
        Run run = new Run(seed, policy);
        run.submitAll();
        run.muddleThrough();
        run.settleDown();
        run.ids.forEach(id -> run.assertOneEnd(id));
        run.ids.forEach(id -> run.assertTimelineKeepsSecrets(id));
        run.attempts.forEach(run::assertNoSilentRepetition);
    }

    /** One run by one seed. */
    private static final class Run {
        private final Random random;
        private final GatewayFixture fixture;
        private final List<MessageId> ids = new ArrayList<>();
        private final Map<String, List<Attempt>> attempts = new HashMap<>();
        private final Set<FakeModem.Sent> seen = new HashSet<>();
        private final List<Attempt> open = new ArrayList<>();

        Run(long seed, DoubtPolicy policy) {
            random = new Random(seed);
            GatewaySettings settings =
                    GatewaySettings.defaults().with(OutboundSettings.defaults().withDoubtPolicy(policy));
            fixture = new GatewayFixture(settings, new MemoryMessageStore(10_000), seed)
                    .withChannels(CHANNELS)
                    .listening();
            fixture.ports.modems.values().forEach(modem -> modem.answersAtOnce = false);
        }

        void submitAll() {
            for (int i = 0; i < MESSAGES; i++) {
                String body = "x".repeat(random.nextInt(10) == 0 ? 350 : 20);
                GatewayFixture.Draft draft = text(body).to("+79160000" + (100 + random.nextInt(50)));
                if (random.nextInt(3) == 0) {
                    draft = draft.together("key " + random.nextInt(20));
                }
                ids.add(fixture.submit(random.nextBoolean() ? draft.withReport().message() : draft.message()));
            }
        }

        void muddleThrough() {
            for (int step = 0; step < 3_000; step++) {
                collect();
                switch (random.nextInt(8)) {
                    case 0 -> fixture.pass(Duration.ofSeconds(random.nextInt(300)));
                    case 1 -> lateOutcome();
                    case 2 -> report();
                    case 3 -> flap();
                    default -> answer();
                }
            }
        }

        /** From now on everything works, so that whatever can end does end. */
        void settleDown() {
            for (int hour = 0; hour < 100; hour++) {
                fixture.ports.modems.values().stream()
                        .filter(modem -> modem.state != ModemState.READY)
                        .forEach(modem -> modem.become(ModemState.READY));
                collect();
                while (!open.isEmpty()) {
                    List.copyOf(open).forEach(attempt -> finish(attempt, accepted()));
                    collect();
                }
                fixture.pass(Duration.ofHours(1));
            }
            collect();
        }

        private void collect() {
            fixture.loop.runPending();
            for (FakeModem.Sent sent : fixture.sent()) {
                if (seen.add(sent)) {
                    Attempt attempt = new Attempt(sent);
                    attempts.computeIfAbsent(attempt.segment(), segment -> new ArrayList<>())
                            .add(attempt);
                    open.add(attempt);
                }
            }
        }

        private void answer() {
            if (!open.isEmpty()) {
                Attempt attempt = open.get(random.nextInt(open.size()));
                finish(attempt, outcome(attempt.sent.submit().destination().value()));
            }
        }

        private void finish(Attempt attempt, SendOutcome outcome) {
            open.remove(attempt);
            attempt.outcome = outcome;
            attempt.sent.answer().complete(outcome);
            fixture.loop.runPending();
        }

        private SendOutcome outcome(String number) {
            int drawn = random.nextInt(100);
            if (drawn < 55) {
                return accepted();
            }
            if (drawn < 65) {
                return new SendOutcome.Unconfirmed("silence after " + number, Optional.empty());
            }
            SendError.Kind[] kinds = SendError.Kind.values();
            SendError.Kind kind = kinds[random.nextInt(kinds.length)];
            return new SendOutcome.Refused(new SendError(kind, 38, "refused: " + number));
        }

        private SendOutcome accepted() {
            return FakeModem.accepted(random.nextInt(256));
        }

        private void lateOutcome() {
            attempts.values().stream()
                    .flatMap(List::stream)
                    .filter(attempt -> attempt.outcome instanceof SendOutcome.Unconfirmed && !open.contains(attempt))
                    .skip(random.nextInt(3))
                    .findFirst()
                    .ifPresent(attempt -> {
                        SendOutcome late =
                                random.nextBoolean() ? accepted() : FakeModem.refused(SendError.Kind.TEMPORARY);
                        attempt.outcome = late;
                        FakeModem modem = modemOf(attempt);
                        modem.listener.onLateOutcome(attempt.sent.token(), late);
                        fixture.loop.runPending();
                    });
        }

        private void report() {
            List<Attempt> all = attempts.values().stream().flatMap(List::stream).toList();
            if (!all.isEmpty()) {
                Attempt attempt = all.get(random.nextInt(all.size()));
                int[] statuses = {0x00, 0x00, 0x22, 0x45, 0x46, 0x63, 0x90};
                int reference = attempt.outcome instanceof SendOutcome.Accepted accepted
                        ? accepted.reference().orElseThrow().value()
                        : random.nextInt(256);
                FakeModem modem = modemOf(attempt);
                fixture.report(
                        modem,
                        reference,
                        attempt.sent.submit().destination().display(),
                        statuses[random.nextInt(statuses.length)]);
            }
        }

        private FakeModem modemOf(Attempt attempt) {
            return Objects.requireNonNull(fixture.ports.modems.get(attempt.sent.channel()));
        }

        private void flap() {
            FakeModem modem = fixture.modem(1 + random.nextInt(CHANNELS));
            modem.become(random.nextInt(3) == 0 ? ModemState.NOT_REGISTERED : ModemState.READY);
            fixture.loop.runPending();
        }

        void assertOneEnd(MessageId id) {
            MessageStatus status = fixture.status(id);
            assertThat(status.state()).as("%s", status).isNotIn(MessageState.QUEUED, MessageState.SENDING);
            List<MessageState> told = fixture.events.stream()
                    .filter(GatewayEvent.Report.class::isInstance)
                    .map(event -> ((GatewayEvent.Report) event).report())
                    .filter(report -> report.id().equals(id))
                    .map(report -> report.state())
                    .toList();
            assertThat(told.stream().filter(MessageState::isFinal).count())
                    .as("%s", told)
                    .isLessThanOrEqualTo(1);
            assertThat(told.get(told.size() - 1)).as("%s", told).isEqualTo(status.state());
        }

        /** Neither the recipient nor the text, though modems repeat both in their errors; and never nothing. */
        void assertTimelineKeepsSecrets(MessageId id) {
            String number = fixture.status(id).to().substring(1);
            assertThat(fixture.timeline(id)).hasSizeGreaterThan(1).allSatisfy(entry -> assertThat(entry.detail())
                    .doesNotContain(number)
                    .doesNotContain("xxxx"));
        }

        /** A segment goes out again only after it certainly did not go out before, or with the mark. */
        void assertNoSilentRepetition(String segment, List<Attempt> made) {
            for (Attempt earlier : made.subList(0, made.size() - 1)) {
                boolean certainlyNotSent = earlier.outcome instanceof SendOutcome.Refused;
                assertThat(certainlyNotSent || isMarked(segment)).as(segment).isTrue();
            }
            long acceptedUnmarked = made.stream()
                    .filter(attempt -> attempt.outcome instanceof SendOutcome.Accepted)
                    .count();
            assertThat(acceptedUnmarked <= 1 || isMarked(segment)).as(segment).isTrue();
        }

        private boolean isMarked(String segment) {
            SendToken token = SendToken.parse(segment + "/1").orElseThrow();
            SegmentStatus status = fixture.status(token.message()).segments().get(token.sequence() - 1);
            return status.possibleDuplicate();
        }
    }

    /** One hand-over of a segment to a modem, and what became of it. */
    private static final class Attempt {
        private final FakeModem.Sent sent;
        private SendOutcome outcome = FakeModem.unconfirmed();

        Attempt(FakeModem.Sent sent) {
            this.sent = sent;
        }

        String segment() {
            String token = sent.token();
            return token.substring(0, token.lastIndexOf('/'));
        }
    }
}
