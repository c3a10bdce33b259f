package io.polygator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.message.UssdTurn;
import io.polygator.gsm.modem.UssdReply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class UssdSessionsTest {
    private static final Optional<String> ACME = Optional.of("acme");

    private final GatewayFixture fixture = new GatewayFixture().withChannels(2);
    private final UssdSessions sessions = fixture.gateway.ussdSessions();

    @Test
    void aSessionGoesOnUntilTheNetworkSaysItsLastWord() {
        UssdTurn first = fixture.value(sessions.open("g8-1", "*101?", ACME));
        assertThat(first.reply().text()).isEqualTo("answer to *101?");
        String id = first.session().orElseThrow().id();
        assertThat(fixture.value(sessions.answer(id, "1?", ACME))
                        .session()
                        .orElseThrow()
                        .id())
                .isEqualTo(id);
        assertThat(fixture.value(sessions.answer(id, "2", ACME)).session()).isEmpty();
        assertThat(fixture.modem(1).ussd).containsExactly("*101?", "1?", "2");
        fails(sessions.answer(id, "3", ACME), UnknownUssdSessionException.class);
    }

    @Test
    void aSessionHasItsChannelForItself() {
        fixture.value(sessions.open("g8-1", "*101?", ACME));
        fails(sessions.open("g8-1", "*100#", ACME), UssdBusyException.class);
        fails(fixture.gateway.ussd("g8-1", "*100#"), UssdBusyException.class);
        assertThat(fixture.value(fixture.gateway.ussd("g8-2", "*100#")).text()).isEqualTo("answer to *100#");
    }

    @Test
    void aSessionBelongsToWhoOpenedIt() {
        String id = fixture.value(sessions.open("g8-1", "*101?", ACME))
                .session()
                .orElseThrow()
                .id();
        fails(sessions.answer(id, "1", Optional.of("other")), UnknownUssdSessionException.class);
        fails(sessions.cancel(id, Optional.of("other")), UnknownUssdSessionException.class);
        assertThat(fixture.value(sessions.answer(id, "1", Optional.empty())).session())
                .isEmpty();
    }

    @Test
    void aCancelledSessionGivesItsChannelBack() {
        String id = fixture.value(sessions.open("g8-1", "*101?", ACME))
                .session()
                .orElseThrow()
                .id();
        fixture.value(sessions.cancel(id, ACME));
        assertThat(fixture.modem(1).ussd).containsExactly("*101?", "cancel");
        assertThat(fixture.value(sessions.open("g8-1", "*100#", ACME)).session())
                .isEmpty();
    }

    @Test
    void aSessionEndsWhenNobodyAnswers() {
        UssdTurn turn = fixture.value(sessions.open("g8-1", "*101?", ACME));
        assertThat(turn.session().orElseThrow().endsAt())
                .isEqualTo(fixture.loop.instant().plusSeconds(60));
        fixture.pass(Duration.ofSeconds(60));
        assertThat(fixture.modem(1).ussd).containsExactly("*101?", "cancel");
        fails(sessions.answer(turn.session().orElseThrow().id(), "1", ACME), UnknownUssdSessionException.class);
    }

    @Test
    void aSessionEndsWhenTheNetworkEndsIt() {
        fixture.value(sessions.open("g8-1", "*101?", ACME));
        fixture.modem(1).listener.onUssd(new UssdReply(UssdReply.Status.TERMINATED, ""));
        assertThat(fixture.value(sessions.open("g8-1", "*100#", ACME)).session())
                .isEmpty();
    }

    @Test
    void thereIsNoSessionOnAChannelThatIsNotThere() {
        fails(sessions.open("g9-1", "*100#", ACME), IllegalArgumentException.class);
    }

    private void fails(CompletionStage<?> stage, Class<? extends Exception> with) {
        fixture.loop.runPending();
        assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
        assertThatThrownBy(() -> stage.toCompletableFuture().join()).hasCauseInstanceOf(with);
    }
}
