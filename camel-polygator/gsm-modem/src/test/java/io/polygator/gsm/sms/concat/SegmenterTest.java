package io.polygator.gsm.sms.concat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.NationalLanguage;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.vectors.Vectors;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmenterTest {
    private static final SegmentationOptions STANDARD = SegmentationOptions.standard(ConcatReference.ofEightBits(0x5A));

    /** The texts that the vectors describe in words. */
    private static final Map<String, String> VECTOR_TEXTS = Map.ofEntries(
            Map.entry("160 x a", "a".repeat(160)),
            Map.entry("161 x a", "a".repeat(161)),
            Map.entry("307 x a", "a".repeat(307)),
            Map.entry("161 x a, 16-bit ref", "a".repeat(161)),
            Map.entry("152 x a + euro + 20 x b", "a".repeat(152) + "€" + "b".repeat(20)),
            Map.entry("153 x a + euro + 20 x b", "a".repeat(153) + "€" + "b".repeat(20)),
            Map.entry("71 x Zhe", "Ж".repeat(71)),
            Map.entry("134 x Zhe", "Ж".repeat(134)),
            Map.entry("71 x Zhe, 16-bit ref", "Ж".repeat(71)),
            Map.entry("66 x ya + emoji + 10 x ya", "я".repeat(66) + "😀" + "я".repeat(10)),
            Map.entry("36 emoji", "😀".repeat(36)),
            Map.entry("1 backtick forces UCS-2", "`" + "a".repeat(70)));

    static Stream<JsonNode> splits() {
        return Vectors.rows("split");
    }

    @ParameterizedTest
    @MethodSource("splits")
    void cutsAsTheVectorsSay(JsonNode vector) {
        String text = VECTOR_TEXTS.getOrDefault(vector.required("name").asText(), "");
        assertThat(text).hasSize(vector.required("text_utf16_length").asInt());
        int width = vector.required("ref_bits").asInt();
        Segmentation result = Segmenter.segmentText(text, SegmentationOptions.standard(new ConcatReference(7, width)));

        List<Integer> units = StreamSupport.stream(
                        vector.required("units_per_part").spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
        assertThat(result.segments()).hasSize(vector.required("parts").asInt());
        assertThat(result.alphabet() == Alphabet.GSM7 ? "gsm7" : "ucs2")
                .isEqualTo(vector.required("alphabet").asText());
        assertThat(unitCounts(result)).isEqualTo(units);
        assertThat(Segments.joined(result)).isEqualTo(text);
    }

    private static List<Integer> unitCounts(Segmentation segmentation) {
        int octetsPerUnit = segmentation.alphabet() == Alphabet.UCS2 ? 2 : 1;
        return segmentation.segments().stream()
                .map(segment -> segment.units().length() / octetsPerUnit)
                .toList();
    }

    @ParameterizedTest(name = "{0} behind {1} characters")
    @CsvSource({"€, 151", "€, 152", "€, 153", "[, 151", "[, 152", "[, 153", "'€[', 304", "'€[', 305", "'[€', 303"})
    void neverTearsAnEscapePair(String extension, int before) {
        String text = "a".repeat(before) + extension + "b".repeat(200);
        Segmentation result = Segmenter.segmentText(text, STANDARD);
        assertThat(result.alphabet()).isEqualTo(Alphabet.GSM7);
        assertThat(String.join("", decodedOneByOne(result))).isEqualTo(text);
    }

    @Test
    void putsAThreeSegmentTextWithExtensionsOnTheBoundaryIntoThree() {
        String text = "a".repeat(152) + "€" + "b".repeat(150) + "[" + "c".repeat(20);
        Segmentation result = Segmenter.segmentText(text, STANDARD);
        assertThat(unitCounts(result)).containsExactly(152, 152, 22);
        assertThat(decodedOneByOne(result).get(1)).startsWith("€");
        assertThat(decodedOneByOne(result).get(2)).startsWith("[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👨‍👩‍👧‍👦", // a family: four emoji and three joiners
                "🇺🇦", // a flag: two regional indicators
                "👍🏽", // a skin tone
                "❤️", // a variation selector
                "й", // a letter and its breve
                "\r\n"
            })
    void keepsAGraphemeClusterInOneSegment(String cluster) {
        for (int before = 55; before <= 70; before++) {
            String text = "я".repeat(before) + cluster + "я".repeat(60);
            Segmentation result = Segmenter.segmentText(text, STANDARD);
            assertThat(decodedOneByOne(result)).anyMatch(segment -> segment.contains(cluster));
            assertThat(Segments.joined(result)).isEqualTo(text);
        }
    }

    @Test
    void keepsFlagsWholeInARowOfThem() {
        String text = "🇺🇦🇪🇺".repeat(20);
        Segmentation result = Segmenter.segmentText(text, STANDARD);
        assertThat(decodedOneByOne(result)).allMatch(segment -> segment.matches("(🇺🇦|🇪🇺)+"));
        assertThat(Segments.joined(result)).isEqualTo(text);
    }

    @Test
    void cutsAClusterThatIsLongerThanASegmentBetweenCodePoints() {
        String text = "ж" + "\u0301".repeat(200) + "😀";
        Segmentation result = Segmenter.segmentText(text, STANDARD);
        assertThat(Segments.joined(result)).isEqualTo(text);
        assertThat(decodedOneByOne(result)).noneMatch(segment -> segment.contains("\uFFFD"));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "€", "[", "\r\n", "Ж", "ğ", "é", "`", "😀", "👨‍👩‍👧‍👦", "🇺🇦", "क्षि", "\u0301", " ")
                .list()
                .ofMaxSize(500)
                .map(pieces -> String.join("", pieces));
    }

    @Property
    void everyTextComesBack(
            @ForAll("texts") String text, @ForAll Set<NationalLanguage> languages, @ForAll Encoding encoding) {
        SegmentationOptions options =
                STANDARD.withLanguages(languages).withEncoding(encoding == Encoding.GSM7 ? Encoding.AUTO : encoding);
        Segmentation result = Segmenter.segmentText(text, options);
        assertThat(Segments.joined(result)).isEqualTo(text);
        assertThat(String.join("", decodedOneByOne(result))).isEqualTo(text);
        assertThat(result.segments()).allMatch(segment -> segment.octetLength() <= UserData.MOST_OCTETS);
    }

    private static List<String> decodedOneByOne(Segmentation segmentation) {
        return segmentation.segments().stream()
                .map(segment -> segment.text().orElseThrow())
                .toList();
    }

    @Test
    void makesRoomForANationalTable() {
        SegmentationOptions options = STANDARD.withLanguages(Set.of(NationalLanguage.SPANISH));
        String accented = "á"; // two septets
        assertThat(unitCounts(Segmenter.segmentText(accented + "a".repeat(153), options)))
                .containsExactly(155);
        assertThat(unitCounts(Segmenter.segmentText(accented + "a".repeat(154), options)))
                .containsExactly(149, 7);
    }

    @Test
    void takesNationalTablesOnlyWhenAllowed() {
        String text = "ğ".repeat(100);
        assertThat(Segmenter.segmentText(text, STANDARD).alphabet()).isEqualTo(Alphabet.UCS2);
        Segmentation turkish = Segmenter.segmentText(text, STANDARD.withLanguages(Set.of(NationalLanguage.TURKISH)));
        assertThat(turkish.alphabet()).isEqualTo(Alphabet.GSM7);
        assertThat(turkish.segments()).hasSize(1);
    }

    @Test
    void prefersTheDefaultAlphabetWhenAnotherSavesNothing() {
        Segmentation result =
                Segmenter.segmentText("Hello [1]", STANDARD.withLanguages(Set.of(NationalLanguage.values())));
        assertThat(result.segments())
                .singleElement()
                .satisfies(segment -> assertThat(segment.header().isEmpty()).isTrue());
    }

    @Test
    void replacesLettersOnlyWhenAskedAndUseful() {
        assertThat(Segmenter.segmentText("Łódź", STANDARD).alphabet()).isEqualTo(Alphabet.UCS2);
        assertThat(Segments.joined(Segmenter.segmentText("Łódź", STANDARD.transliterating())))
                .isEqualTo("Lodz");
        assertThat(Segments.joined(Segmenter.segmentText("Łódź 漢", STANDARD.transliterating())))
                .isEqualTo("Łódź 漢");
    }

    @Test
    void namesTheCharacterThatGsm7Lacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Segmenter.segmentText("ok 😀", STANDARD.withEncoding(Encoding.GSM7)))
                .withMessageContaining("U+1F600")
                .withMessageContaining("UCS2");
    }

    @ParameterizedTest
    @ValueSource(ints = {255 * 153 + 1, 255 * 160 + 1, 1_000_000})
    void namesTheLimitOfSegments(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Segmenter.segmentText("a".repeat(length), STANDARD))
                .withMessageContaining("255")
                .withMessageContaining("shorten");
    }

    @Test
    void fillsAllSegments() {
        Segmentation result = Segmenter.segmentText("a".repeat(255 * 153), STANDARD);
        assertThat(result.segments()).hasSize(255);
        assertThat(Concatenation.in(result.segments().get(254).header()))
                .contains(new Concatenation(ConcatReference.ofEightBits(0x5A), 255, 255));
    }

    @Test
    void carriesAnEmptyText() {
        assertThat(Segmenter.segmentText("", STANDARD).segments()).containsExactly(UserData.empty());
    }

    @ParameterizedTest
    @CsvSource({"133, 1", "134, 2", "256, 2", "257, 3"})
    void cutsOctetsForAnApplication(int length, int segments) {
        Octets octets = Octets.copyOf(new byte[length]);
        Ports wap = new Ports(2948, 9200);
        Segmentation result = Segmenter.segmentOctets(octets, STANDARD.withPorts(wap));
        assertThat(result.alphabet()).isEqualTo(Alphabet.OCTETS);
        assertThat(result.segments()).hasSize(segments);
        assertThat(Segments.deliver(result))
                .allSatisfy(segment ->
                        assertThat(Ports.in(segment.userData().header())).contains(wap));
        JoinedMessage joined = Reassembly.join(Segments.deliver(result));
        assertThat(joined.data()).isEqualTo(octets);
        assertThat(joined.ports()).contains(wap);
    }
}
