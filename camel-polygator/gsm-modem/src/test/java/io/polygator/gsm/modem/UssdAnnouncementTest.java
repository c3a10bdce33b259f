package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gsm.sms.alphabet.CbsDataCoding;
import io.polygator.gsm.sms.alphabet.UssdText;
import io.polygator.gsm.sms.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UssdAnnouncementTest {

    static Stream<JsonNode> announcements() {
        return Vectors.rows("cusd");
    }

    @ParameterizedTest
    @MethodSource("announcements")
    void readsTheVectors(JsonNode vector) {
        String line = vector.required("line").asText();
        UssdAnnouncement announcement =
                UssdAnnouncement.parse(line.substring(line.indexOf(':') + 1)).orElseThrow();
        UssdSpelling inForce =
                UssdSpelling.valueOf(vector.required("cscs").asText().equals("UCS2") ? "UCS2" : "GSM");

        assertThat(announcement.coding().value())
                .isEqualTo(vector.required("dcs").asInt(CbsDataCoding.GSM7.value()));
        assertThat(UssdText.decode(announcement.text(), announcement.coding(), inForce.form()))
                .isEqualTo(
                        vector.required("text").isNull()
                                ? ""
                                : vector.required("text").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {" 0,\"Hi\"", " 0,\"Hi\",", " 0,\"Hi\",999"})
    void takesACodingThatIsMissingForTheUsualOne(String arguments) {
        assertThat(UssdAnnouncement.parse(arguments).orElseThrow().coding()).isEqualTo(CbsDataCoding.GSM7);
    }
}
