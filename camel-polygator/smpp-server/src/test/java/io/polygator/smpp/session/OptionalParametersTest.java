package io.polygator.smpp.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.Concatenation;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.smpp.esme.SubmitBody;
import io.polygator.smpp.esme.SubmitRequest;
import io.polygator.smpp.session.Rig.Wire;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Optional parameters: broken, unknown, unexpected, missing; and what those become that mean something. */
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

    /** The body of a submission of these letters with these parameters. */
    private SubmitBody body(int dataCoding, String letters, String parameters) {
        Wire wire = rig.transceiver();
        Raw submit = Raw.submit(2, dataCoding, letters.getBytes(dataCoding == 8 ? UTF_16BE : ISO_8859_1));
        for (byte octet : Raw.hex(parameters)) {
            submit.octets(octet);
        }
        wire.send(submit);
        assertThat(wire.answer().status()).isZero();
        return rig.engine.submits.get(0).body();
    }

    private SubmitBody.Prepared prepared(int dataCoding, String letters, String parameters) {
        return (SubmitBody.Prepared) body(dataCoding, letters, parameters);
    }

    @Test
    void sarParametersBecomeAConcatenationHeader() {
        SubmitBody.Prepared body = prepared(0, "hello", "020C000200AB" + "020E000103" + "020F000102");

        assertThat(body.concatenation()).contains(new Concatenation(ConcatReference.ofEightBits(0xAB), 3, 2));
        assertThat(body.userData().text()).contains("hello");
        assertThat(body.dataCodingScheme()).isEqualTo(DataCodingScheme.of(Alphabet.GSM7));
    }

    @Test
    void aSarReferenceOfTwoOctetsStaysOneUnlessTheSegmentHasNoRoomForIt() {
        String parameters = "020C0002ABCD" + "020E000103" + "020F000103";

        assertThat(prepared(0, "x".repeat(152), parameters).concatenation())
                .contains(new Concatenation(ConcatReference.ofSixteenBits(0xABCD), 3, 3));
        rig.engine.submits.clear();
        assertThat(prepared(0, "x".repeat(153), parameters).concatenation())
                .contains(new Concatenation(ConcatReference.ofEightBits(0xCD), 3, 3));
    }

    @Test
    void aSarMessageOfOneSegmentNeedsNoHeader() {
        assertThat(body(0, "hello", "020C000200AB" + "020E000101" + "020F000101"))
                .isEqualTo(new SubmitBody.Text("hello", OptionalInt.empty(), Optional.empty()));
    }

    @Test
    void segmentsMayBeForAPort() {
        SubmitBody.Prepared body =
                prepared(4, "data", "020C000200AB" + "020E000102" + "020F000101" + "020A000223F0" + "020B00020B84");

        assertThat(body.concatenation()).contains(new Concatenation(ConcatReference.ofEightBits(0xAB), 2, 1));
        assertThat(body.ports()).contains(new Ports(0x0B84, 0x23F0));
        assertThat(body.dataCodingScheme()).isEqualTo(DataCodingScheme.of(Alphabet.OCTETS));
    }

    @Test
    void portParametersBecomePortsOfTextsAndData() {
        String ports = "020A000223F0" + "020B00020B84";

        assertThat(body(0, "hello", ports).ports()).contains(new Ports(0x0B84, 0x23F0));
        rig.engine.submits.clear();
        assertThat(body(4, "data", ports))
                .isEqualTo(new SubmitBody.Data(
                        Octets.copyOf("data".getBytes(ISO_8859_1)),
                        OptionalInt.empty(),
                        Optional.of(new Ports(0x0B84, 0x23F0))));
        rig.engine.submits.clear();
        assertThat(prepared(0xF0, "flash", ports).ports()).contains(new Ports(0x0B84, 0x23F0));
    }

    @Test
    void aPortWithoutASourceComesFromNone() {
        assertThat(body(0, "hello", "020B00020B84").ports()).contains(new Ports(0x0B84, 0));
    }

    @ParameterizedTest(name = "dest_addr_subunit {0}: class {1}")
    @CsvSource({"0, -1", "1, 0", "2, 1", "3, 2", "4, 3"})
    void theSubunitBecomesTheMessageClass(String subunit, int messageClass) {
        OptionalInt expected = messageClass < 0 ? OptionalInt.empty() : OptionalInt.of(messageClass);
        String parameter = "000500010" + subunit;

        assertThat(body(0, "hello", parameter)).isEqualTo(new SubmitBody.Text("hello", expected, Optional.empty()));
        rig.engine.submits.clear();
        assertThat(body(4, "data", parameter).messageClass()).isEqualTo(expected);
        rig.engine.submits.clear();
        assertThat(prepared(0, "hello", parameter + "020C000200AB020E000102020F000101")
                        .messageClass())
                .isEqualTo(expected);
    }

    @Test
    void theClassOfTheDataCodingIsStrongerThanTheSubunit() {
        assertThat(body(0x10, "hello", "0005000103").messageClass()).hasValue(0);
    }

    @ParameterizedTest(name = "ms_msg_wait_facilities {0} with data_coding {1}: {2}")
    @CsvSource({
        "80, 0, 0xD8",
        "00, 0, 0xD0",
        "81, 0, 0xD9",
        "82, 0, 0xDA",
        "83, 0, 0xDB",
        "03, 0, 0xD3",
        "FC, 0, 0xD8",
        "80, 8, 0xE8",
        "01, 8, 0xE1"
    })
    void messageWaitingBecomesADataCodingScheme(String facilities, int dataCoding, String scheme) {
        SubmitBody.Prepared body = prepared(dataCoding, "Voicemail", "00300001" + facilities);

        assertThat(body.dataCodingScheme().value()).isEqualTo(Integer.decode(scheme));
        assertThat(body.userData().alphabet()).isEqualTo(dataCoding == 8 ? Alphabet.UCS2 : Alphabet.GSM7);
        assertThat(body.userData().text()).contains("Voicemail");
    }

    @Test
    void messageWaitingMeansNothingToData() {
        assertThat(body(4, "data", "0030000180")).isInstanceOf(SubmitBody.Data.class);
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
