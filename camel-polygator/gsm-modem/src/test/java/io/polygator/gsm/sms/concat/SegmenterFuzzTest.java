package io.polygator.gsm.sms.concat;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.polygator.gsm.sms.alphabet.NationalLanguage;
import io.polygator.gsm.sms.alphabet.Ucs2;
import io.polygator.gsm.sms.tpdu.UserData;
import java.util.HashSet;
import java.util.Set;

/** Any text comes back from its segments as UCS-2 can carry it. */
class SegmenterFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void textsComeBack(FuzzedDataProvider data) {
        Set<NationalLanguage> languages = new HashSet<>();
        for (int count = data.consumeInt(0, 3); count > 0; count--) {
            languages.add(data.pickValue(NationalLanguage.values()));
        }
        ConcatReference reference = data.consumeBoolean()
                ? ConcatReference.ofEightBits(data.consumeInt(0, 255))
                : ConcatReference.ofSixteenBits(data.consumeInt(0, 65535));
        String text = data.consumeString(2000);

        Segmentation result = Segmenter.segmentText(
                text, SegmentationOptions.standard(reference).withLanguages(languages));

        assertThat(result.segments()).allMatch(segment -> segment.octetLength() <= UserData.MOST_OCTETS);
        assertThat(Segments.joined(result)).isEqualTo(Ucs2.decode(Ucs2.encode(text)));
    }
}
