package io.polygator.camel.polygator;

import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountState;
import io.polygator.gateway.account.Accounts;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.OutboundMessage;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** What the account that an exchange names may do. An exchange that names none may do everything. Thread-safe. */
final class AccountRights {
    private final OpenGateway open;
    private final Accounts accounts;

    AccountRights(OpenGateway open, Accounts accounts) {
        this.open = open;
        this.accounts = accounts;
    }

    /** The account that the exchange names. */
    Optional<Account> of(Message message) throws SubmitRefusedException {
        String id = message.getHeader(PolygatorConstants.ACCOUNT, String.class);
        if (id == null) {
            return Optional.empty();
        }
        Account account = accounts.find(id)
                .orElseThrow(() -> new SubmitRefusedException("account", "account: there is no account " + id));
        if (account.access().state() == AccountState.DISABLED) {
            throw new SubmitRefusedException("account", "account: account " + id + " is disabled");
        }
        return Optional.of(account);
    }

    /** Those of the channels that the account may use. */
    ChannelChoice narrowed(ChannelChoice wanted, Account account) throws SubmitRefusedException {
        if (account.sending().includesEveryChannel()) {
            return wanted;
        }
        List<ChannelStatus> channels = open.channels(wanted);
        List<ChannelStatus> granted = granted(channels, account);
        if (granted.isEmpty()) {
            throw new SubmitRefusedException(
                    "channel", "channel: account " + account.id() + " may use none of the channels asked for");
        }
        if (granted.size() == channels.size()) {
            return wanted;
        }
        return wanted instanceof ChannelChoice.All
                ? Grants.choice(open, account.sending().channels()).orElseGet(() -> Grants.named(granted))
                : Grants.named(granted);
    }

    /** Those of the channels that the account may use. */
    static List<ChannelStatus> granted(List<ChannelStatus> channels, Account account) {
        return channels.stream()
                .filter(channel ->
                        account.sending().includesChannel(channel.name(), channel.gateway(), channel.groups()))
                .toList();
    }

    /** Refuses what the account may not send. */
    static void check(OutboundMessage message, Account account) throws SubmitRefusedException {
        if (!account.sending().destinations().allows(message.to().display())) {
            throw new SubmitRefusedException(
                    "to", "to: account " + account.id() + " may not write to this number; see its destinations");
        }
        Optional<String> from = message.from();
        if (from.isPresent() && !account.sending().senders().allows(from.get())) {
            throw new SubmitRefusedException(
                    "from", "from: account " + account.id() + " may not use this sender; see its senders");
        }
    }

    /** Whether whoever names this account, or none, may know of the message and change it. */
    static boolean owns(@Nullable String account, MessageStatus status) {
        return account == null || status.origin().account().equals(Optional.of(account));
    }
}
