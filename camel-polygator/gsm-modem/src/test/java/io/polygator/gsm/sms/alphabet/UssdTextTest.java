package io.polygator.gsm.sms.alphabet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.UssdText.Form;
import io.polygator.gsm.sms.vectors.Vectors;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class UssdTextTest {
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"", Pattern.DOTALL);

    static Stream<JsonNode> linesWithText() {
        return Vectors.rows("cusd").filter(vector -> !vector.required("text").isNull());
    }

    @ParameterizedTest
    @MethodSource("linesWithText")
    void readsTheTextOfALine(JsonNode vector) {
        Matcher quoted = QUOTED.matcher(vector.required("line").asText());
        assertThat(quoted.find()).isTrue();
        CbsDataCoding coding = new CbsDataCoding(vector.required("dcs").asInt(CbsDataCoding.GSM7.value()));
        Form form = vector.required("cscs").asText().equals("UCS2") ? Form.UCS2 : Form.PLAIN;
        assertThat(UssdText.decode(quoted.group(1), coding, form))
                .isEqualTo(vector.required("text").asText());
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/vectors/ussd-texts.csv", delimiter = '|', useHeadersInDisplayName = true)
    void findsOutWhatWasMeant(String name, String printed, int coding, Form form, String text, String source) {
        assertThat(UssdText.decode(printed, new CbsDataCoding(coding), form)).isEqualTo(text);
    }

    static Stream<JsonNode> packed() {
        return Vectors.rows("ussd_packed");
    }

    @ParameterizedTest
    @MethodSource("packed")
    void packsAndUnpacksWithoutALength(JsonNode vector) {
        Octets octets = Octets.ofHex(vector.required("octets").asText());
        Octets septets = Gsm7.encode(vector.required("text").asText()).orElseThrow();
        assertThat(CbsSeptets.pack(septets)).isEqualTo(octets);
        assertThat(Gsm7.decode(CbsSeptets.unpack(octets)))
                .isEqualTo(vector.required("decoded").asText());
    }

    @Property
    void packingKeepsAllButACarriageReturnAtTheEnd(@ForAll @Size(max = 40) List<@IntRange(max = 127) Integer> values) {
        Octets septets = SeptetsTest.octets(values);
        String unpacked = CbsSeptets.unpack(CbsSeptets.pack(septets)).toString();
        assertThat(unpacked).startsWith(septets.toString());
        assertThat(unpacked.substring(septets.toString().length())).isIn("", "0D");
    }

    static Stream<JsonNode> codings() {
        return Vectors.rows("dcs_ussd");
    }

    @ParameterizedTest
    @MethodSource("codings")
    void knowsTheAlphabetOfACoding(JsonNode vector) {
        CbsDataCoding coding = new CbsDataCoding(vector.required("dcs").asInt());
        assertThat(nameOf(coding)).isEqualTo(vector.required("alphabet").asText());
    }

    private static String nameOf(CbsDataCoding coding) {
        String alphabet =
                switch (coding.alphabet()) {
                    case GSM7 -> "gsm7";
                    case OCTETS -> "8bit";
                    case UCS2 -> "ucs2";
                };
        return coding.hasLanguagePrefix() ? alphabet + "-langprefix" : alphabet;
    }

    @Test
    void readsPackedDigitsWithASign() {
        assertThat(UssdText.decode("AA182C3602", CbsDataCoding.GSM7, Form.PLAIN))
                .isEqualTo("*101#");
    }

    @Test
    void readsOneOctetPerCharacter() {
        assertThat(UssdText.decode("4F4B", new CbsDataCoding(0), Form.PLAIN)).isEqualTo("OK");
        assertThat(UssdText.decode("3132", new CbsDataCoding(0), Form.HEXADECIMAL))
                .isEqualTo("12");
    }

    @Test
    void dropsTheLanguage() {
        Octets packed = CbsSeptets.pack(Gsm7.encode("en\rBalance").orElseThrow());
        assertThat(UssdText.decode(packed.toString(), new CbsDataCoding(0x10), Form.PLAIN))
                .isEqualTo("Balance");
        assertThat(UssdText.decode("en\rBalance", new CbsDataCoding(0x10), Form.PLAIN))
                .isEqualTo("Balance");
        assertThat(UssdText.decode("657700410042", new CbsDataCoding(0x11), Form.PLAIN))
                .isEqualTo("AB");
    }

    @Test
    void readsSeptetsThatLookLikeControlCharacters() {
        assertThat(UssdText.decode("mail \u0000 home", CbsDataCoding.GSM7, Form.PLAIN))
                .isEqualTo("mail @ home");
    }

    @Test
    void takesWhatFitsNoRuleAsItStands() {
        assertThat(UssdText.decode("Баланс", CbsDataCoding.UCS2, Form.UCS2)).isEqualTo("Баланс");
        assertThat(UssdText.decode("0410041", CbsDataCoding.UCS2, Form.UCS2)).isEqualTo("0410041");
        assertThat(UssdText.decode("", CbsDataCoding.UCS2, Form.UCS2)).isEmpty();
        assertThat(UssdText.decode("0001", CbsDataCoding.GSM7, Form.UCS2)).isEqualTo("0001");
    }
}
