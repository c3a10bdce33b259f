package io.polygator.smpp.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.smpp.esme.ConcatenationMode;
import io.polygator.smpp.esme.DefaultAlphabet;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.DeliveryRules;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.InterfaceVersion;
import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.esme.ReceiptError;
import io.polygator.smpp.esme.ReceiptState;
import io.polygator.smpp.wire.DeliverSm;
import io.polygator.smpp.wire.Tag;
import io.polygator.smpp.wire.Tlv;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an ESME is told can be read by the rules of its account, in every alphabet and every way to cut it. */
class DeliveriesRoundTripTest {
    private static final ConcatReference REFERENCE = ConcatReference.ofEightBits(9);

    private static Delivery.InboundText text(String text, OptionalInt messageClass, Optional<Ports> ports) {
        return new Delivery.InboundText(
                SmsAddress.ofDestination("+380501112233"),
                SmsAddress.ofDestination("1234"),
                text,
                messageClass,
                ports,
                Instant.EPOCH);
    }

    private static List<DeliverSm> write(InterfaceVersion version, DeliveryRules rules, Delivery delivery) {
        return new DeliveryWriter(version, rules, REFERENCE).write(delivery);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("aZ09 @£_€[]~ÄΔçяéこ").ofMaxLength(400);
    }

    @Property(tries = 400)
    void everyTextIsReadBack(
            @ForAll("texts") String text,
            @ForAll DefaultAlphabet alphabet,
            @ForAll ConcatenationMode mode,
            @ForAll InterfaceVersion version) {
        DeliveryRules rules = DeliveryRules.standard().withAlphabet(alphabet).withConcatenation(mode);

        List<DeliverSm> pdus = write(version, rules, text(text, OptionalInt.empty(), Optional.empty()));

        StringBuilder read = new StringBuilder();
        for (DeliverSm pdu : pdus) {
            int header =
                    (pdu.esmClass() & 0x40) == 0 ? 0 : 1 + pdu.shortMessage().at(0);
            Octets octets = pdu.optional().stream()
                    .filter(tlv -> tlv.tag() == Tag.MESSAGE_PAYLOAD)
                    .map(Tlv::value)
                    .findFirst()
                    .orElse(pdu.shortMessage().slice(header, pdu.shortMessage().length()));
            Coding coding = pdu.dataCoding() == 8 ? new Coding.TwoOctets() : Coding.of(alphabet);
            read.append(coding.decode(octets, header).orElseThrow());
            assertThat(version.hasOptionalParameters() || pdu.optional().isEmpty())
                    .isTrue();
        }
        // Seven spare bits behind packed septets are an @ that nobody can tell from padding.
        String expected = alphabet == DefaultAlphabet.GSM7_PACKED ? text.replaceAll("@", "") : text;
        String actual =
                alphabet == DefaultAlphabet.GSM7_PACKED ? read.toString().replaceAll("@", "") : read.toString();
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} letters, {1}, {2}: {3} PDUs")
    @CsvSource({
        "160, ASSEMBLED, V3_4, 1",
        "254, ASSEMBLED, V3_4, 1",
        "255, ASSEMBLED, V3_4, 1",
        "255, ASSEMBLED, V3_3, 2",
        "160, UDH, V3_4, 1",
        "161, UDH, V3_4, 2",
        "160, SAR, V3_4, 1",
        "161, SAR, V3_4, 2",
        "161, SAR, V3_3, 2",
        "10, PAYLOAD, V3_4, 1",
        "10, PAYLOAD, V3_3, 1"
    })
    void aTextIsCutOnlyWhenItHasToBe(int letters, ConcatenationMode mode, InterfaceVersion version, int pdus) {
        DeliveryRules rules = DeliveryRules.standard().withConcatenation(mode);

        assertThat(write(version, rules, text("x".repeat(letters), OptionalInt.empty(), Optional.empty())))
                .hasSize(pdus);
    }

    @Test
    void segmentsSayWhereTheyBelong() {
        DeliveryRules rules = DeliveryRules.standard();
        Delivery.InboundText delivery = text("x".repeat(161), OptionalInt.empty(), Optional.empty());

        List<DeliverSm> udh = write(InterfaceVersion.V3_4, rules.withConcatenation(ConcatenationMode.UDH), delivery);
        assertThat(udh.get(1).esmClass()).isEqualTo(0x40);
        assertThat(udh.get(1).shortMessage()).hasToString("050003090202" + "78".repeat(8));

        List<DeliverSm> sar = write(InterfaceVersion.V3_4, rules.withConcatenation(ConcatenationMode.SAR), delivery);
        assertThat(sar.get(1).optional())
                .containsExactly(
                        Tlv.ofShort(Tag.SAR_MSG_REF_NUM, 9),
                        Tlv.ofOctet(Tag.SAR_TOTAL_SEGMENTS, 2),
                        Tlv.ofOctet(Tag.SAR_SEGMENT_SEQNUM, 2));
    }

    @Test
    void aFlashMessageStaysOne() {
        Delivery.InboundText flash = text("hi", OptionalInt.of(0), Optional.empty());

        assertThat(write(InterfaceVersion.V3_4, DeliveryRules.standard(), flash))
                .singleElement()
                .satisfies(pdu -> assertThat(pdu.optional()).containsExactly(Tlv.ofOctet(Tag.DEST_ADDR_SUBUNIT, 1)));
        assertThat(write(InterfaceVersion.V3_3, DeliveryRules.standard(), flash))
                .singleElement()
                .satisfies(pdu -> assertThat(pdu.dataCoding()).isEqualTo(0xF0));
    }

    @Test
    void portsAreParametersOrAHeader() {
        Delivery.InboundData delivery = new Delivery.InboundData(
                SmsAddress.ofDestination("+380501112233"),
                SmsAddress.ofDestination("1234"),
                Octets.ofHex("0102FF"),
                OptionalInt.empty(),
                Optional.of(new Ports(0x0B84, 0x23F0)),
                Instant.EPOCH);

        assertThat(write(InterfaceVersion.V3_4, DeliveryRules.standard(), delivery))
                .singleElement()
                .satisfies(pdu -> assertThat(pdu.optional())
                        .containsExactly(
                                Tlv.ofShort(Tag.SOURCE_PORT, 0x23F0), Tlv.ofShort(Tag.DESTINATION_PORT, 0x0B84)))
                .satisfies(pdu -> assertThat(pdu.dataCoding()).isEqualTo(4));
        assertThat(write(InterfaceVersion.V3_3, DeliveryRules.standard(), delivery))
                .singleElement()
                .satisfies(pdu -> assertThat(pdu.shortMessage()).hasToString("0605040B8423F00102FF"));
    }

    private static Delivery.Receipt receipt(Delivery.Receipt.Kind kind, ReceiptState state, String text) {
        return new Delivery.Receipt(
                kind,
                MessageIdText.of("1002"),
                new EsmeAddress(2, 1, "1234"),
                new EsmeAddress(1, 1, "380671234567"),
                Instant.parse("2026-11-22T19:47:31Z"),
                Instant.parse("2026-11-22T22:05:59Z"),
                state,
                new ReceiptError(27),
                text,
                3,
                2,
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static String textOf(DeliveryRules rules, Delivery.Receipt receipt) {
        return new String(
                write(InterfaceVersion.V3_4, rules, receipt)
                        .get(0)
                        .shortMessage()
                        .toByteArray(),
                US_ASCII);
    }

    @Test
    void aReceiptReadsAsClientsExpect() {
        Delivery.Receipt receipt =
                receipt(Delivery.Receipt.Kind.FINAL, ReceiptState.UNDELIVERABLE, "Привіт, @Kyiv 12345678");
        DeliveryRules rules = DeliveryRules.standard();

        assertThat(textOf(rules, receipt))
                .isEqualTo("id:1002 sub:003 dlvrd:002 submit date:2611221947 done date:2611222205"
                        + " stat:UNDELIV err:027 text:??????, ?Kyiv 123456");
        assertThat(textOf(
                        rules.withDates(DeliveryRules.ReceiptDates.SECONDS).withZone(ZoneId.of("Europe/Kyiv")),
                        receipt))
                .contains("submit date:261122214731 done date:261123000559 ");
        assertThat(textOf(rules.withTexts(DeliveryRules.ReceiptTexts.EMPTY), receipt))
                .endsWith(" err:027 text:");
        assertThat(textOf(rules.withTexts(DeliveryRules.ReceiptTexts.UPPER_CASE), receipt))
                .contains(" Text:?");
    }

    @Test
    void anIntermediateReceiptIsMarked() {
        DeliverSm pdu = write(
                        InterfaceVersion.V3_4,
                        DeliveryRules.standard(),
                        receipt(Delivery.Receipt.Kind.INTERMEDIATE, ReceiptState.ENROUTE, ""))
                .get(0);

        assertThat(pdu.esmClass()).isEqualTo(0x20);
        assertThat(pdu.source()).isEqualTo(new EsmeAddress(1, 1, "380671234567"));
        assertThat(pdu.destination()).isEqualTo(new EsmeAddress(2, 1, "1234"));
        assertThat(pdu.optional()).contains(Tlv.ofOctet(Tag.MESSAGE_STATE, 1));
    }
}
