package io.polygator.gsm.sms.concat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people see as one character: a letter with its marks, a flag, a family of emoji (Unicode UAX #29). */
final class GraphemeClusters {
    // java.text.BreakIterator knows emoji sequences only from JDK 20 on; the regular expression knows them in 17.
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private GraphemeClusters() {}

    static Stream<String> of(String text) {
        return CLUSTER.matcher(text).results().map(MatchResult::group);
    }
}
