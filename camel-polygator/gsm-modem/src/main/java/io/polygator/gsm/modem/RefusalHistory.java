package io.polygator.gsm.modem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes errors graver that keep coming: some temporary errors mean, when they come several times in a row, that the
 * SIM has no credit; some mean, when they come twice for the same message, that it never passes. Modem loop only.
 */
final class RefusalHistory {
    /** How many in a row say that it is the SIM. */
    private static final Map<Integer, Integer> SIM_AFTER = Map.of(21, 2, 38, 3);

    private static final Set<Integer> ONCE_PER_MESSAGE = Set.of(98, 111, 127);
    private static final int OPERATOR_FIRST = 224;
    private static final int OPERATOR_LAST = 254;
    private static final int MOST_REMEMBERED = 256;

    private final Map<String, Integer> lastCodes = new LinkedHashMap<>();
    private int streakCode = -1;
    private int streak;

    void accepted() {
        streak = 0;
    }

    SendError.Kind escalate(String token, int code, SendError.Kind kind) {
        streak = code == streakCode ? streak + 1 : 1;
        streakCode = code;
        if (isOncePerMessage(code)) {
            return seenBefore(token, code) ? SendError.Kind.PERMANENT : SendError.Kind.TEMPORARY;
        }
        Integer limit = SIM_AFTER.get(code);
        return limit != null && streak >= limit ? SendError.Kind.SIM : kind;
    }

    private boolean seenBefore(String token, int code) {
        Integer before = lastCodes.remove(token);
        lastCodes.put(token, code);
        if (lastCodes.size() > MOST_REMEMBERED) {
            lastCodes.remove(lastCodes.keySet().iterator().next());
        }
        return before != null && before == code;
    }

    private static boolean isOncePerMessage(int code) {
        return ONCE_PER_MESSAGE.contains(code) || (OPERATOR_FIRST <= code && code <= OPERATOR_LAST);
    }
}
