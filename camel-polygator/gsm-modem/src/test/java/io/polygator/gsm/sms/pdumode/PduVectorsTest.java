package io.polygator.gsm.sms.pdumode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gsm.sms.tpdu.DecodedTpdu;
import io.polygator.gsm.sms.tpdu.Direction;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.sms.tpdu.TpduDecoder;
import io.polygator.gsm.sms.tpdu.TpduEncoder;
import io.polygator.gsm.sms.tpdu.TpduWarning;
import io.polygator.gsm.sms.vectors.Vectors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every PDU of the vectors: what it says, what is wrong with it, and that encoding gives it back. */
class PduVectorsTest {

    static Stream<Named<JsonNode>> readable() {
        return vectors()
                .filter(vector -> !vector.required("fields").has("error"))
                .map(PduVectorsTest::named);
    }

    static Stream<Named<JsonNode>> unreadable() {
        return vectors()
                .filter(vector -> vector.required("fields").has("error"))
                .map(PduVectorsTest::named);
    }

    static Stream<Named<JsonNode>> roundTrips() {
        return vectors()
                .filter(vector -> vector.required("kind").asText().equals("roundtrip"))
                .map(PduVectorsTest::named);
    }

    private static Stream<JsonNode> vectors() {
        return Vectors.rows("vectors");
    }

    private static Named<JsonNode> named(JsonNode vector) {
        return Named.of(vector.required("id").asText(), vector);
    }

    @ParameterizedTest
    @MethodSource("readable")
    void decodesAllFields(JsonNode vector) throws TpduDecodeException {
        PduModeFrame frame = PduModeFrame.parse(vector.required("pdu").asText());
        DecodedTpdu decoded = TpduDecoder.inspect(frame.tpdu(), direction(vector));

        Map<String, Object> expected = new LinkedHashMap<>();
        JsonNode fields = vector.required("fields");
        fields.properties()
                .forEach(field -> expected.put(field.getKey(), PduFields.plain(field.getKey(), field.getValue())));
        expected.remove("warnings");
        if (decoded.warnings().contains(TpduWarning.UD_SHORT)) {
            // TP-UDL announces more than there is; the value tells what is there.
            expected.remove("udl");
        }

        Map<String, Object> actual = PduFields.of(frame, decoded.tpdu());
        actual.keySet().retainAll(expected.keySet());
        assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(decoded.warnings()).containsExactlyInAnyOrderElementsOf(warnings(fields));
        if (vector.has("cmgs_length")) {
            assertThat(frame.tpduLength())
                    .isEqualTo(vector.required("cmgs_length").asInt());
        }
    }

    private static List<TpduWarning> warnings(JsonNode fields) {
        return StreamSupport.stream(fields.path("warnings").spliterator(), false)
                .map(warning -> TpduWarning.valueOf(warning.asText()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void namesTheDefect(JsonNode vector) {
        TpduDecodeException defect = catchThrowableOfType(
                TpduDecodeException.class,
                () -> TpduDecoder.decode(
                        PduModeFrame.parse(vector.required("pdu").asText()).tpdu(), direction(vector)));
        assertThat(inWordsOfTheVectors(defect))
                .isEqualTo(vector.required("fields").required("error").asText());
    }

    private static String inWordsOfTheVectors(TpduDecodeException defect) {
        return switch (defect.defect()) {
            case NOT_HEXADECIMAL -> "NON_HEX";
            case ODD_LENGTH -> "ODD_HEX";
            case UNDERFLOW ->
                "TRUNCATED:"
                        + defect.field()
                                .replaceAll("\\..*", "")
                                .replace("TP-", "")
                                .replace("SMSC", "SCA");
            case RESERVED_VALUE -> defect.field().equals("TP-MTI") ? "UNSUPPORTED_MTI" : defect.toString();
            case OVERLENGTH -> defect.toString();
        };
    }

    @ParameterizedTest
    @MethodSource("roundTrips")
    void encodesToTheSameOctets(JsonNode vector) throws TpduDecodeException {
        PduModeFrame frame = PduModeFrame.parse(vector.required("pdu").asText());
        PduModeFrame again =
                new PduModeFrame(frame.smsc(), TpduEncoder.encode(TpduDecoder.decode(frame.tpdu(), direction(vector))));
        assertThat(again.format()).isEqualTo(vector.required("pdu").asText().toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("roundTrips")
    void keepsNumbersOutOfItsPrintedForm(JsonNode vector) throws TpduDecodeException {
        PduModeFrame frame = PduModeFrame.parse(vector.required("pdu").asText());
        assertThat(TpduDecoder.decode(frame.tpdu(), direction(vector)).toString())
                .doesNotContain("12025550123")
                .doesNotContain("380501234567")
                .doesNotContain("hello");
        assertThat(frame.smsc().map(SmsAddress::toString).orElse("")).doesNotContain("380500000500");
    }

    private static Direction direction(JsonNode vector) {
        return vector.required("direction").asText().equals("mo") ? Direction.TO_NETWORK : Direction.TO_MOBILE;
    }
}
