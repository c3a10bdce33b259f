package io.polygator.gateway;

import static io.polygator.gateway.GatewayFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.CancelResult;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.SendError.Kind;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.InformationElement;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that their submitters have cut themselves. */
class TogetherTest {
    private final GatewayFixture fixture = new GatewayFixture().withChannels(4);

    @Test
    void messagesOfOneKeyLeaveByOneSimInTheirOrder() {
        fixture.modem(1).become(ModemState.NOT_REGISTERED);
        for (int i = 1; i <= 5; i++) {
            fixture.submit(text("part " + i).together("key").message());
        }
        assertThat(fixture.sent()).hasSize(5);
        assertThat(channels()).hasSize(1);
        assertThat(texts()).containsExactly("part 1", "part 2", "part 3", "part 4", "part 5");
    }

    @Test
    void theNextWaitsForTheAnswerAlsoWhileOtherChannelsAreFree() {
        answerNothing();
        fixture.submit(text("part 1").together("key").message());
        fixture.submit(text("part 2").together("key").message());
        assertThat(texts()).containsExactly("part 1");
        fixture.sent().get(0).accept(1);
        fixture.loop.runPending();
        assertThat(texts()).containsExactlyInAnyOrder("part 1", "part 2");
        assertThat(channels()).hasSize(1);
    }

    @Test
    void theNextWaitsWhileTheFirstIsTriedAgainAndFollowsWhenItMoves() {
        FakeModem first = fixture.modem(1);
        first.script.add(FakeModem.refused(Kind.NOT_SENT));
        for (int i = 2; i <= 4; i++) {
            fixture.modem(i).become(ModemState.NOT_REGISTERED);
        }
        fixture.submit(text("part 1").together("key").message());
        fixture.submit(text("part 2").together("key").message());
        assertThat(texts()).containsExactly("part 1");
        fixture.modem(3).become(ModemState.READY);
        fixture.loop.runPending();
        assertThat(fixture.modem(3).sent).hasSize(2);
        assertThat(first.sent).hasSize(1);
    }

    @Test
    void whenTheirChannelFailsTheRestGoesByAnother() {
        fixture.submit(text("part 1").together("key").message());
        FakeModem used =
                fixture.modem(Integer.parseInt(fixture.sent().get(0).channel().substring("g8-".length())));
        used.become(ModemState.SIM_UNAVAILABLE);
        fixture.submit(text("part 2").together("key").message());
        assertThat(texts()).containsExactlyInAnyOrder("part 1", "part 2");
        assertThat(channels()).hasSize(2);
    }

    @Test
    void oneThatIsCancelledHoldsNobodyUp() {
        answerNothing();
        MessageId first = fixture.submit(text("part 1")
                .notBefore(fixture.loop.instant().plusSeconds(60))
                .together("key")
                .message());
        fixture.submit(text("part 2").together("key").message());
        assertThat(fixture.sent()).isEmpty();
        assertThat(fixture.value(fixture.gateway.cancel(first))).isEqualTo(CancelResult.DONE);
        fixture.loop.runPending();
        assertThat(texts()).containsExactly("part 2");
    }

    @Test
    void afterAnHourTheKeyMeansOtherMessages() {
        answerNothing();
        fixture.submit(text("part 1").together("key").message());
        fixture.pass(Duration.ofMinutes(9));
        fixture.submit(text("part 2").together("key").message());
        fixture.pass(Duration.ofMinutes(61));
        MessageId third = fixture.submit(text("another").together("key").message());
        assertThat(fixture.status(third).state()).isEqualTo(MessageState.SENDING);
    }

    @Test
    void aPreparedMessageGoesOutAsItIs() {
        UserData data = new UserData(
                UserDataHeader.none().with(new InformationElement(0, Octets.copyOf((byte) 9, (byte) 2, (byte) 1))),
                Alphabet.OCTETS,
                Octets.copyOf((byte) 1, (byte) 2));
        DataCodingScheme scheme = new DataCodingScheme(0xF5);
        fixture.submit(OutboundMessage.draft(
                        SmsAddress.ofDestination("+79161234567"),
                        new MessageBody.Prepared(data, scheme),
                        new ChannelChoice.All())
                .protocolIdentifier(new ProtocolIdentifier(0x41))
                .replyPath(true)
                .done());
        assertThat(fixture.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.submit().userData()).isEqualTo(data);
            assertThat(sent.submit().dataCodingScheme()).isEqualTo(scheme);
            assertThat(sent.submit().protocolIdentifier()).isEqualTo(new ProtocolIdentifier(0x41));
            assertThat(sent.submit().replyPath()).isTrue();
        });
    }

    private void answerNothing() {
        for (int i = 1; i <= 4; i++) {
            fixture.modem(i).answersAtOnce = false;
        }
    }

    private List<String> texts() {
        return fixture.sent().stream()
                .map(sent -> sent.submit().userData().text().orElseThrow())
                .toList();
    }

    private List<String> channels() {
        return fixture.sent().stream().map(FakeModem.Sent::channel).distinct().toList();
    }
}
