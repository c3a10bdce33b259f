package io.polygator.gsm.sms.pdumode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.sms.tpdu.TpduDecodeException.Defect;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PduModeFrameTest {

    @Test
    void countsTheTpduOnly() {
        SmsAddress smsc = SmsAddress.ofDestination("+380500000500");
        PduModeFrame frame = new PduModeFrame(Optional.of(smsc), Octets.ofHex("0100"));
        assertThat(frame.format()).isEqualTo("07918350000050000100");
        assertThat(frame.tpduLength()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}: {1} at octet {2}: {3}")
    @CsvSource({
        "'', SMSC.length, 0, UNDERFLOW",
        "FF91, SMSC, 1, UNDERFLOW",
        "0C9121436587092143658709214300, SMSC.length, 0, OVERLENGTH",
        "00 1, line, 1, NOT_HEXADECIMAL",
        "001, line, 1, ODD_LENGTH",
        "00１1, line, 1, NOT_HEXADECIMAL",
    })
    void namesWhatIsWrongWithALine(String line, String field, int offset, Defect defect) {
        TpduDecodeException thrown = catchThrowableOfType(TpduDecodeException.class, () -> PduModeFrame.parse(line));
        assertThat(thrown.field()).isEqualTo(field);
        assertThat(thrown.offset()).isEqualTo(offset);
        assertThat(thrown.defect()).isEqualTo(defect);
    }

    @Test
    void refusesALineThatNoModemWrites() {
        TpduDecodeException tooLong =
                catchThrowableOfType(TpduDecodeException.class, () -> PduModeFrame.parse("00".repeat(300)));
        assertThat(tooLong.defect()).isEqualTo(Defect.OVERLENGTH);
        TpduDecodeException bigTpdu =
                catchThrowableOfType(TpduDecodeException.class, () -> PduModeFrame.parse("00" + "00".repeat(256)));
        assertThat(bigTpdu.field()).isEqualTo("TPDU");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PduModeFrame(Optional.empty(), Octets.copyOf(new byte[256])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02069F", "0491FFFFFF", "07D0E8329BFD0601"})
    void takesWhatIsNoNumberForNoServiceCentre(String smsc) throws TpduDecodeException {
        PduModeFrame frame = PduModeFrame.parse(smsc + "0405");
        assertThat(frame.smsc()).isEmpty();
        assertThat(frame.format()).isEqualTo("000405");
    }

    @Test
    void refusesANameForAServiceCentre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PduModeFrame(Optional.of(SmsAddress.ofName("SMSC")), Octets.ofHex("0100")))
                .withMessageContaining("must be a number");
    }

    @Test
    void keepsItsContentsOutOfItsPrintedForm() throws TpduDecodeException {
        assertThat(PduModeFrame.parse("0001000B912120550521F3").toString())
                .doesNotContain("2120550521")
                .contains("10 octets");
    }
}
