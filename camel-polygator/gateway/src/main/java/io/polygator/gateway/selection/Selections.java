package io.polygator.gateway.selection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The preferences to compose from. */
public final class Selections {
    private Selections() {}

    /**
     * The usual strategy: segments of a message stay together, a SIM sends what bears its number, a conversation stays
     * on its channel, and otherwise the least busy channel sends, by turns when several are.
     */
    public static SelectionStrategy usual() {
        return new SelectionStrategy(List.of(together(), ownNumber(), sticky(), leastBusy(), roundRobin()));
    }

    /** Prefers the channel that sent an earlier segment of the message. */
    public static Preference together() {
        return named("the message is bound to it", SelectionQuestion::bound);
    }

    /** Prefers the SIM whose own number is the sender asked for. */
    public static Preference ownNumber() {
        return new Preference(
                "its SIM has the sender's number",
                new Preference.Those((candidate, question) ->
                        question.sender().isPresent() && candidate.ownNumber().equals(question.sender())));
    }

    /** Prefers the channel that last exchanged a message with the recipient. */
    public static Preference sticky() {
        return named("the conversation runs there", SelectionQuestion::lastTalked);
    }

    /** Keeps the channels that have sent the least. */
    public static Preference leastBusy() {
        return new Preference("the least busy", new Preference.Least(Candidate::load));
    }

    /** Keeps the channel whose last turn is longest ago. */
    public static Preference roundRobin() {
        return new Preference("by turns", new Preference.Least(Candidate::lastTurn));
    }

    private static Preference named(String reason, Function<SelectionQuestion, Optional<String>> channel) {
        return new Preference(reason, new Preference.Those((candidate, question) -> channel.apply(question)
                .filter(name -> name.equals(candidate.channel()))
                .isPresent()));
    }
}
