package io.polygator.gsm.sms.alphabet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.vectors.Vectors;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every entry of the tables against the vector file, seen through the public API. */
class NationalTablesTest {
    private static final int SPANISH_HAS_NO_LOCKING_TABLE = 0;

    @ParameterizedTest
    @EnumSource
    void lockingTableAgreesInEveryEntry(NationalLanguage language) {
        NationalShift shift = new NationalShift(language, NationalLanguage.DEFAULT);
        int table = language.hasLockingTable() ? language.identifier() : SPANISH_HAS_NO_LOCKING_TABLE;
        assertThat(decoded(septet -> Gsm7.decode(Octets.copyOf((byte) septet), shift)))
                .isEqualTo(expected("locking", table));
    }

    @ParameterizedTest
    @EnumSource
    void singleShiftTableAgreesInEveryEntry(NationalLanguage language) {
        String table = NationalTables.single(language);
        assertThat(decoded(septet -> Character.toString(table.charAt(septet))))
                .isEqualTo(expected("single", language.identifier()));
    }

    @ParameterizedTest
    @EnumSource
    void encodesEveryCharacterOfBothTables(NationalLanguage language) {
        NationalShift shift = new NationalShift(language, language);
        String text = (NationalTables.locking(language) + NationalTables.single(language))
                .replace(Character.toString(NationalTables.NONE), "");
        assertThat(Gsm7.encode(text, shift).map(septets -> Gsm7.decode(septets, shift)))
                .contains(text);
    }

    private static Map<Integer, String> decoded(IntFunction<String> characterOf) {
        Map<Integer, String> entries = new HashMap<>();
        IntStream.range(0, 128).filter(septet -> septet != Gsm7.ESCAPE).forEach(septet -> {
            String character = characterOf.apply(septet);
            if (!character.equals("\uFFFD") && !character.equals("\u00B7")) {
                entries.put(septet, character);
            }
        });
        return entries;
    }

    private static Map<Integer, String> expected(String kind, int language) {
        Map<Integer, String> entries = new HashMap<>();
        JsonNode table = Vectors.alphabetTables().required(kind).required(Integer.toString(language));
        table.properties()
                .forEach(entry -> entries.put(
                        Integer.parseInt(entry.getKey(), 16),
                        Character.toString(Integer.parseInt(entry.getValue().asText(), 16))));
        return entries;
    }
}
