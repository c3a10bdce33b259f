package io.polygator.gsm.sms.alphabet;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.octets.Octets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Gsm7Test {
    private static final NationalShift TURKISH = new NationalShift(NationalLanguage.TURKISH, NationalLanguage.TURKISH);

    @Property
    void everyRunOfSeptetsHasATextThatEncodesAgain(
            @ForAll @Size(max = 160) List<@IntRange(max = 127) Integer> septets,
            @ForAll NationalLanguage locking,
            @ForAll NationalLanguage single) {
        NationalShift shift = new NationalShift(locking, single);
        String text = Gsm7.decode(SeptetsTest.octets(septets), shift);
        String carried = text.replace("\uFFFD", "");
        assertThat(Gsm7.encode(carried, shift).map(encoded -> Gsm7.decode(encoded, shift)))
                .contains(carried);
    }

    @Test
    void takesAnExtensionCharacterForTwoSeptets() {
        assertThat(Gsm7.encode("a€[")).contains(Octets.ofHex("611B651B3C"));
    }

    @Test
    void takesTheShorterCodeOfACharacterInBothTables() {
        assertThat(Gsm7.encode("€ğ", TURKISH)).contains(Octets.ofHex("040C"));
    }

    @Test
    void readsAnEscapeWithoutMeaning() {
        assertThat(Gsm7.decode(Octets.ofHex("1B41"))).isEqualTo("A");
        assertThat(Gsm7.decode(Octets.ofHex("411B"))).isEqualTo("A ");
        assertThat(Gsm7.decode(Octets.ofHex("1B1B41"))).isEqualTo(" A");
    }

    @Test
    void knowsWhetherAnEscapeWaitsForItsPartner() {
        assertThat(Gsm7.endsWithinEscape(Octets.ofHex("411B"))).isTrue();
        assertThat(Gsm7.endsWithinEscape(Octets.ofHex("1B1B"))).isFalse();
        assertThat(Gsm7.endsWithinEscape(Octets.ofHex("1B65"))).isFalse();
        assertThat(Gsm7.endsWithinEscape(Octets.empty())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"`", "ç", "´", "Ж", "–", "“", "\u00A0", "·", "😀"})
    void lacksWhatLooksFamiliar(String text) {
        assertThat(Gsm7.encode(text)).isEmpty();
        assertThat(Gsm7.firstWithoutCode("ok" + text, NationalShift.none())).hasValue(text.codePointAt(0));
    }

    @Test
    void knowsLanguagesByIdentifier() {
        assertThat(NationalLanguage.ofIdentifier(13)).contains(NationalLanguage.URDU);
        assertThat(NationalLanguage.ofIdentifier(99)).isEmpty();
        assertThat(NationalLanguage.SPANISH.hasLockingTable()).isFalse();
        assertThat(NationalShift.none().isNone()).isTrue();
        assertThat(TURKISH.isNone()).isFalse();
    }
}
