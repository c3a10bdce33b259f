package io.polygator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.FaultPlan.Life;
import io.polygator.gateway.message.CallNotice;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundNotice;
import io.polygator.gateway.message.NoticeResult;
import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.Segmenter;
import io.polygator.gsm.sms.tpdu.UserData;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Messages and calls of which the firmware of a gateway gives notice, beside its modems. */
class NoticeTest {
    private static final String SENDER = "+79031112233";

    @Test
    void aNoticeIsAMessageOfTheChannelThatHasItsSim() {
        GatewayFixture fixture = durable();
        assertThat(fixture.value(fixture.gateway.take(notice(fixture, "hello"))))
                .isEqualTo(NoticeResult.TAKEN);
        fixture.loop.runPending();
        assertThat(fixture.inbound()).singleElement().satisfies(event -> {
            assertThat(event.message().text()).isEqualTo("hello");
            assertThat(event.message().from()).isEqualTo(SENDER.substring(1));
            assertThat(event.message().channel()).isEqualTo("g8-1");
        });
    }

    @Test
    void aNoticeOfASimThatNoChannelHasNamesItsChannelItself() {
        GatewayFixture fixture = durable();
        InboundNotice elsewhere = new InboundNotice(
                Optional.empty(),
                "event-sh-3",
                Optional.of("250990000009999"),
                SENDER,
                Optional.of("+79030000003"),
                "hello",
                Optional.empty());
        assertThat(fixture.value(fixture.gateway.take(elsewhere))).isEqualTo(NoticeResult.TAKEN);
        fixture.loop.runPending();
        assertThat(fixture.inbound()).singleElement().satisfies(event -> {
            assertThat(event.message().channel()).isEqualTo("event-sh-3");
            assertThat(event.message().to()).contains("+79030000003");
        });
    }

    @Test
    void theModemsMessageAndTheNoticeOfItAreOneWhicheverComesFirst() {
        GatewayFixture fixture = durable();
        receive(fixture, UserData.ofText("Привет, \"мир\" \u20AC"));
        assertThat(fixture.value(fixture.gateway.take(notice(fixture, "Привет, \"мир\" ?"))))
                .isEqualTo(NoticeResult.KNOWN);
        assertThat(fixture.value(fixture.gateway.take(notice(fixture, "second"))))
                .isEqualTo(NoticeResult.TAKEN);
        receive(fixture, UserData.ofText("second"));
        assertThat(fixture.inbound()).hasSize(2);
    }

    @Test
    void aTextThatWasSentTwiceStaysTwo() {
        GatewayFixture fixture = durable();
        for (int time = 0; time < 2; time++) {
            receive(fixture, UserData.ofText("yes"));
            fixture.pass(Duration.ofSeconds(1));
        }
        for (int time = 0; time < 2; time++) {
            assertThat(fixture.value(fixture.gateway.take(notice(fixture, "yes"))))
                    .isEqualTo(NoticeResult.KNOWN);
        }
        assertThat(fixture.value(fixture.gateway.take(notice(fixture, "yes")))).isEqualTo(NoticeResult.TAKEN);
        fixture.loop.runPending();
        assertThat(fixture.inbound()).hasSize(3);
    }

    @Test
    void anOlderMessageOfTheSameTextIsNoTwin() {
        GatewayFixture fixture = durable();
        receive(fixture, UserData.ofText("yes"));
        fixture.pass(Duration.ofMinutes(11));
        assertThat(fixture.value(fixture.gateway.take(notice(fixture, "yes")))).isEqualTo(NoticeResult.TAKEN);
    }

    @Test
    void aMessageThatWaitedOnTheSimIsRecognisedByTheTimeOfItsServiceCentre() {
        GatewayFixture fixture = durable();
        var waiting = fixture.deliver(SENDER, UserData.ofText("yes"));
        fixture.value(fixture.gateway.take(notice(fixture, "yes")));
        fixture.pass(Duration.ofHours(5));
        fixture.value(fixture.receive(fixture.modem(1), waiting));
        assertThat(fixture.inbound()).hasSize(1);
    }

    @Test
    void noticesOfSegmentsAreOfTheirMessage() {
        GatewayFixture fixture = durable();
        List<UserData> segments = segments("0123456789".repeat(40));
        assertThat(segments).hasSize(3);
        assertThat(fixture.value(fixture.gateway.take(
                        notice(fixture, segments.get(0).text().orElseThrow()))))
                .isEqualTo(NoticeResult.TAKEN);
        segments.forEach(segment -> receive(fixture, segment));
        assertThat(fixture.inbound()).as("of a part only, so the whole is told").hasSize(2);
        for (UserData segment : segments.subList(1, 3)) {
            assertThat(fixture.value(
                            fixture.gateway.take(notice(fixture, segment.text().orElseThrow()))))
                    .isEqualTo(NoticeResult.KNOWN);
        }

        GatewayFixture other = durable();
        segments.forEach(segment ->
                other.value(other.gateway.take(notice(other, segment.text().orElseThrow()))));
        segments.forEach(segment -> receive(other, segment));
        assertThat(other.inbound()).hasSize(3);
    }

    @Test
    void theSameNoticeIsTakenOnce() {
        GatewayFixture fixture = durable();
        InboundNotice keyed = new InboundNotice(
                Optional.of("key"), "1", imsi(fixture), SENDER, Optional.empty(), "hello", Optional.empty());
        assertThat(fixture.value(fixture.gateway.take(keyed))).isEqualTo(NoticeResult.TAKEN);
        assertThat(fixture.value(fixture.gateway.take(keyed))).isEqualTo(NoticeResult.REPEATED);
        fixture.loop.runPending();
        assertThat(fixture.inbound()).hasSize(1);
    }

    @Test
    void whileNobodySubscribesNothingIsTaken() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        var answer = fixture.gateway.take(notice(fixture, "hello")).toCompletableFuture();
        fixture.loop.runPending();
        assertThat(answer)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(NobodySubscribesException.class);
    }

    @Test
    void withoutADurableSubscriptionItIsAnsweredForOnceItIsHandled() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        CompletableFuture<Void> handling = new CompletableFuture<>();
        fixture.gateway.subscribe(
                GatewayFixture.everything(Optional.empty()),
                event -> event instanceof GatewayEvent.Inbound ? handling : CompletableFuture.completedStage(null));
        fixture.loop.runPending();
        var answer = fixture.gateway.take(notice(fixture, "hello")).toCompletableFuture();
        fixture.loop.runPending();
        assertThat(answer).isNotDone();
        handling.complete(null);
        fixture.loop.runPending();
        assertThat(answer).isCompletedWithValue(NoticeResult.TAKEN);
    }

    @Test
    void whatNobodyHandlesInTimeIsNotAnsweredFor() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.gateway.subscribe(
                GatewayFixture.everything(Optional.empty()),
                event -> event instanceof GatewayEvent.Inbound
                        ? new CompletableFuture<>()
                        : CompletableFuture.completedStage(null));
        fixture.loop.runPending();
        var answer = fixture.gateway.take(notice(fixture, "hello")).toCompletableFuture();
        fixture.pass(Duration.ofSeconds(61));
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void whatASubscriptionKeepsThatBeganMeanwhileIsSafe() {
        LateReceiver store = new LateReceiver(new DurableMemory(FaultPlan.none()).openedBy(new Life()));
        GatewayFixture fixture = new GatewayFixture(GatewaySettings.defaults(), store.proxy(), 1).withChannels(1);
        fixture.gateway.subscribe(
                GatewayFixture.everything(Optional.empty()), event -> CompletableFuture.completedStage(null));
        CompletableFuture<NoticeResult> answer =
                fixture.gateway.take(notice(fixture, "hello")).toCompletableFuture();
        fixture.loop.runPending();

        fixture.gateway.subscribe(GatewayFixture.everything(Optional.of("absent")), event -> new CompletableFuture<>());
        fixture.loop.runPending();
        store.receiveNow();
        fixture.loop.runPending();

        assertThat(answer).isCompletedWithValue(NoticeResult.TAKEN);
    }

    @Test
    void aCallThatBothTellOfRingsOnce() {
        GatewayFixture fixture = durable();
        CallNotice call = new CallNotice("1", imsi(fixture), Optional.of(SENDER));
        assertThat(fixture.value(fixture.gateway.take(call))).isEqualTo(NoticeResult.TAKEN);
        fixture.modem(1)
                .listener
                .onCall(new CallEvent(CallEvent.Kind.RINGING, Optional.of(SENDER), fixture.loop.instant()));
        fixture.loop.runPending();
        assertThat(fixture.value(fixture.gateway.take(call))).isEqualTo(NoticeResult.TAKEN);
        fixture.loop.runPending();
        assertThat(fixture.events)
                .filteredOn(GatewayEvent.Call.class::isInstance)
                .hasSize(2);
    }

    /** On a store that survives, with a subscription that keeps its events there. */
    private static GatewayFixture durable() {
        DurableMemory memory = new DurableMemory(FaultPlan.none());
        GatewayFixture fixture =
                new GatewayFixture(GatewaySettings.defaults(), memory.openedBy(new Life()), 1).withChannels(1);
        fixture.gateway.subscribe(GatewayFixture.everything(Optional.of("all")), event -> {
            fixture.events.add(event);
            return CompletableFuture.completedStage(null);
        });
        fixture.loop.runPending();
        return fixture;
    }

    private static List<UserData> segments(String text) {
        return Segmenter.segmentText(text, SegmentationOptions.standard(ConcatReference.ofEightBits(7)))
                .segments();
    }

    private static void receive(GatewayFixture fixture, UserData text) {
        fixture.value(fixture.receive(fixture.modem(1), fixture.deliver(SENDER, text)));
    }

    private static InboundNotice notice(GatewayFixture fixture, String text) {
        return new InboundNotice(
                Optional.empty(),
                "1",
                imsi(fixture),
                SENDER.substring(1),
                Optional.empty(),
                text,
                Optional.of(fixture.loop.instant().atOffset(ZoneOffset.UTC)));
    }

    private static Optional<String> imsi(GatewayFixture fixture) {
        return fixture.modem(1).imsi;
    }
}
