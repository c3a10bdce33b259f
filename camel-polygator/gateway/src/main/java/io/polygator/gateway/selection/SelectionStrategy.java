package io.polygator.gateway.selection;

import java.util.List;
import java.util.Optional;

/**
 * Chooses a channel for a message. A pure function.
 *
 * @param preferences the strongest first: each decides among those that the ones before it left
 */
public record SelectionStrategy(List<Preference> preferences) {
    private static final String ONLY_ONE = "the only one free";
    private static final String FIRST = "the first of several alike";

    public SelectionStrategy {
        preferences = List.copyOf(preferences);
    }

    /** The candidates that no preference is against, in the order given. */
    public List<Candidate> narrow(List<Candidate> candidates, SelectionQuestion question) {
        List<Candidate> left = candidates;
        for (Preference preference : preferences) {
            left = preference.narrow(left, question);
        }
        return left;
    }

    /** The first candidate that remains; empty only when there is no candidate. */
    public Optional<Choice> choose(List<Candidate> candidates, SelectionQuestion question) {
        return narrow(candidates, question).stream()
                .findFirst()
                .map(chosen -> new Choice(chosen.channel(), reason(chosen, candidates, question)));
    }

    private String reason(Candidate chosen, List<Candidate> candidates, SelectionQuestion question) {
        Optional<String> own = preferences.stream()
                .filter(preference -> preference.speaksFor(chosen, question))
                .map(Preference::reason)
                .findFirst();
        return own.orElseGet(() -> candidates.size() == 1 ? ONLY_ONE : lastThatNarrowed(candidates, question));
    }

    private String lastThatNarrowed(List<Candidate> candidates, SelectionQuestion question) {
        String reason = FIRST;
        List<Candidate> left = candidates;
        for (Preference preference : preferences) {
            List<Candidate> kept = preference.narrow(left, question);
            reason = kept.size() < left.size() ? preference.reason() : reason;
            left = kept;
        }
        return reason;
    }
}
