package io.polygator.gateway;

import static io.polygator.gateway.GatewayFixture.everything;
import static io.polygator.gateway.GatewayFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.EventFilter;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.store.DeadLetter;
import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.sms.tpdu.UserData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** How events reach those who asked for them. */
class SubscriptionsTest {
    private final GatewayFixture fixture = new GatewayFixture().withChannels(2);

    @Test
    void aSubscriptionHearsOnlyWhatItAskedFor() {
        List<GatewayEvent> heard = new ArrayList<>();
        fixture.gateway.subscribe(
                new SubscriptionRequest(Optional.empty(), Set.of(Kind.CALL), new ChannelChoice.Named("g8-2")),
                event -> {
                    heard.add(event);
                    return CompletableFuture.completedStage(null);
                });
        fixture.loop.runPending();
        ring(1);
        ring(2);
        fixture.modem(2).listener.onUssd(new UssdReply(UssdReply.Status.FINAL, "balance"));
        fixture.loop.runPending();
        assertThat(heard).singleElement().satisfies(event -> assertThat(event.channel())
                .isEqualTo("g8-2"));
    }

    @Test
    void aSlowSubscriberHoldsNobodyBack() {
        fixture.gateway.subscribe(everything(Optional.of("slow")), event -> new CompletableFuture<>());
        fixture.listening();
        for (int i = 0; i < 50; i++) {
            fixture.submit(text("message").to("+7916000" + (1000 + i)).message());
        }
        assertThat(fixture.reports()).hasSize(50);
    }

    @Test
    void anEventComesAgainUntilItIsHandledAndKeepsItsPlace() {
        List<GatewayEvent> calls = new ArrayList<>();
        fixture.gateway.subscribe(
                new SubscriptionRequest(Optional.of("once more"), Set.of(Kind.CALL), new ChannelChoice.All()),
                event -> {
                    calls.add(event);
                    return calls.size() < 4
                            ? CompletableFuture.failedStage(new IllegalStateException("not yet"))
                            : CompletableFuture.completedStage(null);
                });
        fixture.loop.runPending();
        ring(1);
        fixture.modem(1).listener.onCall(new CallEvent(CallEvent.Kind.ENDED, Optional.empty(), fixture.loop.instant()));
        fixture.pass(Duration.ofMinutes(1));
        assertThat(calls).hasSize(5);
        assertThat(calls.subList(0, 4)).allSatisfy(event -> assertThat(event).isEqualTo(calls.get(0)));
        assertThat(calls.get(4)).isNotEqualTo(calls.get(0));
    }

    @Test
    void aHandlerThatThrowsOrNeverAnswersIsCalledAgain() {
        List<GatewayEvent> calls = new ArrayList<>();
        fixture.gateway.subscribe(
                new SubscriptionRequest(Optional.empty(), Set.of(Kind.CALL), new ChannelChoice.All()), event -> {
                    calls.add(event);
                    if (calls.size() == 1) {
                        throw new IllegalStateException("broken");
                    }
                    return calls.size() == 2 ? new CompletableFuture<>() : CompletableFuture.completedStage(null);
                });
        fixture.loop.runPending();
        ring(1);
        fixture.pass(Duration.ofMinutes(11));
        assertThat(calls).hasSize(3);
    }

    @Test
    void aNamedSubscriptionFindsWhatHappenedWhileItWasAway() {
        Subscription first =
                fixture.gateway.subscribe(everything(Optional.of("crm")), event -> new CompletableFuture<>());
        fixture.loop.runPending();
        first.close();
        fixture.loop.runPending();
        ring(1);
        List<GatewayEvent> heard = new ArrayList<>();
        fixture.gateway.subscribe(everything(Optional.of("crm")), event -> {
            heard.add(event);
            return CompletableFuture.completedStage(null);
        });
        fixture.loop.runPending();
        assertThat(heard).hasSize(1);
    }

    @Test
    void aSecondLiveSubscriberOfANameIsRefusedToItsFace() {
        Subscription first =
                fixture.gateway.subscribe(everything(Optional.of("crm")), event -> new CompletableFuture<>());
        assertThatThrownBy(() ->
                        fixture.gateway.subscribe(everything(Optional.of("crm")), event -> new CompletableFuture<>()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("crm");
        first.close();
        List<GatewayEvent> heard = new ArrayList<>();
        fixture.gateway.subscribe(everything(Optional.of("crm")), event -> {
            heard.add(event);
            return CompletableFuture.completedStage(null);
        });
        fixture.loop.runPending();
        ring(1);
        assertThat(heard).hasSize(1);
    }

    @Test
    void whatFailsForTooLongBecomesADeadLetterAndCanBeReplayed() {
        EventSettings usual = EventSettings.defaults();
        EventSettings oneDay = new EventSettings(
                usual.concurrent(),
                usual.handlerDeadline(),
                usual.retries(),
                Duration.ofDays(1),
                usual.deadLettersKept(),
                usual.anonymousQueue());
        GatewayFixture aged = new GatewayFixture(GatewaySettings.defaults().with(oneDay)).withChannels(1);
        List<GatewayEvent> heard = new ArrayList<>();
        boolean[] works = {false};
        aged.gateway.subscribe(
                new SubscriptionRequest(Optional.of("crm"), Set.of(Kind.INBOUND), new ChannelChoice.All()), event -> {
                    heard.add(event);
                    return works[0]
                            ? CompletableFuture.completedStage(null)
                            : CompletableFuture.failedStage(new IllegalStateException("no +79030000001 known"));
                });
        aged.loop.runPending();
        aged.receive(aged.modem(1), aged.deliver("+79030000001", UserData.ofText("first")));
        aged.pass(Duration.ofDays(2));
        DeadLetter letter = aged.value(aged.gateway.deadLetters().list(Optional.empty(), 0, 10))
                .get(0);
        assertThat(letter.reason()).contains("known").doesNotContain("79030000001");
        int tries = heard.size();
        aged.pass(Duration.ofDays(2));
        assertThat(heard).hasSize(tries);
        works[0] = true;
        assertThat(aged.value(aged.gateway.deadLetters().replay("crm", letter.number())))
                .isTrue();
        aged.loop.runPending();
        assertThat(heard).hasSize(tries + 1);
        MessageId id = letter.event().about().orElseThrow();
        assertThat(aged.kinds(id))
                .containsExactly(
                        TimelineEntry.Kind.RECEIVED, TimelineEntry.Kind.NOT_HANDLED, TimelineEntry.Kind.HANDLED);
    }

    @Test
    void aDeadLetterLetsTheNextOfItsSourceHaveItsTurn() {
        List<String> heard = new ArrayList<>();
        fixture.gateway.subscribe(
                new SubscriptionRequest(Optional.of("crm"), Set.of(Kind.INBOUND), new ChannelChoice.All()), event -> {
                    String text = ((GatewayEvent.Inbound) event).message().text();
                    heard.add(text);
                    return text.equals("poison")
                            ? CompletableFuture.failedStage(new IllegalStateException("no"))
                            : CompletableFuture.completedStage(null);
                });
        fixture.loop.runPending();
        fixture.receive(fixture.modem(1), fixture.deliver("+79030000001", UserData.ofText("poison")));
        fixture.receive(fixture.modem(1), fixture.deliver("+79030000001", UserData.ofText("next")));
        fixture.pass(Duration.ofDays(6));
        assertThat(heard).doesNotContain("next");
        fixture.pass(Duration.ofDays(2));
        assertThat(heard).endsWith("next");
    }

    @Test
    void whatAHandlerRefusesIsADeadLetterAtOnceAndTheNextOfItsSourceHasItsTurn() {
        List<String> heard = new ArrayList<>();
        fixture.gateway.subscribe(
                new SubscriptionRequest(Optional.of("crm"), Set.of(Kind.INBOUND), new ChannelChoice.All()), event -> {
                    String text = ((GatewayEvent.Inbound) event).message().text();
                    heard.add(text);
                    return text.equals("poison")
                            ? CompletableFuture.failedStage(
                                    new CompletionException(new EventRefusedException("never this one")))
                            : CompletableFuture.completedStage(null);
                });
        fixture.loop.runPending();
        fixture.receive(fixture.modem(1), fixture.deliver("+79030000001", UserData.ofText("poison")));
        fixture.receive(fixture.modem(1), fixture.deliver("+79030000001", UserData.ofText("next")));
        fixture.loop.runPending();
        assertThat(heard).containsExactly("poison", "next");
        assertThat(fixture.value(fixture.gateway.deadLetters().list(Optional.of("crm"), 0, 10)))
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).contains("never this one"));
        fixture.pass(Duration.ofDays(2));
        assertThat(heard).hasSize(2);
    }

    @Test
    void aFilterLetsThroughWhatItNames() {
        List<GatewayEvent> heard = new ArrayList<>();
        fixture.gateway.subscribe(filtered("acme"), collecting(heard));
        fixture.loop.runPending();
        tellOfEveryKind(fixture);
        assertThat(heard).hasSize(2);
        assertThat(((GatewayEvent.Report) heard.get(0)).report().origin().account())
                .contains("acme");
        assertThat(((GatewayEvent.Inbound) heard.get(1)).message().from()).isEqualTo("+79030000001");
    }

    @Test
    void aFilterCountsAfterARestartBeforeAnybodySubscribes() {
        MemoryMessageStore kept = new MemoryMessageStore(100);
        GatewayFixture first = new GatewayFixture(GatewaySettings.defaults(), kept, 1).withChannels(1);
        first.gateway.subscribe(filtered("acme"), event -> new CompletableFuture<>());
        first.loop.runPending();

        GatewayFixture second = new GatewayFixture(GatewaySettings.defaults(), kept, 2, first.loop).withChannels(1);
        tellOfEveryKind(second);
        List<GatewayEvent> heard = new ArrayList<>();
        second.gateway.subscribe(filtered("acme"), collecting(heard));
        second.loop.runPending();
        assertThat(heard).hasSize(2);
    }

    @Test
    void whatRestsIsHandedOutAtOnceWhenAskedTo() {
        List<GatewayEvent> heard = new ArrayList<>();
        boolean[] works = {false};
        Subscription subscription = fixture.gateway.subscribe(everything(Optional.of("smpp acme")), event -> {
            heard.add(event);
            return works[0]
                    ? CompletableFuture.completedStage(null)
                    : CompletableFuture.failedStage(new IllegalStateException("not bound"));
        });
        fixture.loop.runPending();
        ring(1);
        ring(2);
        fixture.pass(Duration.ofHours(1));
        int tries = heard.size();
        works[0] = true;
        subscription.retryNow();
        fixture.loop.runPending();
        assertThat(heard).hasSize(tries + 2);
        subscription.retryNow();
        fixture.pass(Duration.ofHours(1));
        assertThat(heard).hasSize(tries + 2);
    }

    @Test
    void aForgottenSubscriptionFindsNothingWhenItComesBack() {
        Subscription first =
                fixture.gateway.subscribe(everything(Optional.of("crm")), event -> new CompletableFuture<>());
        fixture.loop.runPending();
        assertThat(fixture.gateway.forget("crm").toCompletableFuture()).isCompletedExceptionally();
        first.close();
        ring(1);
        assertThat(fixture.value(fixture.gateway.forget("crm"))).isNull();
        ring(1);
        List<GatewayEvent> heard = new ArrayList<>();
        fixture.gateway.subscribe(everything(Optional.of("crm")), collecting(heard));
        fixture.loop.runPending();
        assertThat(heard).isEmpty();
        ring(1);
        assertThat(heard).hasSize(1);
    }

    @Test
    void aChannelTellsItsStates() {
        fixture.listening();
        fixture.modem(1).become(ModemState.SIM_UNAVAILABLE);
        fixture.loop.runPending();
        assertThat(fixture.events).singleElement().isInstanceOf(GatewayEvent.ChannelChanged.class);
    }

    private static SubscriptionRequest filtered(String account) {
        return new SubscriptionRequest(
                Optional.of("of " + account),
                Set.of(Kind.REPORT, Kind.INBOUND),
                new ChannelChoice.All(),
                EventFilter.ofAccount(account).withSenderPrefixes(List.of("7903")));
    }

    private static EventHandler collecting(List<GatewayEvent> heard) {
        return event -> {
            heard.add(event);
            return CompletableFuture.completedStage(null);
        };
    }

    /** A report about a message of acme and one about another's; a message that begins with 7903 and another. */
    private static void tellOfEveryKind(GatewayFixture on) {
        on.submit(text("theirs").origin(Origin.of("http shop").ownedBy("shop")).message());
        on.submit(text("ours").origin(Origin.of("smpp acme").ownedBy("acme")).message());
        on.receive(on.modem(1), on.deliver("+79160000001", UserData.ofText("theirs")));
        on.receive(on.modem(1), on.deliver("+79030000001", UserData.ofText("ours")));
    }

    private void ring(int channel) {
        fixture.modem(channel)
                .listener
                .onCall(new CallEvent(CallEvent.Kind.RINGING, Optional.of("+7903"), fixture.loop.instant()));
        fixture.loop.runPending();
    }
}
