package io.polygator.camel.polygator;

import io.polygator.gateway.DeadLetters;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.store.DeadLetter;
import io.polygator.gsm.modem.UssdReply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Dead letters that a test puts in; remembers what it is asked. Thread-safe. */
final class RememberingDeadLetters implements DeadLetters {
    final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> settled = new CopyOnWriteArrayList<>();

    static DeadLetter letter(String subscription, long number) {
        GatewayEvent event =
                new GatewayEvent.Ussd("g8-1", new UssdReply(UssdReply.Status.FINAL, "Balance: 42.00"), Instant.EPOCH);
        return new DeadLetter(subscription, number, event, 9, "the webhook answered 500", Instant.EPOCH);
    }

    @Override
    public CompletionStage<List<DeadLetter>> list(Optional<String> subscription, long after, int limit) {
        asked.add(subscription + " after " + after + ", at most " + limit);
        return CompletableFuture.completedStage(letters.stream()
                .filter(letter -> letter.number() > after)
                .limit(limit)
                .toList());
    }

    @Override
    public CompletionStage<Boolean> replay(String subscription, long number) {
        return settle("replayed", subscription, number);
    }

    @Override
    public CompletionStage<Boolean> discard(String subscription, long number) {
        return settle("discarded", subscription, number);
    }

    private CompletionStage<Boolean> settle(String how, String subscription, long number) {
        boolean known =
                letters.removeIf(letter -> letter.subscription().equals(subscription) && letter.number() == number);
        if (known) {
            settled.add(how + " " + subscription + " " + number);
        }
        return CompletableFuture.completedStage(known);
    }
}
