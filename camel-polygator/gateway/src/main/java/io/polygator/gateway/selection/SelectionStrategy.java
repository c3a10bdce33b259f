package io.polygator.gateway.selection;

import java.util.List;
import java.util.Optional;

/** Narrows the candidates for a message. A pure function; it never adds a candidate and never returns none of some. */
@FunctionalInterface
public interface SelectionStrategy {

    /** The candidates that remain, in the order given. */
    List<Candidate> narrow(List<Candidate> candidates, SelectionQuestion question);

    /** First this, then the other among what remains. */
    default SelectionStrategy then(SelectionStrategy other) {
        return (candidates, question) -> other.narrow(narrow(candidates, question), question);
    }

    /** The first candidate that remains; empty only when there is no candidate. */
    default Optional<Candidate> choose(List<Candidate> candidates, SelectionQuestion question) {
        return narrow(candidates, question).stream().findFirst();
    }
}
