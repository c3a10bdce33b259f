package io.polygator.gateway;

import static io.polygator.gateway.GatewayFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.message.ChannelControl;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.message.Submission;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ForecastsTest {
    private final GatewayFixture fixture = new GatewayFixture();

    @Test
    void aMessageLeavesAtOnceWhenNothingWaits() {
        fixture.withChannels(1);
        assertThat(fixture.submission(text("first").message()).expectedAt()).contains(fixture.loop.instant());
    }

    @Test
    void whatIsToldIsNoFinerThanAMillisecond() {
        fixture.withChannels(1);
        fixture.pass(Duration.ofNanos(123_456_789));
        assertThat(fixture.submission(text("first").message()).expectedAt())
                .contains(fixture.loop.instant().truncatedTo(ChronoUnit.MILLIS))
                .isNotEqualTo(Optional.of(fixture.loop.instant()));
    }

    @Test
    void nothingIsToldWhenNoChannelIsRegistered() {
        fixture.withChannels(1);
        fixture.value(fixture.gateway.control("g8-1", ChannelControl.PAUSE));
        assertThat(fixture.submission(text("waits").message()).expectedAt()).isEmpty();
    }

    @Test
    void whatWaitsIsSharedOutAmongTheChannelsAtTheirPace() {
        fixture.withChannels(2);
        jam();
        for (int i = 0; i < 10; i++) {
            fixture.submit(text("in the way").message());
        }
        // four seconds for a segment are supposed until one is measured
        Submission last = fixture.submission(text("last").message());
        assertThat(last.expectedAt()).contains(fixture.loop.instant().plusSeconds(12 / 2 * 4));
        fixture.pass(Duration.ofSeconds(6));
        fixture.submit(text("counts the queue again").message());
        assertThat(fixture.submission(text("last").message()).expectedAt())
                .contains(fixture.loop.instant().plusSeconds(12 / 2 * 4));
    }

    @Test
    void theBacklogIsWhatWaitsAndMayLeaveNow() {
        fixture.withChannels(1);
        fixture.value(fixture.gateway.control("g8-1", ChannelControl.PAUSE));
        fixture.submit(text("waits").message());
        fixture.submit(text("goes before it").priority(9).message());
        fixture.submit(
                text("later").notBefore(fixture.loop.instant().plusSeconds(60)).message());
        assertThat(fixture.value(fixture.gateway.backlog())).isEqualTo(2);
        fixture.pass(Duration.ofSeconds(60));
        assertThat(fixture.value(fixture.gateway.backlog())).isEqualTo(3);
    }

    @Test
    void aMessageForLaterLeavesAtItsTime() {
        fixture.withChannels(1);
        Instant later = fixture.loop.instant().plusSeconds(3600);
        OutboundMessage message = text("later").message();
        assertThat(fixture.submission(message.draft().sendAt(Optional.of(later)).done())
                        .expectedAt())
                .contains(later);
    }

    @Test
    void whatWouldLeaveTooLateIsRefusedAndNotStored() {
        fixture.withChannels(1);
        jam();
        for (int i = 0; i < 9; i++) {
            fixture.submit(text("in the way").message());
        }
        OutboundMessage hurried = text("hurried").message();
        OutboundMessage soon =
                hurried.draft().validity(Optional.of(Duration.ofSeconds(20))).done();
        CompletionStage<Submission> refused = fixture.gateway.submit(soon);
        fixture.loop.runPending();
        assertThatThrownBy(() -> refused.toCompletableFuture().join())
                .cause()
                .isInstanceOfSatisfying(TooLateException.class, refusal -> {
                    assertThat(refusal.expectedAt())
                            .isEqualTo(fixture.loop.instant().plusSeconds(40));
                    assertThat(refusal.excess()).isEqualTo(Duration.ofSeconds(20));
                });
        assertThat(fixture.value(fixture.gateway.find(MessageQuery.newest(100))))
                .hasSize(10);
    }

    @Test
    void aRepeatedRequestIsTheEarlierMessageHoweverLateItWouldBe() {
        fixture.withChannels(1);
        OutboundMessage once = text("once")
                .message()
                .draft()
                .validity(Optional.of(Duration.ofSeconds(20)))
                .idempotencyKey(Optional.of("key"))
                .done();
        jam();
        Submission first = fixture.submission(once);
        for (int i = 0; i < 9; i++) {
            fixture.submit(text("in the way").message());
        }
        Submission again = fixture.submission(once);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.expectedAt()).isEmpty();
    }

    /** The modems keep what they get; the queue is counted while nothing else waits. */
    private void jam() {
        fixture.ports.modems.values().forEach(modem -> modem.answersAtOnce = false);
        fixture.ports
                .modems
                .values()
                .forEach(modem -> fixture.submit(text("kept").message()));
    }
}
