package io.polygator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.ReceivedTpdu;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.Segmenter;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.UserData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a modem to the subscribers, and back with the acknowledgement. */
class InboundTest {
    private static final String SENDER = "+79031112233";
    private static final String LONG_TEXT = "€[".repeat(100) + "\uD83D\uDE00".repeat(30);

    @Test
    void handsAMessageOnAndThenAcknowledgesIt() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1).listening();
        fixture.value(fixture.receive(fixture.modem(1), fixture.deliver(SENDER, UserData.ofText("hello"))));
        assertThat(fixture.inbound()).singleElement().satisfies(event -> {
            assertThat(event.message().text()).isEqualTo("hello");
            assertThat(event.message().from()).isEqualTo(SENDER);
            assertThat(event.message().channel()).isEqualTo("g8-1");
            assertThat(event.message().complete()).isTrue();
        });
    }

    @Test
    void namesTheSimsOwnNumberAsTheSimHoldsIt() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1).listening();
        fixture.modem(1).ownNumber = Optional.of("+79030000001");
        fixture.modem(1).become(ModemState.READY);
        fixture.loop.runPending();
        fixture.value(fixture.receive(fixture.modem(1), fixture.deliver(SENDER, UserData.ofText("hello"))));
        assertThat(fixture.inbound())
                .singleElement()
                .satisfies(event -> assertThat(event.message().to()).contains("+79030000001"));
    }

    @Test
    void whileNobodySubscribesAMessageStaysOnTheSim() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        SmsDeliver message = fixture.deliver(SENDER, UserData.ofText("hello"));
        assertThat(fixture.receive(fixture.modem(1), message).toCompletableFuture())
                .isCompletedExceptionally();
        fixture.listening();
        fixture.value(fixture.receive(fixture.modem(1), message));
        assertThat(fixture.inbound()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "crm"})
    void asSoonAsSomebodySubscribesTheModemOffersWhatWasLeft(String subscription) {
        GatewayFixture fixture = new GatewayFixture().withChannels(2);
        fixture.receive(fixture.modem(1), fixture.deliver(SENDER, UserData.ofText("hello")));
        Optional<String> name = Optional.of(subscription).filter(given -> !given.isEmpty());
        fixture.subscribe(name, Kind.CALL).close();
        assertThat(fixture.modem(1).timesToOfferAgain).isZero();

        fixture.subscribe(name, Kind.INBOUND).close();
        fixture.subscribe(name, Kind.INBOUND);

        assertThat(fixture.modem(1).timesToOfferAgain).isOne();
        assertThat(fixture.modem(2).timesToOfferAgain).isZero();
    }

    @Test
    void theReaderOfALineIsASubscriberToo() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.receive(fixture.modem(1), fixture.deliver(SENDER, UserData.ofText("hello")));

        fixture.value(fixture.gateway.eventLines().open(GatewayFixture.everything(Optional.of("reader")), () -> {}));

        assertThat(fixture.modem(1).timesToOfferAgain).isOne();
    }

    @Test
    void acknowledgesOnlyOnceTheSubscriberHasHandledIt() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        List<CompletableFuture<Void>> handling = new ArrayList<>();
        fixture.gateway.subscribe(GatewayFixture.everything(Optional.empty()), event -> {
            CompletableFuture<Void> one = new CompletableFuture<>();
            if (event instanceof GatewayEvent.Inbound) {
                handling.add(one);
            } else {
                one.complete(null);
            }
            return one;
        });
        fixture.loop.runPending();
        CompletionStage<Void> acknowledgement =
                fixture.receive(fixture.modem(1), fixture.deliver(SENDER, UserData.ofText("hello")));
        assertThat(acknowledgement.toCompletableFuture()).isNotDone();
        handling.get(0).completeExceptionally(new IllegalStateException("not now"));
        fixture.pass(Duration.ofSeconds(2));
        assertThat(acknowledgement.toCompletableFuture()).isNotDone();
        assertThat(handling).hasSize(2);
        handling.get(1).complete(null);
        fixture.loop.runPending();
        assertThat(acknowledgement.toCompletableFuture()).isCompleted();
    }

    @Test
    void aSlowSubscriberLetsTheModemKeepTheMessageAndHandlesItOnce() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        List<CompletableFuture<Void>> handling = new ArrayList<>();
        fixture.gateway.subscribe(GatewayFixture.everything(Optional.empty()), event -> {
            CompletableFuture<Void> one = new CompletableFuture<>();
            handling.add(one);
            return one;
        });
        fixture.loop.runPending();
        SmsDeliver message = fixture.deliver(SENDER, UserData.ofText("hello"));
        CompletionStage<Void> first = fixture.receive(fixture.modem(1), message);
        fixture.pass(Duration.ofSeconds(61));
        assertThat(first.toCompletableFuture()).isCompletedExceptionally();
        CompletionStage<Void> second = fixture.receive(fixture.modem(1), message);
        assertThat(handling).hasSize(1);
        handling.get(0).complete(null);
        fixture.loop.runPending();
        assertThat(second.toCompletableFuture()).isCompleted();
        fixture.value(fixture.receive(fixture.modem(1), message));
        assertThat(handling).hasSize(1);
    }

    @Test
    void aMessageWhoseOnlySubscriberLeftIsTakenAgain() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        Subscription leaving = fixture.gateway.subscribe(
                GatewayFixture.everything(Optional.empty()), event -> new CompletableFuture<>());
        fixture.loop.runPending();
        SmsDeliver message = fixture.deliver(SENDER, UserData.ofText("hello"));
        CompletionStage<Void> first = fixture.receive(fixture.modem(1), message);
        leaving.close();
        fixture.loop.runPending();
        assertThat(first.toCompletableFuture()).isCompletedExceptionally();
        fixture.listening();
        fixture.value(fixture.receive(fixture.modem(1), message));
        assertThat(fixture.inbound()).hasSize(1);
    }

    @Test
    void repeatedMessagesAreHandedOnOnce() {
        GatewayFixture fixture = new GatewayFixture().withChannels(2).listening();
        SmsDeliver message = fixture.deliver(SENDER, UserData.ofText("once"));
        fixture.value(fixture.receive(fixture.modem(1), message));
        fixture.pass(Duration.ofHours(71));
        fixture.value(fixture.receive(fixture.modem(1), message));
        assertThat(fixture.inbound()).hasSize(1);
        fixture.value(fixture.receive(fixture.modem(2), message));
        assertThat(fixture.inbound()).hasSize(2);
    }

    @Test
    void joinsSegmentsInAnyOrder() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1).listening();
        List<UserData> segments = segments(LONG_TEXT);
        assertThat(segments.size()).isGreaterThan(2);
        List<CompletableFuture<Void>> acknowledgements = new ArrayList<>();
        for (int i = segments.size() - 1; i >= 0; i--) {
            SmsDeliver segment = fixture.deliver(SENDER, segments.get(i));
            acknowledgements.add(fixture.receive(fixture.modem(1), segment).toCompletableFuture());
        }
        InboundMessage message = fixture.inbound().get(0).message();
        assertThat(message.text()).isEqualTo(LONG_TEXT);
        assertThat(message.segments()).isEqualTo(segments.size());
        assertThat(acknowledgements).allSatisfy(one -> assertThat(one).isCompleted());
    }

    @Test
    void withoutADurableStoreASegmentThatWaitsForItsSiblingsDoesNotFillTheSimForLong() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1).listening();
        List<UserData> segments = segments("x".repeat(200));
        SmsDeliver first = fixture.deliver(SENDER, segments.get(0));
        CompletionStage<Void> offered = fixture.receive(fixture.modem(1), first);
        assertThat(offered.toCompletableFuture()).isNotDone();
        fixture.pass(Duration.ofMinutes(2));
        assertThat(offered.toCompletableFuture()).isCompleted();
        fixture.value(fixture.receive(fixture.modem(1), fixture.deliver(SENDER, segments.get(1))));
        assertThat(fixture.inbound()).hasSize(1);
    }

    @Test
    void anIncompleteMessageIsHandedOnWithItsGapMarked() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1).listening();
        List<UserData> segments = segments("x".repeat(400));
        fixture.receive(fixture.modem(1), fixture.deliver(SENDER, segments.get(0)));
        fixture.receive(fixture.modem(1), fixture.deliver(SENDER, segments.get(2)));
        fixture.pass(Duration.ofHours(23));
        assertThat(fixture.inbound()).isEmpty();
        fixture.pass(Duration.ofHours(3));
        InboundMessage message = fixture.inbound().get(0).message();
        assertThat(message.complete()).isFalse();
        assertThat(message.segments()).isEqualTo(2);
        assertThat(message.text()).contains("x[…]x");
    }

    @Test
    void whatCannotBeReadIsAnnouncedAsItCame() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1).listening();
        fixture.value(fixture.modem(1)
                .listener
                .onReceived(new ReceivedTpdu(
                        "07FF",
                        Optional.empty(),
                        Optional.empty(),
                        "TP-OA at octet 3: UNDERFLOW",
                        Optional.of("imsi"),
                        fixture.loop.instant())));
        assertThat(fixture.events)
                .filteredOn(GatewayEvent.Unreadable.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    assertThat(((GatewayEvent.Unreadable) event).raw()).isEqualTo("07FF");
                    assertThat(((GatewayEvent.Unreadable) event).defect()).contains("TP-OA");
                });
    }

    @Test
    void octetsComeAsOctets() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1).listening();
        Octets octets = Octets.ofHex("00FF10");
        fixture.value(fixture.receive(fixture.modem(1), fixture.deliver(SENDER, UserData.ofOctets(octets))));
        assertThat(fixture.inbound().get(0).message().data()).isEqualTo(octets);
    }

    @Test
    void aFullStoreLeavesMessagesOnTheSim() {
        GatewayFixture fixture = new GatewayFixture(GatewaySettings.defaults(), new MemoryMessageStore(1), 1)
                .withChannels(1)
                .listening();
        List<UserData> segments = segments("x".repeat(400));
        fixture.receive(fixture.modem(1), fixture.deliver(SENDER, segments.get(0)));
        CompletionStage<Void> refused = fixture.receive(fixture.modem(1), fixture.deliver(SENDER, segments.get(1)));
        assertThat(refused.toCompletableFuture()).isCompletedExceptionally();
    }

    private static List<UserData> segments(String text) {
        return Segmenter.segmentText(text, SegmentationOptions.standard(ConcatReference.ofEightBits(7)))
                .segments();
    }
}
