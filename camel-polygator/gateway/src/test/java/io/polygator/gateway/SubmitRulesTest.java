package io.polygator.gateway;

import static io.polygator.gateway.GatewayFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.message.Submission;
import io.polygator.gsm.sms.alphabet.Alphabet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is refused, and that the refusal names the field and the remedy. */
class SubmitRulesTest {
    private final GatewayFixture fixture = new GatewayFixture().withChannels(2);

    @Test
    void tellsSegmentsAndAlphabet() {
        Submission submission = fixture.submission(text("Привет ".repeat(20)).message());
        assertThat(submission.segments()).isEqualTo(3);
        assertThat(submission.alphabet()).isEqualTo(Alphabet.UCS2);
    }

    @Test
    void refusesAnEmptyText() {
        assertRefused(text("").message(), "text", "at least one character");
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertRefused(text("x".repeat(1531)).message(), "text", "shorten");
        assertRefused(text("x".repeat(100_000)).message(), "text", "shorten");
        assertThat(fixture.submission(text("x".repeat(1530)).message()).segments())
                .isEqualTo(10);
    }

    @Test
    void refusesAnUnknownChannelAndSaysWhichThereAre() {
        assertRefused(text("x").on(new ChannelChoice.Named("g8-9")).message(), "channel", "g8-1, g8-2");
        assertRefused(text("x").on(new ChannelChoice.Group("none")).message(), "channel", "even");
    }

    @Test
    void refusesValuesOutsideTheirRange() {
        assertRefused(text("x").priority(10).message(), "priority", "0 (lowest) to 9");
        assertRefused(text("x").ofClass(4).message(), "class", "0 to 3");
        assertRefused(text("x").key(" ").message(), "idempotencyKey", "1 to 255");
        assertRefused(text("x").together("x".repeat(129)).message(), "together", "1 to 128");
        assertRefused(text("x").validFor(Duration.ZERO).message(), "validity", "positive");
        assertRefused(text("x").validFor(Duration.ofDays(1000)).message(), "validity", "63 weeks");
    }

    @Test
    void refusesATimeThatCannotBeKept() {
        assertRefused(
                text("x")
                        .notBefore(fixture.loop.instant().plus(Duration.ofDays(400)))
                        .message(),
                "sendAt",
                "within a year");
        assertRefused(
                text("x")
                        .validFor(Duration.ofHours(1))
                        .notBefore(fixture.loop.instant().plus(Duration.ofHours(2)))
                        .message(),
                "sendAt",
                "expire");
    }

    private void assertRefused(OutboundMessage message, String field, String remedy) {
        CompletableFuture<Submission> submitted =
                fixture.gateway.submit(message).toCompletableFuture();
        assertThat(submitted).isCompletedExceptionally();
        assertThat(submitted.handle((done, failure) -> failure).join())
                .isInstanceOfSatisfying(SubmitRefusedException.class, refusal -> assertThat(refusal.field())
                        .isEqualTo(field))
                .hasMessageStartingWith(field)
                .hasMessageContaining(remedy);
    }
}
