package io.polygator.smpp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.smpp.session.Rig.Wire;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Which PDU may come in which state, as a table. */
class StatesTest {
    private final Rig rig = new Rig();

    @ParameterizedTest(name = "{0} in {1}: {2} {3}")
    @CsvFileSource(resources = "/vectors/states.csv", delimiter = '|', numLinesToSkip = 1)
    void everyRequestInEveryState(String pdu, String state, String response, String status, String after) {
        Wire wire = in(state);

        wire.send(request(pdu));

        if (response.equals("none")) {
            assertThat(wire.rest()).isEmpty();
        } else {
            Answer answer = wire.answer();
            int expected = response.equals("generic_nack") ? Raw.GENERIC_NACK : commandOf(pdu) | Raw.RESPONSE;
            assertThat(answer.commandId()).isEqualTo(expected);
            assertThat(answer.status()).isEqualTo(Integer.decode(status));
            assertThat(answer.sequence()).isEqualTo(7);
        }
        if (pdu.equals("unbind")) {
            // the peer may close first
            rig.pass(Duration.ofSeconds(1));
        }
        assertThat(wire.isOpen()).isEqualTo(after.equals("open"));
    }

    private Wire in(String state) {
        return switch (state) {
            case "OPEN" -> rig.connect();
            case "BOUND_TX" -> rig.bound(Raw.BIND_TRANSMITTER, 0x34);
            case "BOUND_RX" -> rig.bound(Raw.BIND_RECEIVER, 0x34);
            case "BOUND_TRX" -> rig.bound(Raw.BIND_TRANSCEIVER, 0x34);
            case "BOUND_5_0" -> rig.bound(Raw.BIND_TRANSCEIVER, 0x50);
            case "UNBOUND" -> unbinding();
            default -> throw new AssertionError(state);
        };
    }

    /** Has asked to unbind while a submission of its is in work. */
    private Wire unbinding() {
        rig.engine.onSubmit = request -> new CompletableFuture<>();
        Wire wire = rig.transceiver();
        wire.send(Raw.submit(2));
        wire.send(Raw.pdu(Raw.UNBIND, 3));
        return wire;
    }

    private static int commandOf(String pdu) {
        return switch (pdu) {
            case "bind_transmitter" -> Raw.BIND_TRANSMITTER;
            case "bind_receiver" -> Raw.BIND_RECEIVER;
            case "bind_transceiver" -> Raw.BIND_TRANSCEIVER;
            case "submit_sm" -> Raw.SUBMIT_SM;
            case "submit_multi" -> Raw.SUBMIT_MULTI;
            case "data_sm" -> Raw.DATA_SM;
            case "query_sm" -> Raw.QUERY_SM;
            case "cancel_sm" -> Raw.CANCEL_SM;
            case "replace_sm" -> Raw.REPLACE_SM;
            case "deliver_sm" -> Raw.DELIVER_SM;
            case "enquire_link" -> Raw.ENQUIRE_LINK;
            case "unbind" -> Raw.UNBIND;
            case "outbind" -> 0x0B;
            case "alert_notification" -> 0x102;
            case "broadcast_sm" -> 0x111;
            case "deliver_sm_resp" -> Raw.DELIVER_SM | Raw.RESPONSE;
            default -> throw new AssertionError(pdu);
        };
    }

    private static byte[] request(String pdu) {
        Raw raw = Raw.pdu(commandOf(pdu), 7);
        return switch (pdu) {
            case "bind_transmitter", "bind_receiver", "bind_transceiver" ->
                raw.text("me")
                        .text("secret")
                        .text("")
                        .octets(0x34, 0, 0)
                        .text("")
                        .bytes();
            case "submit_sm" -> Raw.submit(7);
            case "submit_multi" ->
                raw.text("")
                        .octets(0, 0)
                        .text("1234")
                        .octets(1, 1, 1, 1)
                        .text("380671234567")
                        .octets(0, 0, 0)
                        .text("")
                        .text("")
                        .octets(0, 0, 0, 0, 0)
                        .bytes();
            case "data_sm" ->
                raw.text("")
                        .octets(0, 0)
                        .text("1234")
                        .octets(1, 1)
                        .text("380671234567")
                        .octets(0, 0, 0)
                        .tlv(0x0424, 'h', 'i')
                        .bytes();
            case "query_sm" -> raw.text("1001").octets(0, 0).text("1234").bytes();
            case "cancel_sm" ->
                raw.text("")
                        .text("1001")
                        .octets(0, 0)
                        .text("1234")
                        .octets(0, 0)
                        .text("")
                        .bytes();
            case "replace_sm" ->
                raw.text("1001")
                        .octets(0, 0)
                        .text("1234")
                        .text("")
                        .text("")
                        .octets(0, 0, 0)
                        .bytes();
            default -> raw.bytes();
        };
    }
}
