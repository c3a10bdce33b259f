package io.polygator.camel.polygator;

import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.Subscription;
import io.polygator.gateway.SubscriptionRequest;
import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountChange;
import io.polygator.gateway.account.Accounts;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.PrefixPattern;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.EventFilter;
import io.polygator.gateway.message.GatewayEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two durable subscriptions for each account that may use a door: reports about what it sent through the door, and
 * inbound messages that belong to it. They come and go with the accounts. Thread-safe.
 */
final class DoorSubscriptions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DoorSubscriptions.class);

    /** Takes an event that concerns an account. */
    @FunctionalInterface
    interface Handler {
        CompletionStage<Void> handle(GatewayEvent event, String account);
    }

    private final OpenGateway open;
    private final SmsGateway gateway;
    private final Gatekeeper gatekeeper;
    private final Door door;
    private final String name;
    private final Set<Kind> kinds;
    private final ChannelChoice channels;
    private final Handler handler;
    private final Map<String, List<Subscription>> byAccount = new HashMap<>();
    private List<Runnable> endings = List.of();

    /**
     * For the accounts of one door.
     *
     * @param name with which the names of the subscriptions begin
     * @param kinds some of INBOUND and REPORT
     * @param channels events of others are not told
     */
    DoorSubscriptions(
            OpenGateway open,
            Gatekeeper gatekeeper,
            Door door,
            String name,
            Set<Kind> kinds,
            ChannelChoice channels,
            Handler handler) {
        this.open = open;
        this.gateway = open.gateway();
        this.gatekeeper = gatekeeper;
        this.door = door;
        this.name = name;
        this.kinds = Set.copyOf(kinds);
        this.channels = channels;
        this.handler = handler;
    }

    /**
     * Begins, for the accounts of now and of later.
     *
     * @throws IllegalStateException if somebody else has such subscriptions at work
     */
    synchronized void start() {
        Accounts.Registration changes = gatekeeper.accounts().listen(this::changed);
        Runnable arrivals = gatekeeper.onArrival(this::arrived);
        endings = List.of(changes::close, arrivals);
        try {
            gatekeeper.accounts().all().forEach(this::begin);
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    private void begin(Account account) {
        if (!account.access().doors().contains(door)) {
            return;
        }
        List<Subscription> begun = byAccount.computeIfAbsent(account.id().value(), any -> new ArrayList<>());
        if (kinds.contains(Kind.REPORT)) {
            begun.add(subscribe(reports(account), account));
        }
        if (kinds.contains(Kind.INBOUND)) {
            inbound(account).ifPresent(request -> begun.add(subscribe(request, account)));
        }
    }

    private Subscription subscribe(SubscriptionRequest request, Account account) {
        InboundOwner owner = new InboundOwner(gateway, channels, account.inbound());
        String id = account.id().value();
        return gateway.subscribe(
                request, event -> owner.concerns(event) ? handler.handle(event, id) : InboundOwner.passed());
    }

    private SubscriptionRequest reports(Account account) {
        String id = account.id().value();
        return new SubscriptionRequest(
                Optional.of(subscription(id, Kind.REPORT)),
                Set.of(Kind.REPORT),
                channels,
                EventFilter.ofSubmitter(Gatekeeper.submitter(door, id)));
    }

    /** Empty when nothing belongs to the account. */
    private Optional<SubscriptionRequest> inbound(Account account) {
        List<PrefixPattern> senders = account.inbound().senders();
        List<String> prefixes = senders.stream().anyMatch(PrefixPattern::matchesAnything)
                ? List.of()
                : senders.stream().map(PrefixPattern::text).toList();
        return Grants.choice(open, account.inbound().channels())
                .map(claimed -> new SubscriptionRequest(
                        Optional.of(subscription(account.id().value(), Kind.INBOUND)),
                        Set.of(Kind.INBOUND),
                        claimed,
                        EventFilter.everything().withSenderPrefixes(prefixes)));
    }

    private String subscription(String account, Kind kind) {
        return name + "." + account + "." + EventMapping.lower(kind);
    }

    private synchronized void changed(AccountChange change) {
        end(change.id().value());
        if (change instanceof AccountChange.Added added) {
            begin(added.account());
        } else if (change instanceof AccountChange.Changed changed) {
            begin(changed.after());
        } else {
            forget(change.id().value());
        }
    }

    /** What waits for an account that is gone can reach nobody any more. */
    private void forget(String account) {
        for (Kind kind : kinds) {
            String subscription = subscription(account, kind);
            gateway.forget(subscription).whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.warn("subscription {} of an account that is gone stays: {}", subscription, failure.toString());
                }
            });
        }
    }

    private synchronized void arrived(Door where, String account) {
        if (where == door) {
            byAccount.getOrDefault(account, List.of()).forEach(Subscription::retryNow);
        }
    }

    private void end(String account) {
        List<Subscription> ended = byAccount.remove(account);
        if (ended != null) {
            ended.forEach(Subscription::close);
        }
    }

    @Override
    public synchronized void close() {
        endings.forEach(Runnable::run);
        endings = List.of();
        List.copyOf(byAccount.keySet()).forEach(this::end);
    }
}
