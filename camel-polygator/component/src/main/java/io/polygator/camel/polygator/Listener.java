package io.polygator.camel.polygator;

import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.InboundClaim;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who hears events without being a route, with durable subscriptions of its own: what it does not take comes
 * again, and nobody else waits for it.
 *
 * @param name with which the names of its subscriptions begin
 * @param events which kinds
 * @param claim of inbound messages those that it includes; of other events those from its channels
 * @param account hears only what belongs to this account: inbound messages that the account claims, reports about its
 *     messages, other events from the channels whose inbound messages are its own; empty for no such limit
 */
public record Listener(String name, Set<Kind> events, InboundClaim claim, Optional<Account> account) {
    public Listener {
        events = Set.copyOf(events);
    }
}
