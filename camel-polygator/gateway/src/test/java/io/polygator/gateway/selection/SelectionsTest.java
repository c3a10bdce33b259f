package io.polygator.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SelectionsTest {
    private static final SelectionQuestion ANYTHING =
            new SelectionQuestion(Optional.empty(), Optional.empty(), Optional.empty());

    @Property
    void neverInventsACandidateAndNeverLosesTheLast(
            @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> loads,
            @ForAll @IntRange(max = 12) int bound,
            @ForAll @IntRange(max = 12) int talked) {
        List<Candidate> candidates = candidates(loads);
        SelectionQuestion question =
                new SelectionQuestion(Optional.of("n" + talked), Optional.of("c" + bound), Optional.of("c" + talked));
        List<Candidate> narrowed = Selections.usual().narrow(candidates, question);
        assertThat(candidates).containsAll(narrowed);
        assertThat(narrowed.isEmpty()).isEqualTo(candidates.isEmpty());
        if (bound < candidates.size()) {
            assertThat(narrowed).containsExactly(candidates.get(bound));
        }
    }

    @Property
    void theLeastBusyComesFirst(@ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> loads) {
        long least = loads.stream().mapToInt(Integer::intValue).min().orElseThrow();
        assertThat(Selections.usual().choose(candidates(loads), ANYTHING))
                .hasValueSatisfying(chosen -> assertThat(loadOf(chosen, loads)).isEqualTo(least));
    }

    @Test
    void equallyBusyOnesTakeTurns() {
        List<Candidate> candidates =
                List.of(new Candidate("a", Optional.empty(), 3, 9), new Candidate("b", Optional.empty(), 3, 4));
        assertThat(Selections.usual().choose(candidates, ANYTHING).orElseThrow().channel())
                .isEqualTo("b");
    }

    @Test
    void theOwnNumberOutweighsTheConversation() {
        List<Candidate> candidates = candidates(List.of(0, 0, 0));
        SelectionQuestion question = new SelectionQuestion(Optional.of("n2"), Optional.empty(), Optional.of("c1"));
        assertThat(Selections.usual().choose(candidates, question).orElseThrow().channel())
                .isEqualTo("c2");
    }

    @Test
    void saysWhyItChose() {
        List<Candidate> three = candidates(List.of(1, 0, 0));
        assertThat(reason(three.subList(0, 1), ANYTHING)).isEqualTo("the only one free");
        assertThat(reason(three.subList(0, 2), ANYTHING)).isEqualTo("the least busy");
        assertThat(reason(three, ANYTHING)).isEqualTo("by turns");
        Optional<String> none = Optional.empty();
        assertThat(reason(three, new SelectionQuestion(none, Optional.of("c0"), Optional.of("c1"))))
                .isEqualTo("the message is bound to it");
        assertThat(reason(three, new SelectionQuestion(none, none, Optional.of("c0"))))
                .isEqualTo("the conversation runs there");
        assertThat(reason(three.subList(2, 3), new SelectionQuestion(Optional.of("n2"), none, none)))
                .isEqualTo("its SIM has the sender's number");
    }

    private static String reason(List<Candidate> candidates, SelectionQuestion question) {
        return Selections.usual().choose(candidates, question).orElseThrow().reason();
    }

    private static int loadOf(Choice chosen, List<Integer> loads) {
        return loads.get(Integer.parseInt(chosen.channel().substring(1)));
    }

    private static List<Candidate> candidates(List<Integer> loads) {
        List<Candidate> candidates = new ArrayList<>();
        for (int load : loads) {
            int number = candidates.size();
            candidates.add(new Candidate("c" + number, Optional.of("n" + number), load, number));
        }
        return candidates;
    }
}
