package io.polygator.gateway;

import io.polygator.gsm.sms.concat.ConcatReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Counts the concatenation reference per recipient from a random start, whichever SIM sends: a receiver that still
 * waits for segments of an earlier message must not mix them with those of the next. Remembers the recipients that
 * were written to last. Thread-safe.
 */
final class ConcatReferences {
    private static final int REMEMBERED = 10_000;

    private final int width;
    private final RandomGenerator random;
    private final Map<String, Integer> lastByRecipient = new LinkedHashMap<>(16, 0.75f, true);

    ConcatReferences(int width, RandomGenerator random) {
        this.width = width;
        this.random = random;
    }

    synchronized ConcatReference next(String recipient) {
        int range = 1 << width;
        int value = lastByRecipient.merge(recipient, random.nextInt(range), (last, start) -> (last + 1) % range);
        if (lastByRecipient.size() > REMEMBERED) {
            lastByRecipient.remove(lastByRecipient.keySet().iterator().next());
        }
        return new ConcatReference(value, width);
    }
}
