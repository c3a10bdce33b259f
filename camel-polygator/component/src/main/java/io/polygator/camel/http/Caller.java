package io.polygator.camel.http;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.account.RateLimiter;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Who has sent a request, as {@link HttpAccess} found out.
 *
 * @param name of the user or of the account
 * @param scopes what it may do
 * @param account its id; empty for the one user, who is no account
 * @param rate takes leave to send so many segments, which are counted only if it matters: zero, or how long to wait
 */
public record Caller(
        String name, Set<HttpScope> scopes, Optional<String> account, Function<IntSupplier, Duration> rate) {
    private static final String PROPERTY = "PolygatorHttpCaller";

    static Caller of(HttpUser user) {
        return new Caller(user.credentials().user(), user.scopes(), Optional.empty(), segments -> Duration.ZERO);
    }

    static Caller of(Account account, RateLimiter rates) {
        String id = account.id().value();
        return new Caller(
                id,
                account.doors().http().scopes(),
                Optional.of(id),
                segments ->
                        account.limits().rate().isEmpty() ? Duration.ZERO : rates.take(account, segments.getAsInt()));
    }

    /** Who has sent the request of this exchange; empty in a route that does not ask. */
    public static Optional<Caller> of(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(PROPERTY, Caller.class));
    }

    /** Whether whoever has sent the request of this exchange has the scope. */
    static boolean has(HttpScope scope, Exchange exchange) {
        return of(exchange).filter(caller -> caller.scopes().contains(scope)).isPresent();
    }

    /** Takes all headers of the request away; what follows is done in the name of the caller's account. */
    public static void takeOver(Message message) {
        message.removeHeaders("*");
        of(message.getExchange())
                .flatMap(Caller::account)
                .ifPresent(account -> message.setHeader(PolygatorConstants.ACCOUNT, account));
    }

    /** The exchange's request is this caller's. */
    void enter(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    /** Under which name it submits. */
    public String submitter() {
        return Gatekeeper.submitter(Door.HTTP, name);
    }

    /** The key as the gateway shall know it: two accounts may choose the same, which holds no space. */
    String ownKey(String idempotencyKey) {
        return account.map(id -> id + " " + idempotencyKey).orElse(idempotencyKey);
    }

    /** Fails with the problem 429 when the caller sends faster than it may. */
    public void spend(IntSupplier segments) throws ProblemException {
        Duration wait = rate.apply(segments);
        if (!wait.isZero()) {
            throw new ProblemException(Problem.tooMany(
                    "rate_exceeded",
                    "account " + name + " sends faster than the rate of its limits allows",
                    RetryAfter.seconds(wait)));
        }
    }
}
