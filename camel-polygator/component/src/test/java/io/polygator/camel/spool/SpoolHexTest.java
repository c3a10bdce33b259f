package io.polygator.camel.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gsm.octets.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolHexTest {

    @Test
    void readsOctetsBetweenCommentsAndEmptyLines() throws SpoolFileException {
        assertThat(
                        read(
                                """
                // WAP push
                06 : user data header length
                05 04  # ports

                0b8423F0 ' both
                """))
                .hasToString("0605040B8423F0");
    }

    @Test
    void countsWhatStandsBetweenTwoLengths() throws SpoolFileException {
        assertThat(read("06\nLENGTH // of the headers\nAE\n02\nLENGTH\n05\n")).hasToString("0602AE0205");
    }

    @Test
    void writesStringsWithAndWithoutTheirToken() throws SpoolFileException {
        assertThat(read("STRING:ab/c\nINLINESTRING:1\n")).hasToString("61622F63033100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0G", "06 5", "hello", "LENGTH\n01"})
    void refusesEverythingElse(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(SpoolFileException.class)
                .hasMessageStartingWith("Hex: ");
    }

    private static Octets read(String body) throws SpoolFileException {
        return SpoolHex.read(Octets.copyOf(body.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
