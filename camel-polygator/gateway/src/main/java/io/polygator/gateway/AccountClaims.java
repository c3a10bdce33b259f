package io.polygator.gateway;

import io.polygator.gateway.quota.AccountBudgets;
import io.polygator.gateway.quota.AccountClaim;
import io.polygator.gateway.store.StoredMessage;
import java.time.ZoneId;
import java.util.Optional;

/** What a message takes from the budget of its account. */
record AccountClaims(AccountBudgets budgets, ZoneId zone) {

    /** Empty when the message belongs to no account. */
    Optional<AccountClaim> of(StoredMessage message) {
        return message.request()
                .origin()
                .account()
                .map(account -> new AccountClaim(
                        account, budgets.of(account), message.segments().size(), message.acceptedAt(), zone));
    }
}
