package io.polygator.gateway;

import static io.polygator.gateway.GatewayFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.FaultPlan.Life;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.UserData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A store that cannot be used for a while: nothing is lost, nothing spins, all goes on by itself afterwards. */
class StoreTroubleTest {
    private static final Duration OUTAGE = Duration.ofMinutes(30);

    private final FaultPlan plan = FaultPlan.none();
    private final DurableMemory memory = new DurableMemory(plan);

    @Test
    void theSubmitterIsToldAndMaySubmitAgain() {
        GatewayFixture fixture = open().withChannels(1);
        plan.refuse("accept");
        CompletableFuture<?> refused =
                fixture.gateway.submit(text("now").key("k").message()).toCompletableFuture();
        fixture.loop.runPending();
        assertThat(refused)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(StoreUnavailableException.class);
        plan.refuse("");
        MessageId id = fixture.submit(text("now").key("k").message());
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void whatCannotBeWrittenDownIsNotSentUntilItCan() {
        GatewayFixture fixture = open().withChannels(2);
        plan.refuse("update");
        MessageId id = fixture.submit(text("later").message());
        fixture.pass(OUTAGE);
        assertThat(fixture.sent()).isEmpty();
        assertThat(calls("update")).isZero();
        plan.refuse("");
        fixture.pass(Duration.ofMinutes(2));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(fixture.sent()).hasSize(1);
    }

    @Test
    void anOutcomeIsWrittenDownHoweverLongItTakesAndTheChannelGoesOn() {
        GatewayFixture fixture = open().withChannels(1);
        fixture.modem(1).answersAtOnce = false;
        MessageId first = fixture.submit(text("first").message());
        plan.refuse("update");
        fixture.modem(1).sent.get(0).accept(7);
        fixture.pass(OUTAGE);
        plan.refuse("");
        fixture.pass(Duration.ofMinutes(2));
        assertThat(fixture.status(first).state()).isEqualTo(MessageState.ACCEPTED);
        fixture.modem(1).answersAtOnce = true;
        MessageId second = fixture.submit(text("second").message());
        assertThat(fixture.status(second).state()).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void whoWaitsForAnAnswerGetsItAfterTheOutage() {
        GatewayFixture fixture = open().withChannels(1);
        fixture.modem(1).answersAtOnce = false;
        MessageId id = fixture.submit(text("first").message());
        CompletableFuture<?> answer = fixture.gateway.answered(id).toCompletableFuture();
        fixture.loop.runPending();
        plan.refuse("update");
        fixture.modem(1).sent.get(0).accept(7);
        fixture.pass(OUTAGE);
        assertThat(answer).isNotDone();
        plan.refuse("");
        fixture.pass(Duration.ofMinutes(2));
        assertThat(answer).isCompleted();
    }

    @Test
    void theQueueIsAskedLessAndLessOftenHoweverManyWakeIt() {
        GatewayFixture fixture = open().withChannels(1);
        plan.refuse("due");
        for (int i = 0; i < 500; i++) {
            fixture.submit(text("message").to("+7916000" + (1000 + i)).message());
        }
        int before = plan.refusals;
        fixture.pass(Duration.ofMinutes(10));
        assertThat(plan.refusals - before).isBetween(5, 20);
        plan.refuse("");
        fixture.pass(Duration.ofMinutes(2));
        assertThat(fixture.sent()).hasSize(500);
    }

    @Test
    void aReportThatCannotBeStoredStaysWithTheModem() {
        GatewayFixture fixture = open().withChannels(1);
        MessageId id = fixture.submit(text("report").withReport().message());
        plan.refuse("update");
        CompletionStage<Void> refused = fixture.report(fixture.modem(1), 1, "+79161234567", 0);
        assertThat(refused.toCompletableFuture()).isCompletedExceptionally();
        plan.refuse("");
        fixture.value(fixture.report(fixture.modem(1), 1, "+79161234567", 0));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aMessageOfWhichNobodyKnowsWhetherItIsStoredIsTakenAnew() {
        FaultPlan once = new FaultPlan(-1, FaultPlan.Fault.FAILS_AFTER);
        DurableMemory doubtful = new DurableMemory(once);
        GatewayFixture fixture = new GatewayFixture(GatewaySettings.defaults(), doubtful.openedBy(new Life()), 1)
                .withChannels(1)
                .listening();
        SmsDeliver message = fixture.deliver("+79030000001", UserData.ofText("hello"));
        once.failNext("receive");
        CompletionStage<Void> offered = fixture.receive(fixture.modem(1), message);
        assertThat(offered.toCompletableFuture()).isCompletedExceptionally();
        assertThat(fixture.inbound()).isEmpty();
        fixture.value(fixture.receive(fixture.modem(1), message));
        assertThat(fixture.inbound()).hasSize(1);
    }

    @Test
    void aSubscriptionTheStoreDoesNotKnowYetLeavesMessagesOnTheSim() {
        GatewayFixture fixture = open();
        plan.refuse("outbox.open");
        List<String> heard = new ArrayList<>();
        fixture.gateway.subscribe(GatewayFixture.everything(Optional.of("crm")), event -> {
            heard.add(event.channel());
            return CompletableFuture.completedStage(null);
        });
        fixture.withChannels(1);
        SmsDeliver message = fixture.deliver("+79030000001", UserData.ofText("hello"));
        CompletionStage<Void> refused = fixture.receive(fixture.modem(1), message);
        assertThat(refused.toCompletableFuture()).isCompletedExceptionally();
        plan.refuse("");
        fixture.pass(Duration.ofMinutes(1));
        fixture.value(fixture.receive(fixture.modem(1), message));
        assertThat(heard).isNotEmpty();
    }

    @Test
    void channelsOpenOnlyOnceItIsKnownWhoSubscribesAndWhatWasLeftOpen() {
        for (String step : List.of("outbox.subscriptions", "interrupted")) {
            plan.refuse(step);
            GatewayFixture fixture = open().withChannels(1);
            fixture.pass(Duration.ofMinutes(5));
            assertThat(fixture.modem(1).started).as(step).isFalse();
            plan.refuse("");
            fixture.pass(Duration.ofMinutes(2));
            assertThat(fixture.modem(1).started).as(step).isTrue();
        }
    }

    @Test
    void whatHappensOnChannelsIsToldAfterTheOutageInItsOrder() {
        GatewayFixture fixture = open().withChannels(1);
        List<String> heard = new ArrayList<>();
        fixture.gateway.subscribe(GatewayFixture.everything(Optional.of("crm")), event -> {
            heard.add(event.toString());
            return CompletableFuture.completedStage(null);
        });
        fixture.loop.runPending();
        plan.refuse("outbox.append");
        for (int i = 0; i < 3; i++) {
            fixture.modem(1).become(i % 2 == 0 ? ModemState.NOT_REGISTERED : ModemState.READY);
            fixture.loop.runPending();
        }
        fixture.pass(OUTAGE);
        assertThat(heard).isEmpty();
        plan.refuse("");
        fixture.pass(Duration.ofMinutes(2));
        assertThat(heard).hasSize(3);
        assertThat(Collections.frequency(heard, heard.get(1))).isEqualTo(1);
    }

    private GatewayFixture open() {
        return new GatewayFixture(GatewaySettings.defaults(), memory.openedBy(new Life()), 1);
    }

    private long calls(String step) {
        return plan.steps.stream().filter(step::equals).count();
    }
}
