package io.polygator.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.smpp.PolygatorSmppComponent;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.Subscription;
import io.polygator.gateway.SubscriptionRequest;
import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.ChannelStatus.Counters;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageState;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Channels by state, messages by the state they reached, and each channel's counters, for Prometheus. */
@Singleton
final class GatewayMetrics implements AutoCloseable {

    private final MeterRegistry registry;
    private @Nullable Subscription reports;

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(PolygatorComponent component) {
        SmsGateway gateway = component.smsGateway();
        FunctionCounter.builder("polygator.store.refusals", component, PolygatorComponent::storeRefusals)
                .description("Messages not accepted because the store could not take them")
                .register(registry);
        Gauge.builder("polygator.dead.letters", new DeadLetterCount(gateway.deadLetters()), DeadLetterCount::last)
                .description("Events that subscriptions failed to handle until they were given up, 1000 at most")
                .strongReference(true)
                .register(registry);
        PolygatorSmppComponent smpp =
                component.getCamelContext().getComponent(PolygatorSmppComponent.SCHEME, PolygatorSmppComponent.class);
        Gauge.builder("polygator.smpp.binds", smpp, server -> server.binds().size())
                .description("Sessions of ESMEs that are bound")
                .register(registry);
        for (ChannelStatus.State state : ChannelStatus.State.values()) {
            Gauge.builder("polygator.channels", gateway, any -> count(any, state))
                    .description("Channels by state")
                    .tag("state", lower(state))
                    .register(registry);
        }
        for (ChannelStatus channel : gateway.channels()) {
            watch(gateway, channel.name());
        }
        SubscriptionRequest request =
                new SubscriptionRequest(Optional.empty(), Set.of(Kind.REPORT), new ChannelChoice.All());
        reports = gateway.subscribe(request, this::count);
    }

    private static long count(SmsGateway gateway, ChannelStatus.State state) {
        return gateway.channels().stream()
                .filter(channel -> channel.state() == state)
                .count();
    }

    private void watch(SmsGateway gateway, String channel) {
        counter(gateway, channel, "polygator.segments.sent", "Segments the network took", Counters::sent);
        counter(gateway, channel, "polygator.segments.failed", "Segments that failed", Counters::failed);
        counter(gateway, channel, "polygator.segments.unconfirmed", "Segments without answer", Counters::unconfirmed);
        counter(gateway, channel, "polygator.segments.received", "Segments that came in", Counters::received);
        counter(gateway, channel, "polygator.reports", "Status reports that came in", Counters::reports);
        counter(gateway, channel, "polygator.restarts", "Restarts of the modem", Counters::restarts);
    }

    private void counter(
            SmsGateway gateway, String channel, String name, String description, ToDoubleFunction<Counters> value) {
        FunctionCounter.builder(name, gateway, any -> value(any, channel, value))
                .description(description)
                .tag("channel", channel)
                .register(registry);
    }

    private static double value(SmsGateway gateway, String channel, ToDoubleFunction<Counters> value) {
        return gateway.channels().stream()
                .filter(status -> status.name().equals(channel))
                .mapToDouble(status -> value.applyAsDouble(status.counters()))
                .sum();
    }

    private CompletionStage<Void> count(GatewayEvent event) {
        if (event instanceof GatewayEvent.Report report) {
            count(report.report().state());
        }
        return CompletableFuture.completedStage(null);
    }

    private void count(MessageState state) {
        registry.counter("polygator.messages", "state", lower(state)).increment();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        if (reports != null) {
            reports.close();
            reports = null;
        }
    }
}
