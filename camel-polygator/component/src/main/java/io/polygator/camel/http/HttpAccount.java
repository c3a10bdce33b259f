package io.polygator.camel.http;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountLimits;
import io.polygator.gateway.account.RateLimit;
import io.polygator.gateway.quota.AccountUsage;
import io.polygator.gateway.quota.SegmentBudget;
import io.polygator.http.AccountView;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The steps of the route {@code http-account}. */
public final class HttpAccount {
    private static final int OK = 200;

    /** Asks for what the caller has used. */
    public void readQuery(Message message) {
        Caller.takeOver(message);
    }

    /** Whether the caller is an account, of which usage is known. */
    public boolean isAccount(Message message) {
        return message.getHeader(PolygatorConstants.ACCOUNT) != null;
    }

    /** Answers with who asks, and what it may do and has used. */
    public void answer(Message message) {
        Caller caller = Caller.of(message.getExchange()).orElseThrow();
        Optional<AccountUsage> usage = Optional.of(message)
                .filter(asked -> asked.getBody() instanceof AccountUsage)
                .map(asked -> asked.getBody(AccountUsage.class));
        HttpAnswer.write(
                message,
                OK,
                new AccountView(
                        caller.name(),
                        scopes(caller),
                        usage.map(used -> new AccountView.Usage(used.today(), used.thisMonth()))
                                .orElse(null),
                        caller.account()
                                .flatMap(id -> account(id, message))
                                .map(account -> limits(account.limits()))
                                .orElse(null)));
    }

    private static List<String> scopes(Caller caller) {
        return caller.scopes().stream()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static Optional<Account> account(String id, Message message) {
        return message.getExchange()
                .getContext()
                .getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                .gatekeeper()
                .accounts()
                .find(id);
    }

    private static AccountView.Limits limits(AccountLimits limits) {
        SegmentBudget budget = limits.budget();
        return new AccountView.Limits(
                limits.rate().map(HttpAccount::perSecond).orElse(null),
                limits.rate().map(RateLimit::burst).orElse(null),
                number(budget.daily()),
                number(budget.monthly()));
    }

    private static double perSecond(RateLimit rate) {
        return (double) Duration.ofSeconds(1).toNanos() / rate.interval().toNanos();
    }

    private static @Nullable Long number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
