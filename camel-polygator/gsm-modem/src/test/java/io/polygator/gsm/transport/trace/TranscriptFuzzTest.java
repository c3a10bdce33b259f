package io.polygator.gsm.transport.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.polygator.gsm.transport.memory.ManualLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whatever bytes come, from either side: no line fails to be written, and none shows a long number. */
class TranscriptFuzzTest {
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5}");

    @FuzzTest(maxDuration = "5m")
    void longNumbersNeverSurvive(FuzzedDataProvider data) {
        List<String> lines = new ArrayList<>();
        Transcript transcript = new Transcript(new ManualLoop(), lines::add);
        while (data.remainingBytes() > 0) {
            boolean ours = data.consumeBoolean();
            byte[] bytes = data.consumeBytes(200);
            if (ours) {
                transcript.said(bytes);
            } else {
                transcript.heard(bytes);
            }
        }
        transcript.end();
        assertThat(lines).noneMatch(line -> LONG_NUMBER.matcher(line).find());
    }
}
