package io.polygator.gateway.selection;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;

/**
 * One reason to prefer some candidates to others. A pure function; it never adds a candidate and never returns none of
 * some.
 *
 * @param reason in words, for people: "least busy"
 */
public record Preference(String reason, Kind kind) {

    /** How it prefers. */
    public sealed interface Kind {}

    /** Those of which something is true, if there are any. */
    record Those(BiPredicate<Candidate, SelectionQuestion> preferred) implements Kind {}

    /** Those of which there is least. */
    record Least(ToLongFunction<Candidate> measure) implements Kind {}

    /** The candidates that remain, in the order given. */
    List<Candidate> narrow(List<Candidate> candidates, SelectionQuestion question) {
        if (kind instanceof Those those) {
            List<Candidate> kept = candidates.stream()
                    .filter(candidate -> those.preferred().test(candidate, question))
                    .toList();
            return kept.isEmpty() ? candidates : kept;
        }
        ToLongFunction<Candidate> measure = ((Least) kind).measure();
        long least = candidates.stream().mapToLong(measure).min().orElse(0);
        return candidates.stream()
                .filter(candidate -> measure.applyAsLong(candidate) == least)
                .toList();
    }

    /** Whether it speaks for this candidate whoever the others are. */
    boolean speaksFor(Candidate candidate, SelectionQuestion question) {
        return kind instanceof Those those && those.preferred().test(candidate, question);
    }
}
