package io.polygator.gsm.sms.alphabet;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterationTest {

    @ParameterizedTest
    @CsvSource({
        "Łódź – “żółć”…, Lodz - \"zolc\"...",
        "façade, facade",
        "Щастя їжак, Shchastya yizhak",
        "Ньютон объект, Nyuton obekt",
        "Άλφα Ωμέγα, Alfa Ωmega",
        "naïve café, naive café",
    })
    void replacesByWhatLooksSimilar(String text, String similar) {
        assertThat(Transliteration.toGsm7(text)).isEqualTo(similar);
        assertThat(Gsm7.encode(similar)).isPresent();
    }

    @Test
    void keepsWhatHasNoSimilarLetter() {
        assertThat(Transliteration.toGsm7("漢😀")).isEqualTo("漢😀");
    }

    @Test
    void anAccentJoinsTheLetterThatCameIn() {
        assertThat(Transliteration.toGsm7("\u00AA\u0300")).isEqualTo("à");
    }

    @Property
    void leavesWhatTheAlphabetHas(@ForAll String text) {
        String similar = Transliteration.toGsm7(text);
        assertThat(Transliteration.toGsm7(similar)).isEqualTo(similar);
    }
}
