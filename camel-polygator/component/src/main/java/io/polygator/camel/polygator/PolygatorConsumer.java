package io.polygator.camel.polygator;

import io.polygator.gateway.ChannelLease;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SubscriptionRequest;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.GatewayEvent;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.LoggingExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into exchanges. An event counts as handled when its exchange completes without failure; otherwise the
 * gateway hands it over again later. Suspended, it keeps its channels open but hears nothing.
 */
final class PolygatorConsumer extends DefaultConsumer implements HealthCheckAware, Suspendable {

    private final PolygatorEndpoint endpoint;
    private @Nullable ChannelLease lease;
    private @Nullable AutoCloseable subscription;

    PolygatorConsumer(PolygatorEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        // the gateway tells each failure in one line, and it comes again: a trace each time would bury the rest of a
        // log
        setExceptionHandler(new LoggingExceptionHandler(endpoint.getCamelContext(), getClass(), LoggingLevel.DEBUG));
    }

    @Override
    protected void doBuild() throws Exception {
        super.doBuild();
        if (getHealthCheck() == null) {
            setHealthCheck(new PolygatorHealthCheck("consumer:" + getRouteId(), endpoint));
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (getHealthCheck() != null) {
            getHealthCheck().setEnabled(endpoint.getComponent().isHealthCheckConsumerEnabled());
        }
        ChannelChoice choice = endpoint.choice();
        ChannelLease opened = gateway().lease(choice);
        try {
            subscribe(choice);
        } catch (IllegalStateException e) {
            opened.close();
            throw e;
        }
        lease = opened;
    }

    private void subscribe(ChannelChoice choice) {
        PolygatorConfiguration options = endpoint.getConfiguration();
        Door door = options.getDoor();
        if (door == null) {
            SubscriptionRequest request = new SubscriptionRequest(
                    Optional.ofNullable(options.getSubscription()), EventKinds.parse(options.getEvents()), choice);
            subscription = gateway().subscribe(request, event -> handle(event, null));
        } else {
            DoorSubscriptions accounts = new DoorSubscriptions(
                    endpoint.openGateway(),
                    endpoint.getComponent().gatekeeper(),
                    door,
                    Objects.requireNonNull(options.getSubscription()),
                    EventKinds.parse(options.getEvents()),
                    choice,
                    this::handle);
            accounts.start();
            subscription = accounts;
        }
    }

    private SmsGateway gateway() {
        return endpoint.openGateway().gateway();
    }

    private CompletionStage<Void> handle(GatewayEvent event, @Nullable String account) {
        CompletableFuture<Void> handled = new CompletableFuture<>();
        endpoint.getComponent().executor().execute(() -> process(event, account, handled));
        return handled;
    }

    private void process(GatewayEvent event, @Nullable String account, CompletableFuture<Void> handled) {
        Exchange exchange = createExchange(false);
        EventMapping.write(event, exchange.getMessage());
        if (account != null) {
            exchange.getMessage().setHeader(PolygatorConstants.ACCOUNT, account);
        }
        getAsyncProcessor().process(exchange, doneSync -> complete(exchange, handled));
    }

    private void complete(Exchange exchange, CompletableFuture<Void> handled) {
        Exception failure = exchange.getException();
        try {
            if (failure != null) {
                getExceptionHandler()
                        .handleException("the event was not handled and will come again", exchange, failure);
            }
        } finally {
            releaseExchange(exchange, false);
            if (failure == null) {
                handled.complete(null);
            } else {
                handled.completeExceptionally(failure);
            }
        }
    }

    @Override
    protected void doSuspend() throws Exception {
        unsubscribe();
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        subscribe(endpoint.choice());
    }

    @Override
    protected void doStop() throws Exception {
        unsubscribe();
        if (lease != null) {
            lease.close();
            lease = null;
        }
        super.doStop();
    }

    private void unsubscribe() throws Exception {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }
}
