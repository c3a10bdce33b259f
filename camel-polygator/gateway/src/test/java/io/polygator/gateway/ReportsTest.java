package io.polygator.gateway;

import static io.polygator.gateway.FakeModem.accepted;
import static io.polygator.gateway.FakeModem.refused;
import static io.polygator.gateway.FakeModem.unconfirmed;
import static io.polygator.gateway.GatewayFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.DeliveryReport.Finality;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.SendError;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Status reports and what they make of messages. */
class ReportsTest {
    private static final String NUMBER = "+79161234567";
    private static final String TWO_SEGMENTS = "x".repeat(200);

    private final GatewayFixture fixture = new GatewayFixture().withChannels(2).listening();

    @Test
    void aReportDelivers() {
        MessageId id = fixture.submit(text("hello").withReport().message());
        fixture.value(fixture.report(fixture.modem(1), 1, NUMBER, 0x00));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(states()).containsExactly(MessageState.ACCEPTED, MessageState.DELIVERED);
        assertThat(told()).containsExactly(-1, 0x00);
    }

    @Test
    void theRecipientIsShownAsPeopleWriteIt() {
        MessageId id = fixture.submit(text("hello").withReport().message());
        fixture.value(fixture.report(fixture.modem(1), 1, NUMBER, 0x00));
        assertThat(fixture.status(id).to()).isEqualTo(NUMBER);
        assertThat(fixture.reports()).extracting(event -> event.report().to()).containsOnly(NUMBER);
    }

    @Test
    void deliveredOnlyWhenAllSegmentsAre() {
        MessageId id = fixture.submit(text(TWO_SEGMENTS).withReport().message());
        fixture.report(fixture.modem(1), 2, NUMBER, 0x00);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        fixture.report(fixture.modem(1), 1, NUMBER, 0x00);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(states()).containsExactly(MessageState.ACCEPTED, MessageState.DELIVERED);
    }

    @Test
    void oneFailedSegmentFailsTheMessageOnceAndForAll() {
        MessageId id = fixture.submit(text(TWO_SEGMENTS).withReport().message());
        fixture.report(fixture.modem(1), 1, NUMBER, 0x45);
        fixture.report(fixture.modem(1), 2, NUMBER, 0x46);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.FAILED);
        assertThat(states()).containsExactly(MessageState.ACCEPTED, MessageState.FAILED);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}, told as {3}")
    @CsvSource({
        "0x42, 0x00, FAILED, 0x42",
        "0x00, 0x42, FAILED, 0x42",
        "0x45, 0x46, FAILED, 0x45",
        "0x46, 0x00, EXPIRED, 0x46",
        "0x00, 0x46, EXPIRED, 0x46",
        "0x01, 0x00, DELIVERED, 0x01",
        "0x00, 0x1F, DELIVERED, 0x1F",
        "0x02, 0x01, DELIVERED, 0x02",
        "0x01, 0x02, DELIVERED, 0x02",
        "0x00, 0x00, DELIVERED, 0x00"
    })
    void aMessageTellsTheStatusOfTheSegmentThatDecidesIt(String first, String second, MessageState state, String told) {
        MessageId id = fixture.submit(text(TWO_SEGMENTS).withReport().message());
        fixture.report(fixture.modem(1), 1, NUMBER, Integer.decode(first));
        fixture.report(fixture.modem(1), 2, NUMBER, Integer.decode(second));
        assertThat(fixture.status(id).state()).isEqualTo(state);
        assertThat(fixture.status(id).deliveryStatus()).contains(new DeliveryStatus(Integer.decode(told)));
        assertThat(told()).last().isEqualTo(Integer.decode(told));
    }

    @Test
    void aSegmentThatTheModemRefusedIsNotToldWithTheStatusOfOneThatArrived() {
        fixture.modem(1).answersAtOnce = false;
        MessageId id = fixture.submit(text(TWO_SEGMENTS).withReport().message());
        fixture.sent().get(0).accept(1);
        fixture.loop.runPending();
        fixture.report(fixture.modem(1), 1, NUMBER, 0x00);
        fixture.sent().get(1).answer().complete(refused(SendError.Kind.PERMANENT));
        fixture.loop.runPending();
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.FAILED);
        assertThat(fixture.status(id).deliveryStatus()).isEmpty();
        assertThat(told()).containsExactly(-1);
    }

    @Test
    void whatTheNetworkSaysAfterTheEndIsNotWhatTheEndIsToldWith() {
        fixture.modem(1).script.add(refused(SendError.Kind.PERMANENT));
        MessageId id = fixture.submit(text("hello").withReport().message());
        fixture.report(fixture.modem(1), 1, NUMBER, 0x00);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.FAILED);
        assertThat(fixture.status(id).segments().get(0).deliveryStatus()).contains(new DeliveryStatus(0x00));
        assertThat(fixture.status(id).deliveryStatus()).isEmpty();
    }

    @Test
    void aMessageOfWhichOneSegmentArrivedIsNotToldAsArrivedWhileTheOtherIsUnderWay() {
        fixture.modem(1).answersAtOnce = false;
        fixture.submit(text(TWO_SEGMENTS).withReport().message());
        fixture.sent().get(0).accept(1);
        fixture.loop.runPending();
        fixture.report(fixture.modem(1), 1, NUMBER, 0x00);
        fixture.sent().get(1).accept(2);
        fixture.loop.runPending();
        assertThat(states()).containsExactly(MessageState.ACCEPTED);
        assertThat(told()).containsExactly(-1);
    }

    @Test
    void aTemporaryReportIsToldAndFollowedByAFinalOne() {
        MessageId id = fixture.submit(text("hello").withReport().message());
        fixture.report(fixture.modem(1), 1, NUMBER, 0x22);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        fixture.report(fixture.modem(1), 1, NUMBER, 0x46);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.EXPIRED);
        assertThat(states()).containsExactly(MessageState.ACCEPTED, MessageState.ACCEPTED, MessageState.EXPIRED);
        assertThat(told()).containsExactly(-1, 0x22, 0x46);
        assertThat(finalities()).containsExactly(Finality.OPEN, Finality.OPEN, Finality.FINAL);
    }

    @Test
    void aTemporaryReportIsToldOnceForEachReason() {
        fixture.submit(text(TWO_SEGMENTS).withReport().message());
        fixture.report(fixture.modem(1), 1, NUMBER, 0x22);
        fixture.report(fixture.modem(1), 1, NUMBER, 0x22);
        fixture.report(fixture.modem(1), 2, NUMBER, 0x22);
        fixture.report(fixture.modem(1), 2, NUMBER, 0x20);
        fixture.report(fixture.modem(1), 2, NUMBER, 0x00);
        fixture.report(fixture.modem(1), 1, NUMBER, 0x00);
        assertThat(told()).containsExactly(-1, 0x22, 0x20, 0x00);
        assertThat(states())
                .containsExactly(
                        MessageState.ACCEPTED, MessageState.ACCEPTED, MessageState.ACCEPTED, MessageState.DELIVERED);
    }

    @Test
    void aTemporaryReportThatOvertakesTheAnswerIsToldAfterIt() {
        fixture.modem(1).answersAtOnce = false;
        fixture.submit(text("hello").withReport().message());
        fixture.value(fixture.report(fixture.modem(1), 77, NUMBER, 0x22));
        assertThat(told()).isEmpty();
        fixture.sent().get(0).accept(77);
        fixture.loop.runPending();
        assertThat(told()).containsExactly(-1, 0x22);
    }

    @Test
    void aTemporaryReportSettlesADoubtAndIsTold() {
        fixture.modem(1).script.add(unconfirmed());
        fixture.submit(text("hello").withReport().message());
        fixture.report(fixture.modem(1), 200, NUMBER, 0x22);
        assertThat(states()).containsExactly(MessageState.UNCONFIRMED, MessageState.ACCEPTED, MessageState.ACCEPTED);
        assertThat(told()).containsExactly(-1, -1, 0x22);
    }

    @Test
    void repetitionsAndContradictionsChangeNothing() {
        MessageId id = fixture.submit(text("hello").withReport().message());
        Instant submitted = fixture.loop.instant();
        fixture.report(fixture.modem(1), 1, NUMBER, 0x00, submitted);
        fixture.report(fixture.modem(1), 1, NUMBER, 0x00, submitted);
        fixture.report(fixture.modem(1), 1, NUMBER, 0x45, submitted);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(fixture.status(id).error())
                .hasValueSatisfying(error -> assertThat(error).contains("but"));
        assertThat(states()).containsExactly(MessageState.ACCEPTED, MessageState.DELIVERED);
        assertThat(fixture.value(fixture.store.find(id))
                        .orElseThrow()
                        .segment(1)
                        .report()
                        .orElseThrow()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void aReportMayOvertakeTheAnswer() {
        fixture.modem(1).answersAtOnce = false;
        MessageId id = fixture.submit(text("hello").withReport().message());
        fixture.value(fixture.report(fixture.modem(1), 77, NUMBER, 0x00));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.SENDING);
        fixture.sent().get(0).accept(77);
        fixture.loop.runPending();
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aReportSettlesADoubtByItsRecipient() {
        fixture.modem(1).script.add(unconfirmed());
        MessageId id = fixture.submit(text("hello").withReport().message());
        fixture.report(fixture.modem(1), 200, "89161234567", 0x00);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aModuleThatTellsNoReferenceIsMatchedByRecipient() {
        fixture.modem(1).script.add(new SendOutcome.Accepted(Optional.empty()));
        MessageId id = fixture.submit(text("hello").withReport().message());
        fixture.report(fixture.modem(1), 12, NUMBER, 0x00);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void theSameReferenceOnAnotherSimOrForAnotherNumberIsAnotherMessage() {
        MessageId id = fixture.submit(text("hello").withReport().message());
        fixture.report(fixture.modem(2), 1, NUMBER, 0x00);
        fixture.report(fixture.modem(1), 1, "+79160000000", 0x00);
        fixture.report(fixture.modem(1), 2, NUMBER, 0x00);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void ofTwoMessagesWithOneReferenceTheNearerInTimeIsMeant() {
        fixture.modem(1).script.addAll(List.of(accepted(5), accepted(5)));
        MessageId older = fixture.submit(text("first").withReport().message());
        Instant submittedOlder = fixture.loop.instant();
        fixture.pass(Duration.ofMinutes(67));
        MessageId newer = fixture.submit(text("second").withReport().message());
        Instant submittedNewer = fixture.loop.instant();
        fixture.report(fixture.modem(1), 5, NUMBER, 0x45, submittedOlder.plusSeconds(5));
        assertThat(fixture.status(older).state()).isEqualTo(MessageState.FAILED);
        fixture.report(fixture.modem(1), 5, NUMBER, 0x00, submittedNewer.plus(Duration.ofHours(3)));
        assertThat(fixture.status(newer).state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aReservedStatusSaysNothing() {
        MessageId id = fixture.submit(text("hello").withReport().message());
        fixture.report(fixture.modem(1), 1, NUMBER, 0x9A);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(states()).containsExactly(MessageState.ACCEPTED);
    }

    @Test
    void aReportThatNeverComesLeavesTheMessageUnconfirmed() {
        MessageId id = fixture.submit(
                text("hello").withReport().validFor(Duration.ofHours(6)).message());
        fixture.pass(Duration.ofHours(6));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        fixture.pass(Duration.ofHours(2));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.UNCONFIRMED);
        fixture.report(fixture.modem(1), 1, NUMBER, 0x00);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(states()).containsExactly(MessageState.ACCEPTED, MessageState.UNCONFIRMED, MessageState.DELIVERED);
    }

    @Test
    void oneReportEndsAMessageAndSaysSo() {
        fixture.submit(text("hello").withReport().message());
        fixture.report(fixture.modem(1), 1, NUMBER, 0x00);
        assertThat(finalities()).containsExactly(Finality.OPEN, Finality.FINAL);
    }

    @Test
    void whatComesAfterTheEndSaysThatItIsLate() {
        fixture.submit(text("hello").withReport().validFor(Duration.ofHours(6)).message());
        fixture.pass(Duration.ofHours(8));
        fixture.report(fixture.modem(1), 1, NUMBER, 0x00);
        assertThat(states()).containsExactly(MessageState.ACCEPTED, MessageState.UNCONFIRMED, MessageState.DELIVERED);
        assertThat(finalities()).containsExactly(Finality.OPEN, Finality.FINAL, Finality.LATE);
    }

    @Test
    void aDoubtThatIsHeldIsToldWhenItBeginsAndWhenNothingIsAwaitedAnyMore() {
        fixture.modem(1).script.add(unconfirmed());
        fixture.submit(text("hello").withReport().message());
        fixture.pass(Duration.ofMinutes(15));
        assertThat(states()).containsExactly(MessageState.UNCONFIRMED, MessageState.UNCONFIRMED);
        assertThat(finalities()).containsExactly(Finality.OPEN, Finality.FINAL);
    }

    @Test
    void withoutARequestNoReportIsAwaited() {
        MessageId id = fixture.submit(text("hello").message());
        fixture.pass(Duration.ofDays(5));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(fixture.sent().get(0).submit().statusReportRequested()).isFalse();
    }

    @Test
    void aReportBeforeARetrySettlesWithoutSendingAgain() {
        GatewayFixture retrying = new GatewayFixture(GatewaySettings.defaults()
                        .with(OutboundSettings.defaults().withDoubtPolicy(DoubtPolicy.RETRY)))
                .withChannels(1);
        retrying.modem(1).script.add(unconfirmed());
        MessageId id = retrying.submit(text("hello").withReport().message());
        retrying.modem(1).become(ModemState.NOT_REGISTERED);
        retrying.pass(Duration.ofMinutes(15));
        assertThat(retrying.status(id).state()).isEqualTo(MessageState.QUEUED);
        retrying.report(retrying.modem(1), 9, NUMBER, 0x00);
        assertThat(retrying.status(id).state()).isEqualTo(MessageState.DELIVERED);
        retrying.modem(1).become(ModemState.READY);
        retrying.pass(Duration.ofMinutes(15));
        assertThat(retrying.sent()).hasSize(1);
    }

    /** TP-ST that each report tells, -1 where there is none. */
    private List<Integer> told() {
        return fixture.reports().stream()
                .map(event -> event.report().deliveryStatus())
                .map(status -> status.map(DeliveryStatus::value).orElse(-1))
                .toList();
    }

    private List<Finality> finalities() {
        return fixture.reports().stream()
                .map(GatewayEvent.Report::report)
                .map(report -> report.finality())
                .toList();
    }

    private List<MessageState> states() {
        return fixture.reports().stream()
                .map(GatewayEvent.Report::report)
                .map(report -> report.state())
                .toList();
    }
}
