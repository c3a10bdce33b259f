package io.polygator.gateway;

import static io.polygator.gateway.FakeModem.accepted;
import static io.polygator.gateway.FakeModem.refused;
import static io.polygator.gateway.FakeModem.unconfirmed;
import static io.polygator.gateway.GatewayFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.CancelResult;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelControl;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageChanges;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.SendError.Kind;
import io.polygator.gsm.sms.tpdu.ValidityPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From submission to the network's answer. */
class SendingTest {
    private static final String TWO_SEGMENTS = "x".repeat(200);
    private static final String THREE_SEGMENTS = "x".repeat(400);

    @Test
    void sendsAndIsAccepted() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        MessageId id = fixture.submit(text("hello").message());
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(fixture.status(id).segments())
                .singleElement()
                .satisfies(segment -> assertThat(segment.channel()).contains("g8-1"))
                .satisfies(segment -> assertThat(segment.imsi()).contains("imsi-g8-1"))
                .satisfies(segment -> assertThat(segment.reference()).hasValue(1));
    }

    @Test
    void segmentsOfOneMessageFollowEachOtherOnOneChannelWithOneReference() {
        GatewayFixture fixture = new GatewayFixture().withChannels(4);
        fixture.submit(text(THREE_SEGMENTS).message());
        List<FakeModem.Sent> sent = fixture.sent();
        assertThat(sent).hasSize(3);
        assertThat(sent.stream().map(FakeModem.Sent::channel).distinct()).hasSize(1);
        assertThat(sent.stream()
                        .map(one -> one.submit()
                                .userData()
                                .header()
                                .elements()
                                .get(0)
                                .data()
                                .at(0))
                        .distinct())
                .hasSize(1);
        assertThat(sent.stream().map(one -> one.submit()
                        .userData()
                        .header()
                        .elements()
                        .get(0)
                        .data()
                        .at(2)))
                .containsExactly(1, 2, 3);
    }

    @Test
    void oneSegmentAtATimePerChannel() {
        GatewayFixture fixture = new GatewayFixture().withChannels(2);
        fixture.modem(1).answersAtOnce = false;
        fixture.modem(2).answersAtOnce = false;
        for (int i = 0; i < 5; i++) {
            fixture.submit(text("message " + i).to("+7916000000" + i).message());
        }
        assertThat(fixture.modem(1).sent).hasSize(1);
        assertThat(fixture.modem(2).sent).hasSize(1);
        fixture.modem(1).sent.get(0).accept(7);
        fixture.loop.runPending();
        assertThat(fixture.modem(1).sent).hasSize(2);
    }

    @Test
    void waitsForAChannelAndSendsWhenOneComesUp() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).become(ModemState.NOT_REGISTERED);
        MessageId id = fixture.submit(text("later").message());
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.QUEUED);
        fixture.modem(1).become(ModemState.READY);
        fixture.loop.runPending();
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void aChannelThatAwaitsAnAnswerGetsNoMessageUntilItDoesNoMore() {
        GatewayFixture fixture = new GatewayFixture().withChannels(2);
        fixture.modem(1).awaitAnswer(true);
        fixture.modem(2).answersAtOnce = false;
        fixture.submit(text("one").to("+79160000001").message());
        MessageId waiting = fixture.submit(text("two").to("+79160000002").message());
        assertThat(fixture.modem(1).sent).isEmpty();
        assertThat(fixture.modem(2).sent).hasSize(1);
        assertThat(fixture.status(waiting).state()).isEqualTo(MessageState.QUEUED);
        assertThat(fixture.gateway.channels().get(0).detail()).contains("has not answered");

        fixture.modem(1).awaitAnswer(false);
        fixture.loop.runPending();
        assertThat(fixture.status(waiting).state()).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void aMessageThatNoModemTakesFailsInTheEndAndNoOtherSuffers() {
        for (int channels = 1; channels <= 2; channels++) {
            GatewayFixture fixture = new GatewayFixture().withChannels(channels);
            for (int i = 1; i <= channels; i++) {
                fixture.modem(i).script.addAll(Collections.nCopies(100, refused(Kind.NOT_SENT)));
            }
            MessageId id = fixture.submit(text("poison").message());
            fixture.pass(Duration.ofDays(2));
            assertThat(fixture.status(id).state()).isEqualTo(MessageState.FAILED);
            assertThat(fixture.status(id).error())
                    .get()
                    .asString()
                    .contains("no modem took it in " + (channels == 1 ? 100 : 20) + " attempts");
            IntStream.rangeClosed(1, channels)
                    .forEach(i -> fixture.modem(i).script.clear());
            MessageId other = fixture.submit(text("sound").message());
            assertThat(fixture.status(other).state()).isEqualTo(MessageState.ACCEPTED);
        }
    }

    @Test
    void aPermanentRefusalFailsAtOnce() {
        GatewayFixture fixture = new GatewayFixture().withChannels(2).listening();
        fixture.modem(1).script.add(refused(Kind.PERMANENT));
        MessageId id = fixture.submit(text(TWO_SEGMENTS).message());
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.FAILED);
        assertThat(fixture.status(id).segments().get(1).attempts()).isZero();
        assertThat(fixture.status(id).error())
                .hasValueSatisfying(error -> assertThat(error).contains("38"));
        assertThat(fixture.reports()).hasSize(1);
        fixture.pass(Duration.ofDays(1));
        assertThat(fixture.sent()).hasSize(1);
    }

    @Test
    void aTemporaryRefusalIsTriedAgainLaterAndLater() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).script.addAll(List.of(refused(Kind.TEMPORARY), refused(Kind.TEMPORARY), accepted(9)));
        MessageId id = fixture.submit(text("again").message());
        assertThat(fixture.sent()).hasSize(1);
        fixture.pass(Duration.ofSeconds(29));
        assertThat(fixture.sent()).hasSize(1);
        fixture.pass(Duration.ofSeconds(5));
        assertThat(fixture.sent()).hasSize(2);
        fixture.pass(Duration.ofSeconds(115));
        assertThat(fixture.sent()).hasSize(2);
        fixture.pass(Duration.ofSeconds(30));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void givesUpAfterTheMaximumOfAttempts() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        for (int i = 0; i < 10; i++) {
            fixture.modem(1).script.add(refused(Kind.TEMPORARY));
        }
        MessageId id = fixture.submit(text("never").message());
        fixture.pass(Duration.ofDays(1));
        assertThat(fixture.sent()).hasSize(5);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.FAILED);
    }

    @Test
    void aSegmentThatWasAcceptedIsNotSentAgainWhenAnotherFails() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).script.addAll(List.of(accepted(1), refused(Kind.TEMPORARY), accepted(2)));
        MessageId id = fixture.submit(text(TWO_SEGMENTS).message());
        fixture.pass(Duration.ofMinutes(1));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(fixture.sent().stream().map(sent -> sent.submit()
                        .userData()
                        .header()
                        .elements()
                        .get(0)
                        .data()
                        .at(2)))
                .containsExactly(1, 2, 2);
    }

    @Test
    void oneBadNumberDoesNotBlockTheChannel() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).script.add(refused(Kind.TEMPORARY));
        MessageId bad = fixture.submit(text("bad").message());
        MessageId good = fixture.submit(text("good").to("+79160000001").message());
        assertThat(fixture.status(good).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(fixture.status(bad).state()).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void aSimThatCannotSendPassesTheMessageOnAtOnce() {
        GatewayFixture fixture = new GatewayFixture().withChannels(2);
        fixture.modem(1).script.add(refused(Kind.SIM));
        MessageId id = fixture.submit(text("move").message());
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(fixture.sent().stream().map(FakeModem.Sent::channel)).containsExactly("g8-1", "g8-2");
    }

    @Test
    void aSimRestsAfterThreeRefusalsInARowToDifferentNumbers() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        for (int i = 0; i < 3; i++) {
            fixture.modem(1).script.add(refused(Kind.SIM));
            fixture.submit(text("no credit").to("+7916000000" + i).message());
        }
        assertThat(fixture.gateway.channels().get(0).state()).isEqualTo(ChannelStatus.State.SUSPENDED);
        assertThat(fixture.gateway.channels().get(0).detail()).contains("credit");
        fixture.submit(text("waits").to("+79160000009").message());
        assertThat(fixture.sent()).hasSize(3);
        fixture.pass(Duration.ofMinutes(12));
        assertThat(fixture.gateway.channels().get(0).state()).isEqualTo(ChannelStatus.State.REGISTERED);
        assertThat(fixture.sent()).hasSize(7);
    }

    @Test
    void oneNumberRefusedThreeTimesDoesNotStopTheSim() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        for (int i = 0; i < 3; i++) {
            fixture.modem(1).script.add(refused(Kind.SIM));
        }
        fixture.submit(text("to a strange number").message());
        fixture.pass(Duration.ofHours(1));
        assertThat(fixture.sent()).hasSize(4);
        assertThat(fixture.gateway.channels().get(0).state()).isEqualTo(ChannelStatus.State.REGISTERED);
    }

    @Test
    void whatNeverReachedTheModemCountsAsNoAttempt() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        for (int i = 0; i < 8; i++) {
            fixture.modem(1).script.add(refused(Kind.NOT_SENT));
        }
        MessageId id = fixture.submit(text("link down").message());
        fixture.pass(Duration.ofHours(2));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(fixture.status(id).segments().get(0).attempts()).isEqualTo(1);
        assertThat(fixture.sent()).hasSize(9);
    }

    @Test
    void anUnconfirmedSegmentIsHeldAndNeverSentAgain() {
        GatewayFixture fixture = new GatewayFixture().withChannels(2).listening();
        fixture.modem(1).script.add(unconfirmed());
        MessageId id = fixture.submit(text("maybe").message());
        fixture.pass(Duration.ofDays(5));
        assertThat(fixture.sent()).hasSize(1);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.UNCONFIRMED);
        assertThat(fixture.reports())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.report().state()).isEqualTo(MessageState.UNCONFIRMED));
    }

    @Test
    void anUnconfirmedSegmentIsSentAgainWhenThePolicySaysSoAndIsMarked() {
        GatewayFixture fixture = new GatewayFixture(GatewaySettings.defaults()
                        .with(OutboundSettings.defaults().withDoubtPolicy(DoubtPolicy.RETRY)))
                .withChannels(1);
        fixture.modem(1).script.add(unconfirmed());
        MessageId id = fixture.submit(text("maybe").message());
        fixture.pass(Duration.ofMinutes(9));
        assertThat(fixture.sent()).hasSize(1);
        fixture.pass(Duration.ofMinutes(2));
        assertThat(fixture.sent()).hasSize(2);
        assertThat(fixture.sent().get(1).submit().rejectDuplicates()).isTrue();
        SegmentStatus segment = fixture.status(id).segments().get(0);
        assertThat(segment.possibleDuplicate()).isTrue();
        assertThat(segment.state()).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void anUnconfirmedSegmentFailsWhenThePolicySaysSo() {
        GatewayFixture fixture = new GatewayFixture(GatewaySettings.defaults()
                        .with(OutboundSettings.defaults().withDoubtPolicy(DoubtPolicy.FAIL)))
                .withChannels(1);
        fixture.modem(1).script.add(unconfirmed());
        MessageId id = fixture.submit(text("maybe").message());
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.UNCONFIRMED);
        fixture.pass(Duration.ofMinutes(11));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.FAILED);
    }

    @Test
    void aLateAnswerSettlesTheDoubt() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).script.add(unconfirmed());
        MessageId id = fixture.submit(text("maybe").message());
        fixture.modem(1).listener.onLateOutcome(fixture.sent().get(0).token(), accepted(44));
        fixture.loop.runPending();
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(fixture.status(id).segments().get(0).reference()).hasValue(44);
    }

    @Test
    void aLateRefusalAllowsAnotherAttempt() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).script.add(unconfirmed());
        MessageId id = fixture.submit(text("maybe").message());
        fixture.modem(1).listener.onLateOutcome(fixture.sent().get(0).token(), refused(Kind.TEMPORARY));
        fixture.pass(Duration.ofMinutes(1));
        assertThat(fixture.sent()).hasSize(2);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(fixture.status(id).segments().get(0).possibleDuplicate()).isFalse();
    }

    @Test
    void aModemThatNeverAnswersDoesNotKeepItsChannelForEver() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).answersAtOnce = false;
        MessageId id = fixture.submit(text("silence").message());
        fixture.pass(Duration.ofMinutes(10));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.UNCONFIRMED);
        fixture.sent().get(0).accept(3);
        fixture.loop.runPending();
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void expiresInTheQueue() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1).listening();
        fixture.modem(1).become(ModemState.NOT_REGISTERED);
        MessageId id =
                fixture.submit(text("short").validFor(Duration.ofMinutes(30)).message());
        fixture.pass(Duration.ofMinutes(31));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.EXPIRED);
        fixture.modem(1).become(ModemState.READY);
        fixture.loop.runPending();
        assertThat(fixture.sent()).isEmpty();
        assertThat(fixture.reports()).hasSize(1);
    }

    @Test
    void whatIsLeftOfTheValidityGoesOnTheAir() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).become(ModemState.NOT_REGISTERED);
        fixture.submit(text("budget").validFor(Duration.ofHours(2)).message());
        fixture.pass(Duration.ofHours(1));
        fixture.modem(1).become(ModemState.READY);
        fixture.loop.runPending();
        assertThat(fixture.sent().get(0).submit().validityPeriod().duration()).contains(Duration.ofHours(1));
    }

    @Test
    void withoutAValidityTheServiceCentreDecides() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.submit(text("any").ofClass(0).message());
        assertThat(fixture.sent().get(0).submit().validityPeriod()).isEqualTo(new ValidityPeriod.None());
        assertThat(fixture.sent().get(0).submit().dataCodingScheme().value()).isEqualTo(0x10);
    }

    @Test
    void isNotSentBeforeItsTime() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        MessageId id = fixture.submit(text("tomorrow")
                .notBefore(fixture.loop.instant().plus(Duration.ofHours(20)))
                .message());
        fixture.pass(Duration.ofHours(19));
        assertThat(fixture.sent()).isEmpty();
        fixture.pass(Duration.ofHours(1));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void highPriorityGoesFirstUntilLowHasWaitedLongEnough() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).become(ModemState.NOT_REGISTERED);
        fixture.submit(text("low and old").priority(0).message());
        fixture.pass(Duration.ofHours(1));
        fixture.submit(text("low").priority(0).message());
        fixture.submit(text("high").priority(9).message());
        fixture.modem(1).become(ModemState.READY);
        fixture.loop.runPending();
        assertThat(fixture.sent().stream()
                        .map(sent -> sent.submit().userData().text().orElseThrow()))
                .containsExactly("low and old", "high", "low");
    }

    @Test
    void cancelsWhatHasNotLeft() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1).listening();
        fixture.modem(1).become(ModemState.NOT_REGISTERED);
        MessageId id = fixture.submit(text("no").message());
        assertThat(fixture.value(fixture.gateway.cancel(id))).isEqualTo(CancelResult.DONE);
        fixture.modem(1).become(ModemState.READY);
        fixture.loop.runPending();
        assertThat(fixture.sent()).isEmpty();
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.CANCELLED);
        assertThat(fixture.value(fixture.gateway.cancel(id))).isEqualTo(CancelResult.TOO_LATE);
        assertThat(fixture.value(fixture.gateway.cancel(new MessageId("5")))).isEqualTo(CancelResult.UNKNOWN);
    }

    @Test
    void doesNotCancelWhatIsOnItsWay() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).answersAtOnce = false;
        MessageId id = fixture.submit(text(TWO_SEGMENTS).message());
        assertThat(fixture.value(fixture.gateway.cancel(id))).isEqualTo(CancelResult.TOO_LATE);
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.SENDING);
    }

    @Test
    void replacesTheBodyOfWhatHasNotLeft() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).become(ModemState.NOT_REGISTERED);
        MessageId id = fixture.submit(text("old").message());
        assertThat(fixture.value(fixture.gateway.replace(id, new MessageBody.Text("new"))))
                .isEqualTo(CancelResult.DONE);
        fixture.modem(1).become(ModemState.READY);
        fixture.loop.runPending();
        assertThat(fixture.sent().get(0).submit().userData().text()).contains("new");
        assertThat(fixture.value(fixture.gateway.replace(id, new MessageBody.Text("newer"))))
                .isEqualTo(CancelResult.TOO_LATE);
    }

    @Test
    void replacesTheTimesOfWhatHasNotLeft() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        MessageId id = fixture.submit(text("later")
                .notBefore(fixture.loop.instant().plus(Duration.ofDays(1)))
                .validFor(Duration.ofDays(2))
                .message());

        assertThat(replaced(
                        fixture,
                        id,
                        Duration.ofMinutes(10),
                        fixture.loop.instant().plus(Duration.ofMinutes(5))))
                .isEqualTo(CancelResult.DONE);

        fixture.pass(Duration.ofMinutes(4));
        assertThat(fixture.sent()).isEmpty();
        fixture.pass(Duration.ofMinutes(2));
        assertThat(fixture.sent()).hasSize(1);
        assertThat(fixture.sent().get(0).submit().userData().text()).contains("later");
        assertThat(fixture.sent().get(0).submit().statusReportRequested()).isTrue();
    }

    @Test
    void aMessageExpiresByTheValidityThatItGotLast() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).become(ModemState.NOT_REGISTERED);
        MessageId id =
                fixture.submit(text("brief").validFor(Duration.ofHours(5)).message());

        assertThat(replaced(fixture, id, Duration.ofMinutes(10), fixture.loop.instant()))
                .isEqualTo(CancelResult.DONE);

        fixture.pass(Duration.ofMinutes(11));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.EXPIRED);
    }

    @Test
    void doesNotReplaceTimesByImpossibleOnes() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).become(ModemState.NOT_REGISTERED);
        MessageId id = fixture.submit(text("text").message());
        Instant now = fixture.loop.instant();

        assertThat(fixture.gateway.replace(id, times(Duration.ofMinutes(10), now.plus(Duration.ofMinutes(11)))))
                .satisfies(refused -> fixture.loop.runPending())
                .isCompletedExceptionally();
        assertThat(fixture.gateway.replace(id, times(Duration.ofDays(1_000), now)))
                .satisfies(refused -> fixture.loop.runPending())
                .isCompletedExceptionally();
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.QUEUED);
    }

    private static CancelResult replaced(GatewayFixture fixture, MessageId id, Duration validity, Instant sendAt) {
        return fixture.value(fixture.gateway.replace(id, times(validity, sendAt)));
    }

    private static MessageChanges times(Duration validity, Instant sendAt) {
        return new MessageChanges(
                Optional.empty(), Optional.of(validity), Optional.of(sendAt), Optional.of(true), Optional.empty());
    }

    @Test
    void theSimWithTheSendersNumberSends() {
        GatewayFixture fixture = new GatewayFixture().withChannels(3);
        fixture.modem(3).ownNumber = Optional.of("+79030000003");
        fixture.modem(3).become(ModemState.READY);
        fixture.loop.runPending();
        fixture.submit(text("mine").from("+79030000003").message());
        assertThat(fixture.modem(3).sent).hasSize(1);
        fixture.modem(3).become(ModemState.NOT_REGISTERED);
        fixture.loop.runPending();
        MessageId waits = fixture.submit(text("mine too").from("79030000003").message());
        assertThat(fixture.status(waits).state()).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void keepsToTheChannelsAskedFor() {
        GatewayFixture fixture = new GatewayFixture().withChannels(4);
        fixture.submit(text("one").on(new ChannelChoice.Named("g8-3")).message());
        fixture.submit(text("two")
                .to("+79160000002")
                .on(new ChannelChoice.Group("even"))
                .message());
        assertThat(fixture.modem(3).sent).hasSize(1);
        assertThat(fixture.modem(2).sent.size() + fixture.modem(4).sent.size()).isEqualTo(1);
    }

    @Test
    void aConversationStaysOnItsChannel() {
        GatewayFixture fixture = new GatewayFixture().withChannels(4);
        for (int i = 0; i < 4; i++) {
            fixture.submit(text("hello " + i).message());
        }
        assertThat(fixture.sent().stream().map(FakeModem.Sent::channel).distinct())
                .hasSize(1);
    }

    @Test
    void differentRecipientsAreSpreadOverTheChannels() {
        GatewayFixture fixture = new GatewayFixture().withChannels(4);
        for (int i = 0; i < 8; i++) {
            fixture.submit(text("hello").to("+7916000000" + i).message());
        }
        assertThat(fixture.ports.modems.values())
                .allSatisfy(modem -> assertThat(modem.sent).hasSize(2));
    }

    @Test
    void aPausedChannelSendsNothingUntilItIsResumed() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.value(fixture.gateway.control("g8-1", ChannelControl.PAUSE));
        MessageId id = fixture.submit(text("wait").message());
        assertThat(fixture.sent()).isEmpty();
        assertThat(fixture.gateway.channels().get(0).state()).isEqualTo(ChannelStatus.State.PAUSED);
        fixture.value(fixture.gateway.control("g8-1", ChannelControl.RESUME));
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void answeredCompletesOnceTheNetworkHasAnswered() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).answersAtOnce = false;
        MessageId id = fixture.submit(text("hello").message());
        CompletableFuture<?> answer = fixture.gateway.answered(id).toCompletableFuture();
        fixture.loop.runPending();
        assertThat(answer).isNotDone();
        fixture.sent().get(0).accept(1);
        fixture.loop.runPending();
        assertThat(answer).isCompleted();
        assertThat(fixture.value(fixture.gateway.answered(id)).state()).isEqualTo(MessageState.ACCEPTED);
        CompletableFuture<?> unknown =
                fixture.gateway.answered(new MessageId("1")).toCompletableFuture();
        fixture.loop.runPending();
        assertThat(unknown).isCompletedExceptionally();
    }

    @Test
    void theSameIdempotencyKeyIsTheSameMessage() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        MessageId first = fixture.submit(text("once").key("k").message());
        MessageId second = fixture.submit(text("once").key("k").message());
        assertThat(second).isEqualTo(first);
        assertThat(fixture.sent()).hasSize(1);
        fixture.pass(Duration.ofHours(25));
        assertThat(fixture.submit(text("once").key("k").message())).isNotEqualTo(first);
    }

    @Test
    void closingLetsARunningSendFinish() {
        GatewayFixture fixture = new GatewayFixture().withChannels(1);
        fixture.modem(1).answersAtOnce = false;
        MessageId id = fixture.submit(text("last").message());
        CompletableFuture<Void> closed = fixture.gateway.shutdown().toCompletableFuture();
        fixture.pass(Duration.ofSeconds(1));
        assertThat(closed).isNotDone();
        fixture.sent().get(0).accept(1);
        fixture.loop.runPending();
        assertThat(closed).isCompleted();
        assertThat(fixture.modem(1).started).isFalse();
        assertThat(fixture.status(id).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(fixture.gateway.submit(text("too late").message()).toCompletableFuture())
                .isCompletedExceptionally();
    }
}
