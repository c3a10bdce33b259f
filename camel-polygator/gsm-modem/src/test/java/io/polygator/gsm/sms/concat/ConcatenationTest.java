package io.polygator.gsm.sms.concat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConcatenationTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "00035A0201, 8, 90, 2, 1",
        "000300FFFF, 8, 0, 255, 255",
        "080412340303, 16, 4660, 3, 3",
        "0003010201 0003020302, 8, 2, 3, 2",
        "0003010201 080400020302, 16, 2, 3, 2",
        "700100 0003090202, 8, 9, 2, 2",
    })
    void readsTheLastElementOfAHeader(String elements, int width, int reference, int total, int sequence) {
        assertThat(Concatenation.in(header(elements)))
                .contains(new Concatenation(new ConcatReference(reference, width), total, sequence));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "0003010001", // total 0
                "0003010200", // sequence 0
                "0003010203", // sequence beyond total
                "00020102", // too short
                "000401020100", // too long
                "0803010201", // a 16-bit element of 8-bit length
                "70020201"
            })
    void passesOverAnElementThatMakesNoSense(String elements) {
        assertThat(Concatenation.in(header(elements))).isEmpty();
    }

    @Test
    void passesOverAnElementThatRunsPastTheHeader() {
        assertThat(header("0003010201 0003").elements()).hasSize(1);
    }

    @Test
    void writesWhatItReads() {
        Concatenation wide = new Concatenation(ConcatReference.ofSixteenBits(0xABCD), 3, 2);
        assertThat(Concatenation.in(UserDataHeader.none().with(wide.toElement())))
                .contains(wide);
        Ports ports = new Ports(2948, 9200);
        assertThat(Ports.in(UserDataHeader.none().with(ports.toElement()))).contains(ports);
        assertThat(Ports.in(header("0402F0F1"))).contains(new Ports(240, 241));
    }

    @Test
    void refusesWhatNoElementHolds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConcatReference(256, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConcatReference(0, 12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Concatenation(ConcatReference.ofEightBits(0), 256, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Concatenation(ConcatReference.ofEightBits(0), 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ports(65536, 0));
    }

    private static UserDataHeader header(String elements) {
        return UserDataHeader.decode(Octets.ofHex(elements.replace(" ", "")));
    }
}
