package io.polygator.gsm.sms.alphabet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.vectors.Vectors;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SeptetsTest {

    static Stream<JsonNode> septets() {
        return Vectors.rows("septets");
    }

    @ParameterizedTest
    @MethodSource("septets")
    void packsAndUnpacks(JsonNode vector) {
        Octets septets = Gsm7.encode(vector.required("text").asText()).orElseThrow();
        Octets packed = Octets.ofHex(vector.required("octets").asText());
        int fillBits = vector.required("fill_bits").asInt();
        assertThat(septets.length()).isEqualTo(vector.required("septets").asInt());
        assertThat(Septets.pack(septets, fillBits)).isEqualTo(packed);
        assertThat(Septets.unpack(packed, septets.length(), fillBits)).isEqualTo(septets);
    }

    @Property
    void unpacksWhatItPacks(
            @ForAll @Size(max = 160) List<@IntRange(max = 127) Integer> septets,
            @ForAll @IntRange(max = 6) int fillBits) {
        Octets unpacked = octets(septets);
        Octets packed = Septets.pack(unpacked, fillBits);
        assertThat(Septets.unpack(packed, unpacked.length(), fillBits)).isEqualTo(unpacked);
        assertThat(Septets.capacity(packed.length(), fillBits)).isBetween(unpacked.length(), unpacked.length() + 1);
    }

    static Octets octets(List<Integer> values) {
        byte[] octets = new byte[values.size()];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = values.get(i).byteValue();
        }
        return Octets.copyOf(octets);
    }

    @ParameterizedTest(name = "a header of {0} octets covers {1} septets, {2} bits of them filled")
    @CsvSource({"0,0,0", "4,5,3", "5,6,2", "6,7,1", "7,8,0", "9,11,5", "12,14,2"})
    void alignsTextBehindAHeader(int headerOctets, int covered, int fillBits) {
        assertThat(Septets.covering(headerOctets)).isEqualTo(covered);
        assertThat(Septets.fillBits(headerOctets)).isEqualTo(fillBits);
    }

    @Test
    void refusesAnOctetThatIsNoSeptet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Septets.pack(Octets.ofHex("4180"), 0))
                .withMessageContaining("septet 1");
    }
}
