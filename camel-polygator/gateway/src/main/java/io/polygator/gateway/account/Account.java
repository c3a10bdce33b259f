package io.polygator.gateway.account;

import java.util.Optional;

/**
 * Somebody who may use the gateway. Immutable; two are equal when nothing differs.
 *
 * @param id its name, which is also its user name and system_id
 * @param secret what proves it
 * @param access whether, through which doors and from where it gets in
 * @param limits how much it may send
 * @param sending what it may send, and over which channels
 * @param inbound which inbound messages are its own
 * @param webhook where its events are posted to; empty for nowhere
 * @param doors what belongs to one door only
 */
public record Account(
        AccountId id,
        HashedSecret secret,
        AccountAccess access,
        AccountLimits limits,
        SendingRights sending,
        InboundClaim inbound,
        Optional<Webhook> webhook,
        DoorOptions doors) {

    /** An account without limits, which sends everything and receives nothing. */
    public static Account of(String id, HashedSecret secret, AccountAccess access) {
        return new Account(
                new AccountId(id),
                secret,
                access,
                AccountLimits.unlimited(),
                SendingRights.unrestricted(),
                InboundClaim.nothing(),
                Optional.empty(),
                DoorOptions.defaults());
    }

    /** The same with another secret. */
    public Account with(HashedSecret changed) {
        return new Account(id, changed, access, limits, sending, inbound, webhook, doors);
    }

    /** The same with other access. */
    public Account with(AccountAccess changed) {
        return new Account(id, secret, changed, limits, sending, inbound, webhook, doors);
    }

    /** The same with other limits. */
    public Account with(AccountLimits changed) {
        return new Account(id, secret, access, changed, sending, inbound, webhook, doors);
    }

    /** The same with other rights to send. */
    public Account with(SendingRights changed) {
        return new Account(id, secret, access, limits, changed, inbound, webhook, doors);
    }

    /** The same with another claim on inbound messages. */
    public Account with(InboundClaim changed) {
        return new Account(id, secret, access, limits, sending, changed, webhook, doors);
    }

    /** The same with a webhook. */
    public Account with(Webhook changed) {
        return new Account(id, secret, access, limits, sending, inbound, Optional.of(changed), doors);
    }

    /** The same with other options of the doors. */
    public Account with(DoorOptions changed) {
        return new Account(id, secret, access, limits, sending, inbound, webhook, changed);
    }
}
