package io.polygator.gsm.sms.pdumode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;

/** Any line gives a frame or a {@link TpduDecodeException}; its TPDU survives a round trip. */
class PduModeFrameFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void lines(FuzzedDataProvider data) {
        survives(data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "5m")
    void hexadecimalLines(byte[] data) {
        survives(Octets.copyOf(data).toString());
    }

    private static void survives(String line) {
        try {
            PduModeFrame frame = PduModeFrame.parse(line);
            assertThat(PduModeFrame.parse(frame.format()).tpdu()).isEqualTo(frame.tpdu());
        } catch (TpduDecodeException defect) {
            assertThat(defect.offset()).isBetween(0, Math.max(line.length(), 1));
        }
    }
}
