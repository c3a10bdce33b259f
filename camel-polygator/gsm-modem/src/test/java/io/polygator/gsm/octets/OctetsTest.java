package io.polygator.gsm.octets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OctetsTest {

    @Property
    void readsWhatItPrints(@ForAll byte[] bytes) {
        Octets octets = Octets.copyOf(bytes);
        assertThat(Octets.ofHex(octets.toString())).isEqualTo(octets).hasSameHashCodeAs(octets);
        assertThat(octets.toByteArray()).isEqualTo(bytes);
        assertThat(octets.length()).isEqualTo(bytes.length);
    }

    @Property
    void concatenationUndoesSlicing(@ForAll byte[] bytes) {
        Octets octets = Octets.copyOf(bytes);
        int middle = octets.length() / 2;
        assertThat(octets.slice(0, middle).concat(octets.slice(middle, octets.length())))
                .isEqualTo(octets);
    }

    @Test
    void countsFromZeroTo255() {
        assertThat(Octets.ofHex("00ff").at(1)).isEqualTo(255);
        assertThat(Octets.empty().isEmpty()).isTrue();
    }

    @Test
    void doesNotChangeWithTheArraysAroundIt() {
        byte[] bytes = {1, 2};
        Octets octets = Octets.copyOf(bytes);
        bytes[0] = 9;
        octets.toByteArray()[1] = 9;
        assertThat(octets).isEqualTo(Octets.ofHex("0102"));
    }

    @Test
    void refusesWhatIsNoOctet() {
        assertThatIllegalArgumentException().isThrownBy(() -> Octets.ofHex("123"));
        assertThatIllegalArgumentException().isThrownBy(() -> Octets.ofHex("0G"));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Octets.ofHex("00").slice(0, 2));
    }
}
