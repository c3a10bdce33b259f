package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gsm.modem.UssdText.CharacterSet;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.vectors.Vectors;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class UssdTextTest {

    static Stream<JsonNode> announcements() {
        return Vectors.rows("cusd");
    }

    static Stream<JsonNode> packed() {
        return Vectors.rows("ussd_packed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/modem/ussd-texts.csv", delimiter = '|', useHeadersInDisplayName = true)
    void findsOutWhatWasMeant(
            String name, String printed, int scheme, CharacterSet characterSet, String text, String source) {
        assertThat(UssdText.decode(printed, OptionalInt.of(scheme), characterSet))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("announcements")
    void readsTheVectors(JsonNode vector) {
        String line = vector.required("line").asText();
        UssdAnnouncement announcement =
                UssdAnnouncement.parse(line.substring(line.indexOf(':') + 1)).orElseThrow();
        CharacterSet inForce = vector.required("cscs").asText().equals("UCS2") ? CharacterSet.UCS2 : CharacterSet.GSM;

        assertThat(announcement.scheme())
                .isEqualTo(
                        vector.required("dcs").isNull()
                                ? OptionalInt.empty()
                                : OptionalInt.of(vector.required("dcs").asInt()));
        assertThat(UssdText.decode(announcement.text(), announcement.scheme(), inForce))
                .isEqualTo(
                        vector.required("text").isNull()
                                ? ""
                                : vector.required("text").asText());
    }

    @ParameterizedTest
    @MethodSource("packed")
    void unpacksSeptets(JsonNode vector) {
        assertThat(UssdText.unpacked(Octets.ofHex(vector.required("octets").asText())))
                .isEqualTo(vector.required("decoded").asText());
    }

    @Test
    void leavesOutTheLanguageBeforeAText() {
        assertThat(UssdText.decode("en\rBalance", OptionalInt.of(16), CharacterSet.GSM))
                .isEqualTo("Balance");
    }
}
