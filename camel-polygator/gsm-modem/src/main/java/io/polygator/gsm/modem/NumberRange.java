package io.polygator.gsm.modem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values a parameter may take, as a test command tells them (ITU-T V.250 §5.7.3): {@code (0-2,5)}. */
final class NumberRange {
    private static final Pattern PART = Pattern.compile("(\\d{1,9})(?:\\s*-\\s*(\\d{1,9}))?");

    private NumberRange() {}

    static boolean contains(String range, int value) {
        Matcher part = PART.matcher(range);
        while (part.find()) {
            int from = Integer.parseInt(part.group(1));
            int to = part.group(2) == null ? from : Integer.parseInt(part.group(2));
            if (from <= value && value <= to) {
                return true;
            }
        }
        return false;
    }
}
