package io.polygator.gsm.octets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SemiOctetsTest {

    @Property
    void decodesWhatItEncodes(
            @ForAll @StringLength(max = 20) @CharRange(from = '0', to = '9') @Chars({'*', '#', 'a', 'b', 'c'})
                    String digits) {
        assertThat(SemiOctets.decode(SemiOctets.encode(digits), digits.length()))
                .isEqualTo(digits);
    }

    @Property
    void holdsTwoDigits(@ForAll @IntRange(max = 99) int number) {
        assertThat(SemiOctets.numberIn(SemiOctets.octetOf(number))).hasValue(number);
    }

    @Test
    void fillsUpAnOddNumberOfDigits() {
        assertThat(SemiOctets.encode("12345")).isEqualTo(Octets.ofHex("2143F5"));
    }

    @Test
    void endsAtAFillerThatTheCountIncludes() {
        assertThat(SemiOctets.decode(Octets.ofHex("2143F5"), 6)).isEqualTo("12345");
    }

    @Test
    void tellsThatHexadecimalHalvesAreNoNumber() {
        assertThat(SemiOctets.numberIn(0xA1)).isEmpty();
        assertThat(SemiOctets.numberIn(0x1A)).isEmpty();
    }

    @Test
    void namesThePositionOfACharacterWithoutSemiOctet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SemiOctets.encode("12x"))
                .withMessageContaining("character 3")
                .withMessageNotContaining("12x");
        assertThatIllegalArgumentException().isThrownBy(() -> SemiOctets.octetOf(100));
    }
}
