package io.polygator.gsm.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.TpduDecodeException.Defect;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TpduDecoderTest {
    private static final String REPORT = "06420B912120550521F3423051415263804230514152148000";

    @ParameterizedTest(name = "{2} at octet {3}: {4}")
    @CsvSource({
        "'', TO_MOBILE, TP-MTI, 0, UNDERFLOW",
        "04, TO_MOBILE, TP-OA.length, 1, UNDERFLOW",
        "040B91, TO_MOBILE, TP-OA.value, 3, UNDERFLOW",
        "0415912121212121212121212121, TO_MOBILE, TP-OA.length, 1, OVERLENGTH",
        "040281210000423051, TO_MOBILE, TP-SCTS, 6, UNDERFLOW",
        "04028121000042305141526380, TO_MOBILE, TP-UDL, 13, UNDERFLOW",
        "01, TO_MOBILE, TP-MTI, 0, RESERVED_VALUE",
        "00, TO_NETWORK, TP-MTI, 0, RESERVED_VALUE",
        "03, TO_NETWORK, TP-MTI, 0, RESERVED_VALUE",
        "010002D0410000, TO_NETWORK, TP-DA.type, 3, RESERVED_VALUE",
        "0100028121, TO_NETWORK, TP-PID, 5, UNDERFLOW",
        "11000281210000, TO_NETWORK, TP-VP, 7, UNDERFLOW",
        "010002812100008D, TO_NETWORK, TP-UD, 8, UNDERFLOW",
        "01000281210004FF, TO_NETWORK, TP-UDL, 7, OVERLENGTH",
        "02000000000281219E, TO_NETWORK, TP-CDL, 8, OVERLENGTH",
        "020000000002812105, TO_NETWORK, TP-CD, 9, UNDERFLOW",
        "06420B912120550521F3, TO_MOBILE, TP-SCTS, 10, UNDERFLOW",
    })
    void namesFieldOffsetAndDefect(String octets, Direction direction, String field, int offset, Defect defect) {
        TpduDecodeException thrown = catchThrowableOfType(
                TpduDecodeException.class, () -> TpduDecoder.decode(Octets.ofHex(octets), direction));
        assertThat(thrown.field()).isEqualTo(field);
        assertThat(thrown.offset()).isEqualTo(offset);
        assertThat(thrown.defect()).isEqualTo(defect);
        assertThat(thrown).hasMessage(field + " at octet " + offset + ": " + defect);
        assertThat(thrown.getStackTrace()).isEmpty();
    }

    @ParameterizedTest(name = "tail {0}")
    @CsvSource({"FF", "07", "010203", "0400", "04FF41", "80", "00AABB"})
    void readsAReportWhateverFollowsTheStatus(String tail) throws TpduDecodeException {
        DecodedTpdu decoded = TpduDecoder.inspect(Octets.ofHex(REPORT + tail), Direction.TO_MOBILE);
        assertThat(decoded.tpdu())
                .isInstanceOfSatisfying(SmsStatusReport.class, report -> assertThat(report.reference())
                        .isEqualTo(new MessageReference(0x42)));
    }

    @Test
    void tellsThatJunkFollowsTheStatus() throws TpduDecodeException {
        assertThat(TpduDecoder.inspect(Octets.ofHex(REPORT + "07"), Direction.TO_MOBILE)
                        .warnings())
                .contains(TpduWarning.TRAILING_OCTETS);
        assertThat(TpduDecoder.inspect(Octets.ofHex(REPORT), Direction.TO_MOBILE)
                        .warnings())
                .isEmpty();
    }

    @Test
    void readsAnswersWhereTheCallerExpectsThem() throws TpduDecodeException {
        assertThat(TpduDecoder.decodeReport(Octets.ofHex("010042305141526380"), Direction.TO_MOBILE))
                .isEqualTo(new SmsSubmitReport(
                        Optional.empty(),
                        new ServiceCentreTimestamp(Octets.ofHex("42305141526380")),
                        OptionalParameters.none()));
        assertThat(TpduDecoder.decodeReport(Octets.ofHex("00D300"), Direction.TO_NETWORK))
                .isEqualTo(new SmsDeliverReport(Optional.of(new FailureCause(0xD3)), OptionalParameters.none()));
    }

    @Test
    void refusesAMessageWhereAnAnswerIsDue() {
        TpduDecodeException thrown = catchThrowableOfType(
                TpduDecodeException.class, () -> TpduDecoder.decodeReport(Octets.ofHex(REPORT), Direction.TO_MOBILE));
        assertThat(thrown.field()).isEqualTo("TP-MTI");
    }

    @Test
    void warnsOfATimestampThatIsNoDate() throws TpduDecodeException {
        var deliver = Octets.ofHex("0402812100000000000000000000");
        assertThat(TpduDecoder.inspect(deliver, Direction.TO_MOBILE).warnings())
                .containsExactly(TpduWarning.BAD_TIMESTAMP);
    }

    @Test
    void rebasesADefectInAnEnclosingField() {
        TpduDecodeException inner = new TpduDecodeException("digits", 2, Defect.UNDERFLOW);
        assertThat(inner.within("TP-OA", 5)).hasMessage("TP-OA.digits at octet 7: UNDERFLOW");
    }

    @Test
    void letsNoSubmitExistThatTheNetworkWouldRefuse() {
        SmsAddress destination = SmsAddress.ofDestination("+12025550123");
        UserData hello = UserData.ofText("hello");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmsSubmit.to(SmsAddress.ofName("Bank"), hello))
                .withMessageContaining("TP-DA");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SmsSubmit.to(destination, hello).withDataCodingScheme(DataCodingScheme.of(Alphabet.UCS2)))
                .withMessageContaining("DataCodingScheme.of(GSM7)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserData.ofText("a".repeat(161)))
                .withMessageContaining("segments");
    }

    @Test
    void buildsASubmitStepByStep() {
        SmsSubmit submit = SmsSubmit.to(SmsAddress.ofDestination("+12025550123"), UserData.ofText("Hi"))
                .rejectingDuplicates()
                .requestingStatusReport()
                .withReference(new MessageReference(7))
                .withValidityPeriod(new ValidityPeriod.Relative(167))
                .withProtocolIdentifier(new ProtocolIdentifier(0x41))
                .withDataCodingScheme(DataCodingScheme.of(Alphabet.GSM7, 0));
        assertThat(TpduEncoder.encode(submit)).isEqualTo(Octets.ofHex("35070B912120550521F34110A702C834"));
        assertThat(submit.replyPath()).isFalse();
    }

    @Test
    void handsASubmitOverAsADeliver() {
        SmsAddress sender = SmsAddress.ofDestination("+12025550123");
        ServiceCentreTimestamp time = new ServiceCentreTimestamp(Octets.ofHex("42305141526380"));
        SmsSubmit submit = SmsSubmit.to(sender, UserData.ofText("Flash"))
                .withDataCodingScheme(DataCodingScheme.of(Alphabet.GSM7, 0));
        SmsDeliver expected = SmsDeliver.from(sender, time, UserData.ofText("Flash"))
                .withDataCodingScheme(DataCodingScheme.of(Alphabet.GSM7, 0));
        assertThat(SmsDeliver.of(submit, sender, time)).isEqualTo(expected);
        assertThat(expected.withProtocolIdentifier(new ProtocolIdentifier(0x40))
                        .protocolIdentifier()
                        .isSilent())
                .isTrue();
    }

    @Test
    void wrapsTheReference() {
        assertThat(new MessageReference(255).next()).isEqualTo(new MessageReference(0));
    }
}
