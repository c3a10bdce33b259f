package io.polygator.camel.polygator;

import io.polygator.gateway.store.StoreFullException;
import io.polygator.gateway.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the store has refused lately. A store that can be read may still be full or locked, which only those who write
 * see. Thread-safe.
 */
final class StoreTrouble {
    /** Without another try, a refusal says nothing about now. */
    private static final Duration RECENT = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final AtomicReference<@Nullable Refusal> last = new AtomicReference<>();
    private final AtomicLong refusals = new AtomicLong();

    StoreTrouble(InstantSource clock) {
        this.clock = clock;
    }

    private record Refusal(String reason, Instant at) {}

    /** A message was submitted: the store took it, or the failure says why not. */
    void submitted(@Nullable Throwable failure) {
        if (failure == null) {
            last.set(null);
            return;
        }
        reason(failure).ifPresent(reason -> {
            refusals.incrementAndGet();
            last.set(new Refusal(reason, clock.instant()));
        });
    }

    /** Why the store refused the last message that was submitted, if that was in the last minute. */
    Optional<String> recent() {
        Instant since = clock.instant().minus(RECENT);
        return Optional.ofNullable(last.get())
                .filter(refusal -> refusal.at().isAfter(since))
                .map(Refusal::reason);
    }

    /** How many messages the store has refused. */
    long refusals() {
        return refusals.get();
    }

    /** What is wrong with the store, or empty when the failure has another reason. */
    static Optional<String> reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof StoreUnavailableException || cause instanceof StoreFullException
                ? Optional.of(Objects.requireNonNullElse(cause.getMessage(), "the store refuses"))
                : Optional.empty();
    }
}
