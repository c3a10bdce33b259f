package io.polygator.gsm.transport.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RedactionTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(
            resources = "/vectors/trace-redaction.csv",
            delimiter = '|',
            quoteCharacter = '\0',
            useHeadersInDisplayName = true)
    void showsOnlyWhatIsHarmless(String direction, String line, String shown, String why) {
        String redacted = direction.equals(">") ? Redaction.ofCommand(line) : Redaction.ofAnswer(line);
        assertThat(redacted).as(why).isEqualTo(shown);
    }
}
