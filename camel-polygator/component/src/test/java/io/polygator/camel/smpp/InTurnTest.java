package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class InTurnTest {
    private final InTurn inTurn = new InTurn();
    private final List<String> begun = new ArrayList<>();

    private CompletionStage<Void> run(String key, String name, CompletableFuture<Void> end) {
        return inTurn.run(key, () -> {
            begun.add(name);
            return end;
        });
    }

    @Test
    void whatHasTheSameKeyBeginsWhenTheEarlierHasEndedHoweverItEnded() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> second = new CompletableFuture<>();
        run("a", "first", first);
        run("a", "second", second);
        CompletionStage<Void> third = run("a", "third", CompletableFuture.completedFuture(null));
        assertThat(begun).containsExactly("first");

        first.completeExceptionally(new IllegalStateException("refused"));
        assertThat(begun).containsExactly("first", "second");
        second.complete(null);

        assertThat(begun).containsExactly("first", "second", "third");
        assertThat(third.toCompletableFuture()).isCompleted();
    }

    @Test
    void othersDoNotWait() {
        run("a", "first", new CompletableFuture<>());

        CompletionStage<Void> other = run("b", "other", CompletableFuture.completedFuture(null));

        assertThat(other.toCompletableFuture()).isCompleted();
    }
}
