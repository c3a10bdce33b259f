package io.polygator.gsm.modem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes +CMS ERROR numbers graver that keep coming: some mean, when they come several times in a row, that the SIM has
 * no credit or may not send; some mean, when they come twice for the same message, that it never passes. Modem loop
 * only.
 */
final class RefusalHistory {
    /** How many in a row say that it is the SIM. */
    private static final Map<Integer, Integer> SIM_AFTER = Map.of(21, 2, 38, 3, 500, 3);

    private static final Set<Integer> ONCE_PER_MESSAGE = Set.of(98, 111, 127);
    private static final int OPERATOR_FIRST = 224;
    private static final int OPERATOR_LAST = 254;
    private static final int MOST_REMEMBERED = 256;

    private final Map<String, Integer> lastCodes = new LinkedHashMap<>();
    private int streakCode = -1;
    private int streak;

    /** A message ended otherwise than with a +CMS ERROR. */
    void endStreak() {
        streak = 0;
    }

    /** What the error means this time. */
    ErrorMeaning escalate(String token, int code, ErrorMeaning first) {
        streak = code == streakCode ? streak + 1 : 1;
        streakCode = code;
        if (isOncePerMessage(code)) {
            return seenBefore(token, code) ? ErrorMeaning.PERMANENT : ErrorMeaning.TEMPORARY;
        }
        Integer limit = SIM_AFTER.get(code);
        return limit != null && streak >= limit ? ErrorMeaning.SIM : first;
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
