package io.polygator.smpp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.esme.ReceiptError;
import io.polygator.smpp.esme.ReceiptState;
import io.polygator.smpp.esme.SmppRefusedException;
import io.polygator.smpp.session.Rig.Wire;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receipt never comes before the response that tells its id, on whatever session of the account. */
class ReceiptOrderTest {
    private final Rig rig = new Rig();
    private final Queue<CompletableFuture<MessageIdText>> working = new ArrayDeque<>();

    @BeforeEach
    void theEngineTakesItsTime() {
        rig.engine.onSubmit = request -> {
            CompletableFuture<MessageIdText> outcome = new CompletableFuture<>();
            working.add(outcome);
            return outcome;
        };
    }

    static Delivery.Receipt receipt(String id) {
        return new Delivery.Receipt(
                Delivery.Receipt.Kind.FINAL,
                MessageIdText.of(id),
                new EsmeAddress(2, 1, "1234"),
                new EsmeAddress(1, 1, "380671234567"),
                Rig.NOW,
                Rig.NOW,
                ReceiptState.DELIVERED,
                ReceiptError.NONE,
                "hello",
                1,
                1,
                OptionalInt.of(7),
                OptionalInt.of(0));
    }

    private void accept(String id) {
        boolean unused = working.remove().complete(MessageIdText.of(id));
        rig.runAll();
    }

    @Test
    void aReceiptWaitsForTheResponseOnAnotherSession() {
        Wire sending = rig.bound(Raw.BIND_TRANSMITTER, 0x34);
        Wire receiving = rig.bound(Raw.BIND_RECEIVER, 0x34);
        sending.send(Raw.submit(2));

        CompletableFuture<Void> outcome = rig.deliver(receipt("1001"));
        assertThat(receiving.rest()).isEmpty();

        accept("1001");
        assertThat(sending.rest()).hasSize(1);
        receiving.acknowledge(receiving.answer());
        assertThat(outcome).isCompleted();
    }

    @Test
    void onOneSessionTheResponseIsFirstOnTheWire() {
        Wire wire = rig.transceiver();
        wire.send(Raw.submit(2));
        rig.deliver(receipt("1001"));

        accept("1001");

        assertThat(wire.rest())
                .extracting(Answer::commandId)
                .containsExactly(Raw.SUBMIT_SM | Raw.RESPONSE, Raw.DELIVER_SM);
    }

    @Test
    void theReceiptOfATellMessageWaitsForNobody() {
        Wire wire = rig.transceiver();
        wire.send(Raw.submit(2), Raw.submit(3));
        accept("1001");
        assertThat(wire.rest()).hasSize(1);

        rig.deliver(receipt("1001"));

        assertThat(wire.rest()).extracting(Answer::commandId).containsExactly(Raw.DELIVER_SM);
    }

    @Test
    void aReceiptFromLongAgoWaitsOnlyForWhatIsDueWhenItComes() {
        Wire wire = rig.transceiver();
        wire.send(Raw.submit(2));
        rig.deliver(receipt("17"));
        wire.send(Raw.submit(3));
        assertThat(wire.rest()).isEmpty();

        accept("1001");

        assertThat(wire.rest())
                .extracting(Answer::commandId)
                .containsExactly(Raw.SUBMIT_SM | Raw.RESPONSE, Raw.DELIVER_SM);
    }

    @Test
    void aRefusalReleasesToo() {
        Wire wire = rig.transceiver();
        wire.send(Raw.submit(2));
        rig.deliver(receipt("17"));

        boolean unused = working.remove().completeExceptionally(new IllegalStateException("as told"));
        rig.runAll();

        assertThat(wire.rest())
                .extracting(Answer::commandId)
                .containsExactly(Raw.SUBMIT_SM | Raw.RESPONSE, Raw.DELIVER_SM);
    }

    @Test
    void whatWasRefusedAlthoughItHadAnIdHasNoReceipt() {
        Wire wire = rig.transceiver();
        wire.send(Raw.submit(2));
        CompletableFuture<Void> before = rig.deliver(receipt("1001"));

        boolean unused = working.remove()
                .completeExceptionally(new SmppRefusedException(CommandStatus.RDELIVERYFAILURE, "as told", "1001"));
        rig.runAll();
        CompletableFuture<Void> after = rig.deliver(receipt("1001"));

        assertThat(wire.rest()).extracting(Answer::commandId).containsExactly(Raw.SUBMIT_SM | Raw.RESPONSE);
        assertThat(before).isCompleted();
        assertThat(after).isCompleted();
        rig.deliver(receipt("1002"));
        assertThat(wire.rest()).extracting(Answer::commandId).containsExactly(Raw.DELIVER_SM);
    }

    @Test
    void theEndOfTheSessionReleasesToo() {
        Wire sending = rig.bound(Raw.BIND_TRANSMITTER, 0x34);
        Wire receiving = rig.bound(Raw.BIND_RECEIVER, 0x34);
        sending.send(Raw.submit(2));
        rig.deliver(receipt("1001"));

        sending.hangUp();

        assertThat(receiving.rest()).hasSize(1);
    }

    @Test
    void aPeerOf3_3GetsTheShortIdAndNoOptionalParameters() {
        Wire wire = rig.bound(Raw.BIND_TRANSCEIVER, 0x33);
        wire.send(Raw.submit(2));
        accept("4294967295");
        assertThat(wire.answer().text()).isEqualTo("ffffffff\0");

        rig.deliver(receipt("4294967295"));

        assertThat(wire.answer().text()).endsWith("text:hello").contains("id:ffffffff sub:001");
    }

    @Test
    void aPeerOf3_4GetsStateAndIdAsOptionalParameters() {
        Wire wire = rig.transceiver();
        wire.send(Raw.submit(2));
        accept("1001");
        List<Answer> unused = wire.rest();

        rig.deliver(receipt("1001"));

        assertThat(wire.answer().text())
                .endsWith("text:hello" + "\0\u001E\0\u00051001\0" + "\u0004\u0027\0\1\2" + "\u0004\u0023\0\3\3\0\0"
                        + "\u0002\u0004\0\2\0\7");
    }
}
