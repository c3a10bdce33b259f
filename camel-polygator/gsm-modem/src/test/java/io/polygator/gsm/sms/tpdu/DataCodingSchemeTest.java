package io.polygator.gsm.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DataCodingScheme.MessageWaiting;
import io.polygator.gsm.sms.vectors.Vectors;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataCodingSchemeTest {
    private static final Map<Alphabet, String> NAMES =
            Map.of(Alphabet.GSM7, "gsm7", Alphabet.OCTETS, "8bit", Alphabet.UCS2, "ucs2");

    static Stream<JsonNode> schemes() {
        return Vectors.rows("dcs_sms");
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void knowsWhatAValueMeans(JsonNode vector) {
        DataCodingScheme scheme =
                new DataCodingScheme(Integer.parseInt(vector.required("dcs").asText(), 16));
        assertThat(NAMES.get(scheme.alphabet()))
                .isEqualTo(vector.required("alphabet").asText());
        assertThat(scheme.messageClass().orElse(-1))
                .isEqualTo(vector.required("class").asInt(-1));
        assertThat(scheme.isCompressed())
                .isEqualTo(vector.required("compressed").asBoolean());
        assertThat(scheme.isDeletedAfterReading())
                .isEqualTo(vector.required("auto_delete").asBoolean());
        assertThat(scheme.isReserved()).isEqualTo(vector.required("reserved").asBoolean());
        assertThat(scheme.messageWaiting().map(DataCodingSchemeTest::describe).orElse("null"))
                .isEqualTo(describe(vector.required("mwi")));
    }

    private static String describe(MessageWaiting waiting) {
        return "%s %s %s"
                .formatted(
                        waiting.storage() == MessageWaiting.Storage.STORE,
                        waiting.indication() == MessageWaiting.Indication.ACTIVE,
                        waiting.mailbox().name().toLowerCase(Locale.ROOT));
    }

    private static String describe(JsonNode waiting) {
        return waiting.isNull()
                ? "null"
                : "%s %s %s"
                        .formatted(
                                waiting.required("store").asBoolean(),
                                waiting.required("active").asBoolean(),
                                waiting.required("kind").asText());
    }

    @Property
    void tellsTheAlphabetAndClassItWasMadeOf(@ForAll Alphabet alphabet, @ForAll @IntRange(max = 3) int messageClass) {
        assertThat(DataCodingScheme.of(alphabet).alphabet()).isEqualTo(alphabet);
        assertThat(DataCodingScheme.of(alphabet).messageClass()).isEmpty();
        assertThat(DataCodingScheme.of(alphabet, messageClass).alphabet()).isEqualTo(alphabet);
        assertThat(DataCodingScheme.of(alphabet, messageClass).messageClass()).hasValue(messageClass);
        assertThat(DataCodingScheme.of(alphabet, messageClass).isReserved()).isFalse();
    }

    @Test
    void writesFlashMessagesTheUsualWay() {
        assertThat(DataCodingScheme.of(Alphabet.GSM7, 0).value()).isEqualTo(0x10);
        assertThat(DataCodingScheme.of(Alphabet.OCTETS, 0).value()).isEqualTo(0x14);
        assertThat(DataCodingScheme.of(Alphabet.UCS2, 0).value()).isEqualTo(0x18);
    }

    @Test
    void takesCompressedTextForOctets() {
        assertThat(new DataCodingScheme(0x20).alphabet()).isEqualTo(Alphabet.OCTETS);
        assertThat(new DataCodingScheme(0x20).isCompressed()).isTrue();
    }

    @Test
    void hasFourClasses() {
        assertThatIllegalArgumentException().isThrownBy(() -> DataCodingScheme.of(Alphabet.GSM7, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new DataCodingScheme(256));
    }
}
