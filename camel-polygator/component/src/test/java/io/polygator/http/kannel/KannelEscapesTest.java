package io.polygator.http.kannel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.octets.Octets;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are those with which the real Kannel called for the same message. */
class KannelEscapesTest {
    private static final KannelEvent INBOUND = new KannelEvent(
            Octets.copyOf("all hello world & more".getBytes(UTF_8)),
            "UTF-8",
            0,
            -1,
            "+380509998877",
            "380670000001",
            "sms_centre1",
            "4711",
            "",
            "",
            "",
            "^[ ]*(all)[ ]*",
            OptionalInt.empty(),
            Instant.ofEpochSecond(1_795_377_849));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%a|all+hello+world+%26+more",
                "%A|all+hello+world+%26+more",
                "%b|all+hello+world+%26+more",
                "[%B]|[]",
                "%c|0",
                "%C|UTF-8",
                "%d|-1",
                "[%D]|[]",
                "%e|616C6C2068656C6C6F20776F726C642026206D6F7265",
                "%i|sms_centre1",
                "%k|all",
                "%m|-1",
                "%M|-1",
                "%n|%5E%5B+%5D*(all)%5B+%5D*",
                "%O|00",
                "%p|%2B380509998877",
                "%P|380670000001",
                "%q|%2B380509998877",
                "%Q|380670000001",
                "%r|hello+world+%26+more",
                "%s-%S|hello-world",
                "%s.%r|hello.world+%26+more",
                "%t|2026-11-22+20:04:09",
                "%T|1795377849",
                "[%u%v%V%R]|[]",
                "100%%|100%",
                "%x%|%x%",
            })
    void codesAreFilledInAsKannelDoes(String pattern, String expected) {
        assertThat(KannelEscapes.fill(pattern, INBOUND)).isEqualTo(expected);
    }

    @Test
    void anEventPrintsNoNumbersAndTexts() {
        assertThat(INBOUND.toString()).doesNotContain("38050", "hello");
    }
}
