package io.polygator.gsm.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AtArgumentsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/vectors/at-arguments.csv", delimiter = ';', quoteCharacter = '\'')
    void splits(String name, String text, String fields, String source) {
        assertThat(AtArguments.parse(text).fields().stream()
                        .map(AtArgumentsTest::spelt)
                        .collect(Collectors.joining(" | ")))
                .isEqualTo(fields);
    }

    @Test
    void readsNumbersTextAndAbsence() {
        AtArguments arguments = AtArguments.parse("\"SM\",3,\"00D5\",,\"\",-1,99999999999");

        assertThat(arguments.text(0)).contains("SM");
        assertThat(arguments.number(1)).hasValue(3);
        assertThat(arguments.hexNumber(2)).hasValue(0xD5);
        assertThat(arguments.text(3)).isEmpty();
        assertThat(arguments.text(4)).contains("");
        assertThat(arguments.number(5)).hasValue(-1);
        assertThat(arguments.number(6)).isEmpty();
        assertThat(arguments.text(7)).isEmpty();
        assertThat(arguments.isQuoted(0)).isTrue();
        assertThat(arguments.isQuoted(1)).isFalse();
    }

    @Test
    void refusesToQuoteWhatNobodyCouldReadBack() {
        assertThatThrownBy(() -> AtArguments.quote("a\"b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AtArguments.quote("a\rb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void readsBackWhatItQuotes(@ForAll @AlphaChars String first, @ForAll @AlphaChars String second) {
        AtArguments arguments = AtArguments.parse(AtArguments.quote(first + ",(") + "," + AtArguments.quote(second));

        assertThat(arguments.size()).isEqualTo(2);
        assertThat(arguments.text(0)).contains(first + ",(");
        assertThat(arguments.text(1)).contains(second);
    }

    @Property
    void readsAnything(@ForAll String text) {
        assertThat(AtArguments.parse(text).size()).isBetween(0, text.length() + 1);
    }

    private static String spelt(AtArguments.Field field) {
        if (field.quoted()) {
            return "<" + field.value() + ">";
        }
        return field.value().isEmpty() ? "empty" : field.value();
    }
}
