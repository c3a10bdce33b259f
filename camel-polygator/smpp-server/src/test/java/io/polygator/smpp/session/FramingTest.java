package io.polygator.smpp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.smpp.session.Rig.Wire;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** command_length and what a peer may do with it. */
class FramingTest {
    private final Rig rig = new Rig();

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "0000000F", "00000401", "7FFFFFFF", "80000000", "FFFFFFFF"})
    void aLengthThatCannotBeIsAnsweredOnceAndTheConnectionClosed(String length) {
        Wire wire = rig.connect();

        wire.send(Raw.hex(length + "00000015" + "00000000" + "00000009" + "DEADBEEF"));

        assertThat(wire.rest()).singleElement().satisfies(answer -> {
            assertThat(answer.commandId()).isEqualTo(Raw.GENERIC_NACK);
            assertThat(answer.status()).isEqualTo(2);
            assertThat(answer.sequence()).isZero();
        });
        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void aBoundSessionMaySendSeventyThousandOctetsAndNotOneMore() {
        Wire wire = rig.transceiver();
        byte[] large = new byte[70_000 - Raw.submit(1, 4, new byte[0]).bytes().length - 4];

        wire.send(Raw.submit(1, 4, new byte[0]).tlv(0x0424, Arrays.copyOf(large, 30_000)));
        assertThat(wire.answer().status()).isZero();

        wire.send(Raw.hex("00011170" + "00000015" + "00000000" + "00000002"), new byte[70_000 - 16]);
        assertThat(wire.answer().commandId()).isEqualTo(Raw.ENQUIRE_LINK | Raw.RESPONSE);

        wire.send(Raw.hex("00011171"));
        assertThat(wire.answer().status()).isEqualTo(2);
        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void aPduMayComeOctetByOctet() {
        Wire wire = rig.connect();
        byte[] bind = Raw.bind(Raw.BIND_TRANSCEIVER, 0x34);
        byte[] submit = Raw.submit(2);

        for (byte[] pdu : new byte[][] {bind, submit}) {
            for (byte octet : pdu) {
                wire.send(new byte[] {octet});
            }
        }

        assertThat(wire.rest()).extracting(Answer::status).containsExactly(0, 0);
    }

    @Test
    void manyPdusMayComeTogether() {
        Wire wire = rig.transceiver();
        var together = io.netty.buffer.Unpooled.buffer();
        IntStream.rangeClosed(2, 51).forEach(sequence -> together.writeBytes(Raw.submit(sequence)));

        wire.send(io.netty.buffer.ByteBufUtil.getBytes(together));

        assertThat(wire.rest())
                .extracting(Answer::sequence)
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 51).boxed().toList());
    }

    @Test
    void theRestOfAPduIsWaitedForFifteenSecondsHoweverSlowlyItDrips() {
        Wire wire = rig.transceiver();
        byte[] submit = Raw.submit(2);

        for (int i = 0; i < 14; i++) {
            wire.send(new byte[] {submit[i]});
            rig.pass(Duration.ofSeconds(1));
        }
        assertThat(wire.isOpen()).isTrue();

        rig.pass(Duration.ofSeconds(1));
        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void aNewPduHasItsOwnFifteenSeconds() {
        Wire wire = rig.transceiver();
        byte[] submit = Raw.submit(2);

        wire.send(Arrays.copyOf(submit, 10));
        rig.pass(Duration.ofSeconds(10));
        wire.send(Arrays.copyOfRange(submit, 10, submit.length), Arrays.copyOf(submit, 10));
        rig.pass(Duration.ofSeconds(10));

        assertThat(wire.isOpen()).isTrue();
    }

    @Test
    void anUnknownCommandIsNamedAndTheSessionGoesOn() {
        Wire wire = rig.transceiver();

        wire.send(Raw.pdu(0x7777, 42));
        wire.send(Raw.submit(43));

        Answer nack = wire.answer();
        assertThat(nack.commandId()).isEqualTo(Raw.GENERIC_NACK);
        assertThat(nack.status()).isEqualTo(3);
        assertThat(nack.sequence()).isEqualTo(42);
        assertThat(wire.answer().status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x7FFFFFFF, 0x80000000, -1})
    void anySequenceNumberIsEchoed(int sequence) {
        Wire wire = rig.transceiver();

        wire.send(Raw.submit(sequence));

        assertThat(wire.answer().sequence()).isEqualTo(sequence);
    }

    @Test
    void aStatusInARequestMeansNothing() {
        Wire wire = rig.transceiver();
        byte[] submit = Raw.submit(2);
        submit[11] = 0x58;

        wire.send(submit);

        assertThat(wire.answer().status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {Raw.SUBMIT_SM, Raw.DELIVER_SM, Raw.ENQUIRE_LINK, Raw.UNBIND, Raw.DATA_SM, 0x7777, 0})
    void aResponseToNothingIsIgnored(int command) {
        Wire transceiver = rig.transceiver();
        Wire transmitter = rig.bound(Raw.BIND_TRANSMITTER, 0x34);

        transceiver.send(Raw.response(command, 0, 99));
        transmitter.send(Raw.response(command, 0, 99));

        assertThat(transceiver.rest()).isEmpty();
        assertThat(transmitter.rest()).isEmpty();
        assertThat(transceiver.isOpen()).isTrue();
        assertThat(transmitter.isOpen()).isTrue();
    }

    @Test
    void ourNumbersStartAtOneAndGoRound() {
        Sequence fresh = new Sequence(0);
        Sequence old = new Sequence(Integer.MAX_VALUE - 1);

        assertThat(fresh.next()).isEqualTo(1);
        assertThat(old.next()).isEqualTo(Integer.MAX_VALUE);
        assertThat(old.next()).isEqualTo(1);
    }
}
