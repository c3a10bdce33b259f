package io.polygator.gsm.sms.alphabet;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Characters to codes for one pair of national tables. Immutable. */
final class CodeTable {
    static final int NO_CODE = -1;
    private static final int ESCAPED = 0x80;
    private static final Map<NationalShift, CodeTable> TABLES = new ConcurrentHashMap<>();

    private final Map<Character, Integer> codes = new HashMap<>();

    private CodeTable(NationalShift shift) {
        // The main table comes last: a character in both tables takes the shorter code.
        addAll(NationalTables.single(shift.single()), ESCAPED);
        addAll(NationalTables.locking(shift.locking()), 0);
    }

    private void addAll(String table, int marker) {
        // Backwards, so that a character that a table lists twice takes its lower septet.
        for (int septet = table.length() - 1; septet >= 0; septet--) {
            if (table.charAt(septet) != NationalTables.NONE) {
                codes.put(table.charAt(septet), septet | marker);
            }
        }
    }

    static CodeTable of(NationalShift shift) {
        return TABLES.computeIfAbsent(shift, CodeTable::new);
    }

    /** The code of a character, {@link #NO_CODE} if it has none. */
    int codeOf(char character) {
        return codes.getOrDefault(character, NO_CODE);
    }

    static boolean isEscaped(int code) {
        return code >= ESCAPED;
    }

    static int septetOf(int code) {
        return code & ~ESCAPED;
    }
}
