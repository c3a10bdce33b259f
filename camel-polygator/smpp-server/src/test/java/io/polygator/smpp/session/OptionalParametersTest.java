package io.polygator.smpp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.smpp.esme.SubmitRequest;
import io.polygator.smpp.session.Rig.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Optional parameters: broken, unknown, unexpected, missing. */
class OptionalParametersTest {
    private final Rig rig = new Rig();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "00, 0xC0",
        "0204, 0xC0",
        "020400, 0xC0",
        "02040002, 0xC0",
        "0204000200, 0xC0",
        "0204FFFF0001, 0xC0",
        "020400020001, 0",
        "0204000100, 0xC2",
        "02040003000000, 0xC2",
        "0005000101, 0",
        "00050000, 0xC2",
        "0005000105, 0xC4",
        "1234000401020304, 0",
        "FFFF0000, 0",
        "0424000100, 0xC1",
        "0427000102, 0",
        "020C00020001, 0xC3",
        "020C00020001020E000102020F000101, 0",
        "020C00020001020E000100020F000101, 0xC4",
        "020C00020001020E000102020F000103, 0xC4",
        "020A00020001, 0xC3",
        "020A00020001020B00020001, 0"
    })
    void eachDefectHasItsStatus(String parameters, String status) {
        Wire wire = rig.transceiver();
        Raw submit = Raw.submit(2, 0, new byte[5]);
        for (byte octet : Raw.hex(parameters)) {
            submit.octets(octet);
        }

        wire.send(submit);

        assertThat(wire.answer().status()).isEqualTo(Integer.decode(status));
        assertThat(wire.isOpen()).isTrue();
    }

    @Test
    void dataSmNeedsItsPayload() {
        Wire wire = rig.transceiver();

        wire.send(Raw.pdu(Raw.DATA_SM, 7)
                .text("")
                .octets(0, 0)
                .text("1234")
                .octets(1, 1)
                .text("380671234567")
                .octets(0, 0, 0));

        assertThat(wire.answer().status()).isEqualTo(0xC3);
    }

    @Test
    void referenceAndUssdOperationReachTheEngine() {
        Wire wire = rig.transceiver();

        wire.send(Raw.submit(2, 0, new byte[5]).tlv(0x0204, 0x12, 0x34).tlv(0x0501, 2));

        SubmitRequest request = rig.engine.submits.get(0);
        assertThat(request.options().userMessageReference()).hasValue(0x1234);
        assertThat(request.options().ussdOperation()).hasValue(2);
    }

    @Test
    void ofRepeatedParametersTheFirstCounts() {
        Wire wire = rig.transceiver();

        wire.send(Raw.submit(2, 0, new byte[5]).tlv(0x0204, 0, 1).tlv(0x0204, 0, 2));

        assertThat(rig.engine.submits.get(0).options().userMessageReference()).hasValue(1);
    }
}
