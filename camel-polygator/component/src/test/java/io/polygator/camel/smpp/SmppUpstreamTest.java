package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gsm.octets.Octets;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.ConcatenationMode;
import io.polygator.smpp.esme.DefaultAlphabet;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.SmppRefusedException;
import io.polygator.smpp.wire.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;

/** Deliveries of an upstream SMSC as messages for SIMs, and events as what is submitted to it. */
class SmppUpstreamTest {
    private static final EsmeAddress BANK = new EsmeAddress(5, 0, "Bank");
    private static final EsmeAddress PHONE = new EsmeAddress(1, 1, "380677654321");
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final SmppUpstream upstream =
            new SmppUpstream(() -> NOW, DefaultAlphabet.GSM7_UNPACKED, ConcatenationMode.UDH);
    private final Message message = new DefaultMessage(new DefaultCamelContext());

    private static UpstreamPdu delivered(int esmClass, int coding, byte[] octets, Map<Integer, Octets> optional) {
        return new UpstreamPdu("", BANK, PHONE, esmClass, 0, 0, 1, coding, Octets.copyOf(octets), optional);
    }

    @Test
    void aTextIsSentWithAReportAndNothingElseOfTheMessageIsLeft() throws SmppRefusedException {
        message.setHeader("CamelSmppSourceAddr", "Bank");

        upstream.send(delivered(0x03, 0, new byte[] {'h', 0x00}, Map.of()), message);

        assertThat(message.getBody()).isEqualTo("h@");
        assertThat(message.getHeader(PolygatorConstants.TO)).isEqualTo("+380677654321");
        assertThat(message.getHeader(PolygatorConstants.REPORT)).isEqualTo(true);
        assertThat(message.getHeader(PolygatorConstants.SUBMITTER)).isEqualTo(SmppUpstream.SUBMITTER);
        assertThat(message.getHeaders()).doesNotContainKeys("CamelSmppSourceAddr", PolygatorConstants.COMPLETE_ON);
    }

    @Test
    void segmentsOfOneMessageStayTogetherAsTheyAre() throws SmppRefusedException {
        byte[] first =
                Octets.ofHex("050003070201").concat(Octets.copyOf((byte) 'a')).toByteArray();
        upstream.send(delivered(0x40, 0, first, Map.of()), message);
        Object together = message.getHeader(PolygatorConstants.TOGETHER);
        byte[] second =
                Octets.ofHex("050003070202").concat(Octets.copyOf((byte) 'b')).toByteArray();
        upstream.send(delivered(0x40, 0, second, Map.of()), message);

        assertThat(message.getBody()).isInstanceOf(MessageBody.Prepared.class);
        assertThat(together).isNotNull().isEqualTo(message.getHeader(PolygatorConstants.TOGETHER));
    }

    @Test
    void octetsStayOctets() throws SmppRefusedException {
        upstream.send(delivered(0, 4, new byte[] {1, (byte) 0xFE}, Map.of()), message);

        assertThat(message.getBody()).isEqualTo(new byte[] {1, (byte) 0xFE});
    }

    @Test
    void theReceiptWillHaveTheIdThatTheSmscTold() throws SmppRefusedException {
        Octets id = Octets.copyOf("smsc-17\0".getBytes(StandardCharsets.US_ASCII));
        upstream.send(delivered(0, 0, new byte[] {'x'}, Map.of(Tag.RECEIPTED_MESSAGE_ID, id)), message);

        assertThat(SubmitMemo.decode(message.getHeader(PolygatorConstants.CONTEXT, String.class))
                        .flatMap(SubmitMemo::id))
                .contains("smsc-17");
    }

    @Test
    void aUssdCodeIsNoMessageToSend() {
        Octets request = Octets.copyOf((byte) 2);

        assertThatThrownBy(() ->
                        upstream.send(delivered(0, 0, new byte[] {'*'}, Map.of(Tag.USSD_SERVICE_OP, request)), message))
                .isInstanceOfSatisfying(SmppRefusedException.class, refused -> assertThat(refused.status())
                        .isEqualTo(CommandStatus.RINVSERTYP));
        assertThat(message.getHeaders()).isEmpty();
    }

    @Test
    void aReceiptIsNoMessageToSend() {
        assertThatThrownBy(() -> upstream.send(delivered(0x04, 0, new byte[] {'x'}, Map.of()), message))
                .isInstanceOfSatisfying(SmppRefusedException.class, refused -> assertThat(refused.status())
                        .isEqualTo(CommandStatus.RINVESMCLASS));
    }

    @Test
    void refusalsSayWhetherToTryAgain() {
        assertThat(SmppUpstream.status(new SmppRefusedException(CommandStatus.RINVDSTADR, "")))
                .isEqualTo(CommandStatus.RX_R_APPN);
        assertThat(SmppUpstream.status(new SubmitRefusedException("text", "too long")))
                .isEqualTo(CommandStatus.RX_R_APPN);
        assertThat(SmppUpstream.status(new SmppRefusedException(CommandStatus.RMSGQFUL, "")))
                .isEqualTo(CommandStatus.RX_T_APPN);
        assertThat(SmppUpstream.status(new IllegalStateException("who knows"))).isEqualTo(CommandStatus.RX_T_APPN);
    }

    @Test
    void anInboundTextIsSubmittedInItsAlphabetFromItsSender() {
        inbound("Bank", "Привіт");

        assertThat(upstream.tell(message)).singleElement().satisfies(pdu -> {
            assertThat(pdu.source()).isEqualTo(BANK);
            assertThat(pdu.dataCoding()).isEqualTo(8);
            assertThat(pdu.registeredDelivery()).isZero();
            assertThat(pdu.shortMessage()).isEqualTo(Octets.copyOf("Привіт".getBytes(StandardCharsets.UTF_16BE)));
        });
    }

    @Test
    void segmentsThatAreSubmittedAgainAreTheSame() {
        inbound("+380677654321", "a long text from a phone, ".repeat(10));

        List<UpstreamPdu> first = upstream.tell(message);

        assertThat(first).hasSize(2).allSatisfy(pdu -> assertThat(pdu.esmClass())
                .isEqualTo(0x40));
        assertThat(upstream.tell(message)).isEqualTo(first);
    }

    @Test
    void reportsAboutMessagesOfOthersAreNotTold() {
        message.setHeader(PolygatorConstants.EVENT, "report");
        message.setHeader(PolygatorConstants.SUBMITTER, "smpp crm");

        assertThat(upstream.tell(message)).isEmpty();
    }

    private void inbound(String from, String text) {
        message.setHeader(PolygatorConstants.EVENT, "inbound");
        message.setHeader(PolygatorConstants.MESSAGE_ID, "42");
        message.setHeader(PolygatorConstants.FROM, from);
        message.setHeader(PolygatorConstants.TO, "+380501112233");
        message.setHeader(PolygatorConstants.RECEIVED_AT, NOW);
        message.setBody(text);
    }
}
