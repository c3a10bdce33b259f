package io.polygator.gateway;

import static io.polygator.gateway.FakeModem.refused;
import static io.polygator.gateway.FakeModem.unconfirmed;
import static io.polygator.gateway.GatewayFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.FaultPlan.Life;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.quota.SimBudget;
import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.SendError.Kind;
import io.polygator.gsm.transport.memory.ManualLoop;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** SIMs with a budget: what counts, who waits, and what a restart or another channel changes: nothing. */
class BudgetTest {
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final SimBudget TWO_A_DAY = new SimBudget(NONE, NONE, OptionalInt.of(2), NONE, NONE);
    private static final GatewaySettings SETTINGS = GatewaySettings.defaults().withBudgetZone(ZoneOffset.UTC);

    private final FaultPlan plan = FaultPlan.none();
    private final DurableMemory memory = new DurableMemory(plan);

    @Test
    void whatIsBeyondTheBudgetWaitsForTheNextDay() {
        GatewayFixture fixture = open(new ManualLoop()).withChannels(1, Optional.empty(), TWO_A_DAY);
        submit(fixture, 3);
        assertThat(fixture.sent()).hasSize(2);
        ChannelStatus status = fixture.gateway.channels().get(0);
        assertThat(status.detail()).contains("2 segments in a day").contains("2026-01-02T00:00:00Z");
        fixture.pass(Duration.ofHours(23));
        assertThat(fixture.sent()).hasSize(2);
        fixture.pass(Duration.ofHours(1));
        assertThat(fixture.sent()).hasSize(3);
        assertThat(fixture.gateway.channels().get(0).detail()).isEmpty();
    }

    @Test
    void anotherChannelTakesWhatOneMayNotSend() {
        GatewayFixture fixture = open(new ManualLoop()).withChannels(2, Optional.empty(), TWO_A_DAY);
        submit(fixture, 5);
        assertThat(fixture.modem(1).sent).hasSize(2);
        assertThat(fixture.modem(2).sent).hasSize(2);
    }

    @Test
    void theBudgetSurvivesARestartAndAMoveOfTheSim() {
        GatewayFixture first = open(new ManualLoop()).withChannels(1, Optional.empty(), TWO_A_DAY);
        submit(first, 1);
        ManualLoop later = new ManualLoop();
        later.advance(Duration.ofHours(1));
        GatewayFixture second = open(later).withChannels(2, Optional.empty(), TWO_A_DAY);
        second.modem(1).become(ModemState.SIM_UNAVAILABLE);
        second.modem(2).become(ModemState.STARTING);
        second.modem(2).imsi = first.modem(1).imsi;
        second.modem(2).become(ModemState.READY);
        second.loop.runPending();
        submit(second, 3);
        assertThat(second.modem(2).sent).hasSize(1);
    }

    @Test
    void aDoubtfulSegmentCountsAndOneThatNeverLeftDoesNot() {
        GatewayFixture fixture = open(new ManualLoop()).withChannels(1, Optional.empty(), TWO_A_DAY);
        fixture.modem(1).script.add(refused(Kind.NOT_SENT));
        fixture.modem(1).script.add(unconfirmed());
        submit(fixture, 3);
        fixture.pass(Duration.ofHours(1));
        // Handed over three times: not sent, unconfirmed, accepted.
        assertThat(fixture.sent()).hasSize(3);
        assertThat(usage(fixture.modem(1).imsi.orElseThrow())).isEqualTo(2);
    }

    @Test
    void onlyChannelsWithABudgetBook() {
        GatewayFixture fixture = open(new ManualLoop()).withChannels(1);
        submit(fixture, 2);
        assertThat(usage(fixture.modem(1).imsi.orElseThrow())).isZero();
    }

    @Test
    void onceAllItsNumbersAreUsedASimWritesToThoseOnly() {
        SimBudget oneNumber = new SimBudget(NONE, NONE, NONE, NONE, OptionalInt.of(1));
        GatewayFixture fixture = open(new ManualLoop()).withChannels(1, Optional.empty(), oneNumber);
        fixture.submit(text("a").to("+79160000001").message());
        MessageId stranger = fixture.submit(text("b").to("+79160000002").message());
        MessageId known = fixture.submit(text("c").to("+79160000001").message());
        assertThat(fixture.status(stranger).state()).isEqualTo(MessageState.QUEUED);
        assertThat(fixture.status(known).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(fixture.gateway.channels().get(0).detail()).contains("1 numbers in a month");
    }

    @Test
    void untilTheUseIsKnownNothingIsSent() {
        GatewayFixture fixture = open(new ManualLoop());
        plan.refuse("usage");
        fixture.withChannels(1, Optional.empty(), TWO_A_DAY);
        submit(fixture, 1);
        fixture.pass(Duration.ofMinutes(30));
        assertThat(fixture.sent()).isEmpty();
        plan.refuse("");
        fixture.pass(Duration.ofMinutes(2));
        assertThat(fixture.sent()).hasSize(1);
    }

    @Test
    void aSimThatDoesNotTellWhoItIsSendsNothingWhereThereIsABudget() {
        GatewayFixture fixture = open(new ManualLoop());
        fixture.ports.tellsImsi = false;
        fixture.withChannels(1, Optional.empty(), TWO_A_DAY);
        submit(fixture, 1);
        assertThat(fixture.sent()).isEmpty();
        assertThat(fixture.gateway.channels().get(0).detail()).contains("does not tell its IMSI");
    }

    private GatewayFixture open(ManualLoop loop) {
        return new GatewayFixture(SETTINGS, memory.openedBy(new Life()), 1, loop);
    }

    private static void submit(GatewayFixture fixture, int messages) {
        for (int i = 0; i < messages; i++) {
            fixture.submit(text("message").to("+7916000000" + i).message());
        }
    }

    private long usage(String imsi) {
        MemoryMessageStore kept = memory.kept;
        return kept.usage(imsi, Instant.EPOCH).toCompletableFuture().join().segments();
    }
}
