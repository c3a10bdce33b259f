package io.polygator.gateway;

import static io.polygator.gateway.FakeModem.unconfirmed;
import static io.polygator.gateway.GatewayFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.FaultPlan.Life;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.quota.SimBudget;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.transport.memory.ManualLoop;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is done about segments of which nobody knows whether they left. */
class DoubtTest {

    @Test
    void theMessagesPolicyOutweighsTheChannels() {
        GatewayFixture fixture =
                new GatewayFixture().withChannels(1, Optional.of(DoubtPolicy.FAIL), SimBudget.unlimited());
        fixture.modem(1).script.add(unconfirmed());
        fixture.modem(1).script.add(unconfirmed());
        MessageId own = fixture.submit(text("own").inDoubt(DoubtPolicy.RETRY).message());
        MessageId other = fixture.submit(text("other").message());
        fixture.pass(Duration.ofMinutes(11));
        assertThat(fixture.status(own).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(fixture.status(own).segments().get(0).possibleDuplicate()).isTrue();
        assertThat(fixture.status(other).state()).isEqualTo(MessageState.FAILED);
    }

    @Test
    void aRepetitionNamesTheReferenceOfTheFirstAttempt() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).script.add(new SendOutcome.Unconfirmed("silence", Optional.of(new MessageReference(77))));
        MessageId id = fixture.submit(text("again").inDoubt(DoubtPolicy.RETRY).message());
        assertThat(fixture.status(id).segments().get(0).reference()).hasValue(77);
        fixture.pass(Duration.ofMinutes(11));
        FakeModem.Sent repeated = fixture.sent().get(1);
        assertThat(repeated.submit().rejectDuplicates()).isTrue();
        assertThat(repeated.submit().reference()).isEqualTo(new MessageReference(77));
    }

    @Test
    void aReferenceThatTheSimShowedFindsTheReport() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        MessageId id = inDoubt(fixture, 1);
        fixture.modem(1)
                .listener
                .onLateOutcome(
                        fixture.sent().get(0).token(),
                        new SendOutcome.Unconfirmed("silence", Optional.of(new MessageReference(5))));
        fixture.loop.runPending();
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.UNCONFIRMED);
        fixture.value(fixture.report(fixture.modem(1), 5, "+79161234567", 0));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void anOutcomeIsAppliedThoughAnotherInstanceDeclaredTheAttemptInterrupted() {
        DurableMemory memory = new DurableMemory(FaultPlan.none());
        GatewayFixture slow = open(memory).withChannels(1);
        slow.modem(1).answersAtOnce = false;
        MessageId id = slow.submit(text("slow").message());
        GatewayFixture other =
                new GatewayFixture(GatewaySettings.defaults(), memory.openedBy(new Life()), 2, slow.loop);
        assertThat(other.status(id).state()).isEqualTo(MessageState.UNCONFIRMED);
        slow.modem(1).sent.get(0).accept(9);
        slow.loop.runPending();
        assertThat(other.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(other.timeline(id))
                .anySatisfy(entry -> assertThat(entry.detail()).isEqualTo("late: accepted, reference 9"));
    }

    @Test
    void anotherInstanceThatDiedIsNoticedWithinAMinute() {
        DurableMemory memory = new DurableMemory(FaultPlan.none());
        GatewayFixture watching = open(memory);
        GatewayFixture dying = new GatewayFixture(
                        GatewaySettings.defaults(), memory.openedBy(new Life()), 2, watching.loop)
                .withChannels(1);
        dying.modem(1).answersAtOnce = false;
        MessageId id = dying.submit(text("left").message());
        assertThat(watching.status(id).state()).isEqualTo(MessageState.SENDING);
        watching.pass(Duration.ofSeconds(61));
        assertThat(watching.status(id).state()).isEqualTo(MessageState.UNCONFIRMED);
    }

    @Test
    void theSimTellsAfterARestartThatTheSegmentNeverLeft() {
        DurableMemory memory = new DurableMemory(FaultPlan.none());
        MessageId id = interruptedAfterOneSent(memory);
        GatewayFixture next = restarted(memory, Duration.ofMinutes(15));
        next.withChannelsCountedTo(1, 1);
        assertThat(next.sent()).hasSize(1);
        SegmentStatus segment = next.status(id).segments().get(0);
        assertThat(segment.state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(segment.attempts()).isEqualTo(1);
        assertThat(segment.possibleDuplicate()).isFalse();
        assertThat(next.kinds(id))
                .containsSubsequence(
                        TimelineEntry.Kind.SENDING,
                        TimelineEntry.Kind.DECIDED,
                        TimelineEntry.Kind.DECIDED,
                        TimelineEntry.Kind.QUEUED,
                        TimelineEntry.Kind.SENDING,
                        TimelineEntry.Kind.ANSWERED);
    }

    @Test
    void theSimTellsAfterARestartWithWhichReferenceTheSegmentLeft() {
        DurableMemory memory = new DurableMemory(FaultPlan.none());
        MessageId id = interruptedAfterOneSent(memory);
        GatewayFixture next = restarted(memory, Duration.ofMinutes(1));
        next.withChannelsCountedTo(1, 2);
        assertThat(next.sent()).isEmpty();
        assertThat(next.status(id).segments().get(0).reference()).hasValue(2);
        assertThat(next.status(id).state()).isEqualTo(MessageState.UNCONFIRMED);
        next.value(next.report(next.modem(1), 2, "+79161234567", 0));
        assertThat(next.status(id).state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void whileTheModuleMayBeAtWorkTheSimProvesNothing() {
        DurableMemory memory = new DurableMemory(FaultPlan.none());
        MessageId id = interruptedAfterOneSent(memory);
        GatewayFixture next = restarted(memory, Duration.ofMinutes(1));
        next.withChannelsCountedTo(1, 1);
        assertThat(next.sent()).isEmpty();
        assertThat(next.status(id).state()).isEqualTo(MessageState.UNCONFIRMED);
    }

    @Test
    void nothingIsSentBeforeTheDoubtIsSettled() {
        FaultPlan plan = FaultPlan.none();
        DurableMemory memory = new DurableMemory(plan);
        GatewayFixture fixture = open(memory);
        plan.refuse("lastSent");
        fixture.withChannelsCountedTo(1, 9);
        fixture.submit(text("waits").message());
        assertThat(fixture.sent()).isEmpty();
        plan.refuse("");
        fixture.pass(Duration.ofMinutes(1));
        assertThat(fixture.sent()).hasSize(1);
    }

    @Test
    void aLookUpThatNeverEndsHoldsTheChannelForTwoMinutes() {
        FaultPlan plan = FaultPlan.none();
        GatewayFixture fixture = open(new DurableMemory(plan));
        plan.refuse("lastSent");
        fixture.withChannelsCountedTo(1, 9);
        fixture.submit(text("waits").message());
        fixture.pass(Duration.ofSeconds(15));
        assertThat(fixture.gateway.channels().get(0).detail()).contains("looked up");
        fixture.pass(Duration.ofMinutes(2));
        assertThat(fixture.sent()).hasSize(1);
    }

    private static MessageId inDoubt(GatewayFixture fixture, int modem) {
        fixture.modem(modem).script.add(unconfirmed());
        return fixture.submit(text("doubt").withReport().message());
    }

    /** One message is sent, so that the SIM is known to count; the process ends while the next is sent. */
    private static MessageId interruptedAfterOneSent(DurableMemory memory) {
        GatewayFixture first = open(memory);
        first.withChannelsCountedTo(1, 0);
        first.submit(text("first").to("+79160000001").message());
        first.pass(Duration.ofSeconds(5));
        first.modem(1).answersAtOnce = false;
        MessageId id = first.submit(text("second").withReport().message());
        assertThat(first.status(id).state()).isEqualTo(MessageState.SENDING);
        return id;
    }

    private static GatewayFixture open(DurableMemory memory) {
        MessageStore store = memory.openedBy(new Life());
        return new GatewayFixture(GatewaySettings.defaults(), store, 1);
    }

    private static GatewayFixture restarted(DurableMemory memory, Duration later) {
        ManualLoop loop = new ManualLoop();
        loop.advance(later);
        return new GatewayFixture(GatewaySettings.defaults(), memory.openedBy(new Life()), 1, loop);
    }
}
