package io.polygator.gateway;

import static io.polygator.gateway.FakeModem.refused;
import static io.polygator.gateway.FakeModem.unconfirmed;
import static io.polygator.gateway.GatewayFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.message.TimelineEntry.Kind;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.SendError;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.Segmenter;
import io.polygator.gsm.sms.tpdu.UserData;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a message's timeline tells. */
class TimelineTest {
    private static final String TO = "+79161234567";

    @Test
    void tellsFromSubmissionToReport() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        MessageId id = fixture.submit(text("hello").withReport().message());
        fixture.value(fixture.report(fixture.modem(1), 1, TO, 0x22));
        fixture.value(fixture.report(fixture.modem(1), 1, TO, 0));
        fixture.value(fixture.report(fixture.modem(1), 1, TO, 0));
        fixture.value(fixture.report(fixture.modem(1), 1, TO, 0x41));
        assertThat(details(fixture, id))
                .containsExactly(
                        "ACCEPTED from an unnamed submitter, segments 1 in GSM7",
                        "SENDING attempt 1, chosen: the only one free",
                        "ANSWERED accepted, reference 1",
                        "REPORTED no response from recipient (TP-ST 34)",
                        "REPORTED received by the recipient (TP-ST 0), report 2 about it",
                        "REPORTED received by the recipient (TP-ST 0), report 3 about it",
                        "REPORTED incompatible destination (TP-ST 65), report 4 about it; "
                                + "a contradiction, it stays delivered");
        assertThat(fixture.timeline(id).get(1)).satisfies(sending -> {
            assertThat(sending.channel()).contains("g8-1");
            assertThat(sending.imsi()).contains("imsi-g8-1");
            assertThat(sending.segment()).isEqualTo(1);
        });
    }

    @Test
    void tellsWhyItWaitsAndUntilWhen() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).script.add(refused(SendError.Kind.NOT_SENT));
        MessageId id = fixture.submit(text("hello").message());
        assertThat(details(fixture, id).subList(2, 4))
                .satisfiesExactly(
                        answered ->
                                assertThat(answered).isEqualTo("ANSWERED refused (not_sent): 38: refused by the test"),
                        queued -> assertThat(queued)
                                .startsWith(
                                        "QUEUED waits until 2026-01-01T00:00:00Z, not on g8-1 before 2026-01-01T00:00:05")
                                .endsWith(": 38: refused by the test"));
    }

    @Test
    void tellsWhatTheGatewayDecided() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).script.add(unconfirmed());
        fixture.modem(1).script.add(unconfirmed());
        fixture.modem(1).script.add(unconfirmed());
        MessageId held = fixture.submit(text("held").inDoubt(DoubtPolicy.HOLD).message());
        MessageId failed =
                fixture.submit(text("failed").inDoubt(DoubtPolicy.FAIL).message());
        MessageId again =
                fixture.submit(text("again").inDoubt(DoubtPolicy.RETRY).message());
        fixture.pass(Duration.ofMinutes(11));
        assertThat(details(fixture, held))
                .contains("DECIDED nothing settled the doubt; it is held, and a later report still settles it");
        assertThat(details(fixture, failed))
                .contains("DECIDED nothing settled the doubt; policy fail: failed, silence");
        assertThat(details(fixture, again))
                .contains(
                        "DECIDED nothing settled the doubt; policy retry: sent again as a possible duplicate",
                        "SENDING attempt 2, chosen: the message is bound to it, marked as a possible duplicate");
    }

    @Test
    void tellsOfLateAnswersThatChangeNothing() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).script.add(unconfirmed());
        MessageId id = fixture.submit(text("late").withReport().message());
        String token = fixture.sent().get(0).token();
        fixture.value(fixture.report(fixture.modem(1), 9, TO, 0));
        fixture.modem(1).listener.onLateOutcome(token, refused(SendError.Kind.TEMPORARY));
        fixture.loop.runPending();
        assertThat(details(fixture, id))
                .contains("ANSWERED late: refused (temporary): 38: refused by the test; it stays delivered");
    }

    @Test
    void tellsOfTheEndOfItsValidityOfCancellationAndReplacement() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).become(ModemState.NOT_REGISTERED);
        MessageId expired =
                fixture.submit(text("brief").validFor(Duration.ofMinutes(5)).message());
        MessageId cancelled = fixture.submit(text("cancelled").message());
        fixture.value(fixture.gateway.replace(cancelled, new MessageBody.Text("replaced")));
        fixture.value(fixture.gateway.cancel(cancelled));
        fixture.pass(Duration.ofMinutes(6));
        assertThat(details(fixture, expired)).contains("DECIDED expired, its validity ended");
        assertThat(fixture.kinds(cancelled)).containsExactly(Kind.ACCEPTED, Kind.REPLACED, Kind.CANCELLED);
    }

    @Test
    void tellsThatTheRestIsNotSentOnceASegmentIsLost() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).script.add(refused(SendError.Kind.PERMANENT));
        MessageId id = fixture.submit(text("x".repeat(200)).message());
        assertThat(details(fixture, id)).contains("DECIDED failed, not sent, since segment 1 was lost");
    }

    @Test
    void anInboundMessageHasOneToo() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.gateway.subscribe(
                GatewayFixture.everything(Optional.of("crm")), event -> CompletableFuture.completedStage(null));
        fixture.listening();
        List<UserData> segments = Segmenter.segmentText(
                        "x".repeat(400), SegmentationOptions.standard(ConcatReference.ofEightBits(7)))
                .segments();
        fixture.receive(fixture.modem(1), fixture.deliver("+79030000001", segments.get(2)));
        fixture.receive(fixture.modem(1), fixture.deliver("+79030000001", segments.get(0)));
        fixture.pass(Duration.ofHours(26));
        InboundMessage message = fixture.inbound().get(0).message();
        assertThat(details(fixture, message.id()))
                .containsExactly(
                        "RECEIVED segment 3 of 3",
                        "RECEIVED segment 1 of 3",
                        "DECIDED incomplete: no more than 2 segments came in time",
                        "HANDLED subscription crm handled the message");
        assertThat(fixture.timeline(message.id()).get(0).channel()).contains("g8-1");
    }

    private static List<String> details(GatewayFixture fixture, MessageId id) {
        return fixture.timeline(id).stream().map(TimelineTest::line).toList();
    }

    private static String line(TimelineEntry entry) {
        return entry.kind() + " " + entry.detail();
    }
}
