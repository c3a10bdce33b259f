package io.polygator.gsm.sms.alphabet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.UssdText.Form;

/** Any quoted text gives a text, and never one much longer than it was. */
class UssdTextFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void quotedTexts(FuzzedDataProvider data) {
        CbsDataCoding coding = new CbsDataCoding(data.consumeInt(0, 255));
        Form form = data.pickValue(Form.values());
        String quoted = data.consumeBoolean()
                ? Octets.copyOf(data.consumeRemainingAsBytes()).toString()
                : data.consumeRemainingAsString();
        assertThat(UssdText.decode(quoted, coding, form).length()).isLessThanOrEqualTo(quoted.length());
    }
}
