package io.polygator.gateway.selection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The strategies to compose from. */
public final class Selections {
    private Selections() {}

    /**
     * The usual one: segments of a message stay together, a SIM sends what bears its number, a conversation stays on
     * its channel, and otherwise the least busy channel sends, by turns when several are.
     */
    public static SelectionStrategy usual() {
        return together().then(ownNumber()).then(sticky()).then(leastBusy()).then(roundRobin());
    }

    /** Prefers the channel that sent an earlier segment of the message. */
    public static SelectionStrategy together() {
        return named(SelectionQuestion::bound);
    }

    /** Prefers the SIM whose own number is the sender asked for. */
    public static SelectionStrategy ownNumber() {
        return (candidates, question) -> prefer(
                candidates,
                candidate ->
                        question.sender().isPresent() && candidate.ownNumber().equals(question.sender()));
    }

    /** Prefers the channel that last exchanged a message with the recipient. */
    public static SelectionStrategy sticky() {
        return named(SelectionQuestion::lastTalked);
    }

    /** Keeps the channels that have sent the least. */
    public static SelectionStrategy leastBusy() {
        return (candidates, question) -> least(candidates, Candidate::load);
    }

    /** Keeps the channel whose last turn is longest ago. */
    public static SelectionStrategy roundRobin() {
        return (candidates, question) -> least(candidates, Candidate::lastTurn);
    }

    private static SelectionStrategy named(Function<SelectionQuestion, Optional<String>> channel) {
        return (candidates, question) -> prefer(candidates, candidate -> channel.apply(question)
                .filter(name -> name.equals(candidate.channel()))
                .isPresent());
    }

    private static List<Candidate> prefer(List<Candidate> candidates, Predicate<Candidate> preferred) {
        List<Candidate> kept = candidates.stream().filter(preferred).toList();
        return kept.isEmpty() ? candidates : kept;
    }

    private static List<Candidate> least(List<Candidate> candidates, ToLongFunction<Candidate> measure) {
        long least = candidates.stream().mapToLong(measure).min().orElse(0);
        return candidates.stream()
                .filter(candidate -> measure.applyAsLong(candidate) == least)
                .toList();
    }
}
