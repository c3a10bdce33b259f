package io.polygator.gateway.account;

import java.util.Locale;

/**
 * A pattern for numbers, sender names and words: {@code +7999*} matches what begins so, {@code +79991234567} that number
 * alone, {@code any} (or a lone star) everything. Letters match in either case.
 *
 * @param text what must be there, without the star; 0 to 40 visible characters, blanks inside allowed
 * @param reach whether more may follow
 */
public record PrefixPattern(String text, Reach reach) {
    private static final String ANY_WORD = "any";
    private static final int LONGEST = 40;

    /** Matches everything. */
    public static final PrefixPattern ANY = new PrefixPattern("", Reach.PREFIX);

    /** Whether more may follow. */
    public enum Reach {
        EXACT,
        PREFIX
    }

    public PrefixPattern {
        if (text.length() > LONGEST
                || !text.equals(text.strip())
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a pattern has at most " + LONGEST + " visible characters, no blanks at its ends");
        }
        if (text.indexOf('*') >= 0) {
            throw new IllegalArgumentException("\"" + text + "\": a star stands at the end of a pattern only");
        }
        if (text.isEmpty() && reach == Reach.EXACT) {
            throw new IllegalArgumentException("a pattern is empty");
        }
    }

    /** Reads a pattern as it stands in the file. */
    public static PrefixPattern parse(String text) {
        if (text.equals(ANY_WORD)) {
            return ANY;
        }
        return text.endsWith("*")
                ? new PrefixPattern(text.substring(0, text.length() - 1), Reach.PREFIX)
                : new PrefixPattern(text, Reach.EXACT);
    }

    /** Whether it matches everything, and so also what is not known. */
    public boolean matchesAnything() {
        return text.isEmpty();
    }

    /** Whether it matches the text. */
    public boolean matches(String other) {
        String wanted = text.toLowerCase(Locale.ROOT);
        String given = other.toLowerCase(Locale.ROOT);
        return reach == Reach.PREFIX ? given.startsWith(wanted) : given.equals(wanted);
    }

    @Override
    public String toString() {
        if (matchesAnything()) {
            return ANY_WORD;
        }
        return reach == Reach.PREFIX ? text + "*" : text;
    }
}
