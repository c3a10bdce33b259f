package io.polygator.gsm.sms.alphabet;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.octets.Octets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Ucs2Test {

    @Property
    void decodesWhatItEncodes(@ForAll String text) {
        String sent = Ucs2.decode(Ucs2.encode("x" + text)); // the x keeps a byte order mark from being one
        assertThat(Ucs2.decode(Ucs2.encode(sent))).isEqualTo(sent);
        assertThat(Ucs2.hasLoneSurrogate(Ucs2.encode(text))).isFalse();
    }

    @Test
    void carriesSurrogatePairs() {
        assertThat(Ucs2.encode("😀")).isEqualTo(Octets.ofHex("D83DDE00"));
        assertThat(Ucs2.decode(Octets.ofHex("D83DDE00"))).isEqualTo("😀");
    }

    @Test
    void replacesHalfAPair() {
        assertThat(Ucs2.decode(Octets.ofHex("0041D83D0042"))).isEqualTo("A\uFFFDB");
        assertThat(Ucs2.encode("\uD83D")).isEqualTo(Octets.ofHex("FFFD"));
        assertThat(Ucs2.hasLoneSurrogate(Octets.ofHex("DE00"))).isTrue();
    }

    @Test
    void obeysAByteOrderMark() {
        assertThat(Ucs2.decode(Octets.ofHex("FEFF0041"))).isEqualTo("A");
        assertThat(Ucs2.decode(Octets.ofHex("FFFE4100"))).isEqualTo("A");
    }

    @Test
    void dropsAnOddLastOctet() {
        assertThat(Ucs2.decode(Octets.ofHex("0041004200"))).isEqualTo("AB");
        assertThat(Ucs2.decode(Octets.ofHex("00"))).isEmpty();
    }

    @Test
    void neverSendsWhatReadsAsASwappedMark() {
        assertThat(Ucs2.encode("\uFFFEA")).isEqualTo(Octets.ofHex("FFFD0041"));
    }
}
