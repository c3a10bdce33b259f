package io.polygator.gsm.sms.pdumode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;

/** Any line gives a frame or a {@link TpduDecodeException}; a frame survives a round trip. */
class PduModeFrameFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void lines(FuzzedDataProvider data) throws TpduDecodeException {
        survives(data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "5m")
    void hexadecimalLines(byte[] data) throws TpduDecodeException {
        survives(Octets.copyOf(data).toString());
    }

    private static void survives(String line) throws TpduDecodeException {
        PduModeFrame frame;
        try {
            frame = PduModeFrame.parse(line);
        } catch (TpduDecodeException defect) {
            assertThat(defect.offset()).isBetween(0, line.length());
            return;
        }
        assertThat(PduModeFrame.parse(frame.format())).isEqualTo(frame);
    }
}
