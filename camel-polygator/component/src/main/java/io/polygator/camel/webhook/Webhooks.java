package io.polygator.camel.webhook;

import io.polygator.camel.http.Events;
import io.polygator.camel.polygator.EventMapping;
import io.polygator.camel.polygator.Listener;
import io.polygator.camel.polygator.ListenerSubscriptions;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountChange;
import io.polygator.gateway.account.Accounts;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.gateway.account.Webhook;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.http.EventView;
import io.polygator.http.client.GuardedHttpClient;
import io.polygator.http.client.HttpCall;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells web servers of events: those of the operator's rules, and those of the accounts that have a webhook. What is not
 * answered with 2xx comes again, and no receiver waits for another. Thread-safe.
 */
public final class Webhooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final String RULE = "webhook.";
    private static final String ACCOUNT = "webhook-account.";
    private static final InboundClaim EVERYTHING = InboundClaim.ofChannels(List.of(new ChannelGrant.All()));

    private final PolygatorComponent component;
    private final List<WebhookRule> rules;
    private final GuardedHttpClient client;
    private final InstantSource clock;
    private final Accounts accounts;
    private final ListenerSubscriptions subscriptions;
    private final Accounts.Registration changes;
    private volatile Map<Listener, WebhookTarget> targets = Map.of();

    private Webhooks(
            PolygatorComponent component, List<WebhookRule> rules, GuardedHttpClient client, InstantSource clock) {
        this.component = component;
        this.rules = List.copyOf(rules);
        this.client = client;
        this.clock = clock;
        accounts = component.gatekeeper().accounts();
        subscriptions = ListenerSubscriptions.of(component, this::tell);
        changes = accounts.listen(this::changed);
    }

    /**
     * Begins, for the rules and for the accounts of now and of later. What waits for rules of before that are not among
     * these is dropped.
     *
     * @throws IllegalArgumentException if the component has no channels
     */
    public static Webhooks start(
            PolygatorComponent component, List<WebhookRule> rules, GuardedHttpClient client, InstantSource clock) {
        Webhooks webhooks = new Webhooks(component, rules, client, clock);
        webhooks.listen();
        webhooks.forgetOtherRules();
        return webhooks;
    }

    /** Nobody takes the events of a rule that was taken out while the application was down. */
    private void forgetOtherRules() {
        subscriptions.forgetOthers(
                RULE, rules.stream().collect(Collectors.toMap(rule -> RULE + rule.name(), WebhookRule::events)));
    }

    private synchronized void listen() {
        Map<Listener, WebhookTarget> wanted = new HashMap<>();
        rules.forEach(rule -> listener(rule).ifPresent(listener -> wanted.put(listener, rule.target())));
        accounts.all().forEach(account -> account.webhook()
                .ifPresent(webhook -> wanted.put(listener(account), target(webhook))));
        targets = Map.copyOf(wanted);
        subscriptions.replaceAll(targets.keySet());
    }

    private Optional<Listener> listener(WebhookRule rule) {
        String name = RULE + rule.name();
        if (rule.account().isEmpty()) {
            return Optional.of(new Listener(name, rule.events(), rule.claim(), Optional.empty()));
        }
        Optional<Account> account = accounts.find(rule.account().get());
        if (account.isEmpty()) {
            LOG.warn(
                    "webhook {} hears nothing: there is no account {}",
                    rule.name(),
                    rule.account().get());
        }
        return account.map(owner -> new Listener(name, rule.events(), rule.claim(), Optional.of(owner)));
    }

    private static Listener listener(Account account) {
        return new Listener(
                ACCOUNT + account.id().value(), Set.of(Kind.INBOUND, Kind.REPORT), EVERYTHING, Optional.of(account));
    }

    private static WebhookTarget target(Webhook webhook) {
        return new WebhookTarget(webhook.url().toString(), WebhookFormat.JSON, Optional.of(webhook.secret()));
    }

    private void changed(AccountChange change) {
        listen();
        if (change instanceof AccountChange.Removed) {
            subscriptions.forget(ACCOUNT + change.id().value());
        }
    }

    private CompletionStage<Void> tell(Listener listener, GatewayEvent event) {
        WebhookTarget target = targets.get(listener);
        if (target == null) {
            return CompletableFuture.failedStage(new IllegalStateException("the webhook is just being replaced"));
        }
        HttpCall call = target.call(view(event), clock.instant());
        CompletableFuture<Void> handled = new CompletableFuture<>();
        client.exchange(listener.name(), call).whenComplete((reply, failure) -> {
            if (reply == null) {
                handled.completeExceptionally(failure);
            } else if (reply.successful()) {
                handled.complete(null);
            } else {
                handled.completeExceptionally(new UnexpectedAnswerException(call, reply));
            }
        });
        return handled;
    }

    private EventView view(GatewayEvent event) {
        CamelContext context = component.getCamelContext();
        Message message = new DefaultExchange(context).getMessage();
        EventMapping.write(event, message);
        return Events.view(message);
    }

    @Override
    public void close() {
        changes.close();
        subscriptions.close();
    }
}
