package io.polygator.gsm.sms.concat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.NationalLanguage;
import io.polygator.gsm.sms.alphabet.NationalShift;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.UserData;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReassemblyTest {

    @Test
    void joinsSegmentsInAnyOrder() {
        JoinedMessage joined =
                join(Segments.gsm7(3, 3, "!"), Segments.gsm7(1, 3, "hello "), Segments.gsm7(2, 3, "world"));
        assertThat(joined.text()).isEqualTo("hello world!");
        assertThat(joined.isComplete()).isTrue();
        assertThat(joined.segments()).isEqualTo(3);
        assertThat(joined.first()).isEqualTo(Segments.gsm7(1, 3, "hello "));
    }

    @Test
    void joinsAnEscapePairThatTheSenderCut() {
        JoinedMessage joined =
                join(Segments.gsm7(1, 2, Octets.ofHex("411B")), Segments.gsm7(2, 2, Octets.ofHex("6542")));
        assertThat(joined.text()).isEqualTo("A€B");
    }

    @Test
    void joinsASurrogatePairThatTheSenderCut() {
        JoinedMessage joined =
                join(Segments.ucs2(1, 2, Octets.ofHex("0416D83D")), Segments.ucs2(2, 2, Octets.ofHex("DE00")));
        assertThat(joined.text()).isEqualTo("Ж😀");
    }

    @Test
    void keepsAnOddOctetFromShiftingTheRest() {
        JoinedMessage joined =
                join(Segments.ucs2(1, 2, Octets.ofHex("041600")), Segments.ucs2(2, 2, Octets.ofHex("0416")));
        assertThat(joined.text()).isEqualTo("ЖЖ");
    }

    @Test
    void readsEachPartWithItsOwnTables() {
        JoinedMessage joined = join(
                national(1, 3, NationalLanguage.TURKISH, "ğ"),
                Segments.gsm7(2, 3, "è"),
                national(3, 3, NationalLanguage.TURKISH, "ş"));
        assertThat(joined.text()).isEqualTo("ğèş");
    }

    private static SmsDeliver national(int sequence, int total, NationalLanguage language, String text) {
        NationalShift shift = new NationalShift(language, NationalLanguage.DEFAULT);
        return Segments.deliver(
                new UserData(
                        Segments.header(sequence, total).with(shift),
                        Alphabet.GSM7,
                        Gsm7.encode(text, shift).orElseThrow()),
                Segments.NOON);
    }

    @Test
    void readsEachPartInItsOwnAlphabet() {
        JoinedMessage joined = join(
                Segments.gsm7(1, 3, "price "), Segments.ucs2(2, 3, "10 ₴"), octets(3, 3, Octets.copyOf((byte) '!')));
        assertThat(joined.text()).isEqualTo("price 10 ₴!");
        assertThat(joined.alphabet()).isEqualTo(Alphabet.UCS2);
    }

    private static SmsDeliver octets(int sequence, int total, Octets octets) {
        return Segments.deliver(new UserData(Segments.header(sequence, total), Alphabet.OCTETS, octets), Segments.NOON);
    }

    @Test
    void marksWhatIsMissing() {
        assertThat(join(Segments.gsm7(2, 3, "middle")).text()).isEqualTo("[…]middle[…]");
        JoinedMessage joined = join(Segments.gsm7(1, 5, "one"), Segments.gsm7(4, 5, "four"));
        assertThat(joined.text()).isEqualTo("one[…]four[…]");
        assertThat(joined.missing()).containsExactly(2, 3, 5);
        assertThat(joined.isComplete()).isFalse();
    }

    @Test
    void joinsNoHalfPairsOverAGap() {
        JoinedMessage joined =
                join(Segments.gsm7(1, 3, Octets.ofHex("411B")), Segments.gsm7(3, 3, Octets.ofHex("6542")));
        assertThat(joined.text()).isEqualTo("A […]eB");
    }

    @Test
    void takesASingleMessageAsItIs() {
        JoinedMessage joined = join(Segments.deliver(UserData.ofText("hello"), Segments.NOON));
        assertThat(joined.text()).isEqualTo("hello");
        assertThat(joined.alphabet()).isEqualTo(Alphabet.GSM7);
        assertThat(joined.isComplete()).isTrue();
        assertThat(joined.ports()).isEmpty();
    }

    @Test
    void keepsTheTextOutOfItsPrintedForm() {
        assertThat(join(Segments.gsm7(1, 1, "secret")).toString()).doesNotContain("secret");
    }

    @Test
    void needsASegment() {
        assertThatIllegalArgumentException().isThrownBy(() -> Reassembly.join(List.of()));
    }

    private static JoinedMessage join(SmsDeliver... segments) {
        return Reassembly.join(List.of(segments));
    }
}
