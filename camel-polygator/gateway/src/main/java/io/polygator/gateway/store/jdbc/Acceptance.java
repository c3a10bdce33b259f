package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.quota.AccountClaim;
import io.polygator.gateway.quota.BudgetExhaustedException;
import io.polygator.gateway.store.StoredMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes a message: once for each key and id, within the budget of its account, after its siblings. */
final class Acceptance {
    private final Dialect dialect;
    private final MessageTable messages;
    private final Siblings siblings;
    private final AccountBookings bookings;

    Acceptance(Dialect dialect, MessageTable messages, Siblings siblings, AccountBookings bookings) {
        this.dialect = dialect;
        this.messages = messages;
        this.siblings = siblings;
        this.bookings = bookings;
    }

    Result accept(Session session, StoredMessage message, Instant keysSince, Optional<AccountClaim> claim)
            throws SQLException {
        Optional<StoredMessage> earlier = earlier(session, message, keysSince);
        if (earlier.isPresent()) {
            return Result.taken(earlier.get());
        }
        Optional<AccountClaim> limited = claim.filter(asked -> asked.budget().limits());
        if (limited.isPresent()) {
            Optional<Result> settled = settledByBudget(session, message, limited.get());
            if (settled.isPresent()) {
                return settled.get();
            }
        }
        StoredMessage placed = siblings.placed(session, message);
        if (!messages.insert(session, placed)) {
            return Result.taken(messages.find(session, message.id()).orElse(message));
        }
        claim.ifPresent(bookings::add);
        return Result.taken(placed);
    }

    private Optional<StoredMessage> earlier(Session session, StoredMessage message, Instant keysSince)
            throws SQLException {
        Optional<String> key = message.request().idempotencyKey();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        dialect.lock(session, "key " + key.get());
        return messages.findByKey(session, key.get(), keysSince);
    }

    /** One that was taken already, though nobody heard of it, is not refused since it is counted itself. */
    private Optional<Result> settledByBudget(Session session, StoredMessage message, AccountClaim claim)
            throws SQLException {
        dialect.lock(session, "account " + claim.account());
        bookings.write(session);
        Optional<StoredMessage> taken = messages.find(session, message.id());
        return taken.isPresent()
                ? taken.map(Result::taken)
                : claim.refusal(AccountTable.usage(session, claim.account(), claim.day()))
                        .map(Result::refused);
    }

    /** Either the message as it is stored, or why it is not. A refusal is no failure of the transaction it shares. */
    record Result(Optional<StoredMessage> message, Optional<BudgetExhaustedException> refusal) {
        static Result taken(StoredMessage message) {
            return new Result(Optional.of(message), Optional.empty());
        }

        static Result refused(BudgetExhaustedException why) {
            return new Result(Optional.empty(), Optional.of(why));
        }

        CompletionStage<StoredMessage> stage() {
            return message.<CompletionStage<StoredMessage>>map(CompletableFuture::completedStage)
                    .orElseGet(() -> CompletableFuture.failedStage(refusal.orElseThrow()));
        }
    }
}
