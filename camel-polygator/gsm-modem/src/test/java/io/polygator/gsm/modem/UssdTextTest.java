package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.modem.UssdText.CharacterSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class UssdTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/modem/ussd-texts.csv", delimiter = '|', useHeadersInDisplayName = true)
    void findsOutWhatWasMeant(
            String name, String printed, int scheme, CharacterSet characterSet, String text, String source) {
        assertThat(UssdText.decode(printed, OptionalInt.of(scheme), characterSet))
                .isEqualTo(text);
    }

    @Test
    void leavesOutTheLanguageBeforeAText() {
        assertThat(UssdText.decode("en\rBalance", OptionalInt.of(16), CharacterSet.GSM))
                .isEqualTo("Balance");
    }
}
