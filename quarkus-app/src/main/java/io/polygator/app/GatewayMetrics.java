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
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What an operator watches: queue, channels, messages by the state they reached; for Prometheus. docs/operate.md lists all. */
@Singleton
final class GatewayMetrics implements AutoCloseable {
    private static final int MOST_DEAD_LETTERS = 1000;

    private final MeterRegistry registry;
    private @Nullable Subscription reports;
    /** Kept here since a registry does not hold what its meters read. */
    private @Nullable RecentChannels channels;

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(PolygatorComponent component) {
        SmsGateway gateway = component.smsGateway();
        FunctionCounter.builder("polygator.store.refusals", component, PolygatorComponent::storeRefusals)
                .description("Messages not accepted because the store could not take them")
                .register(registry);
        lastAnswer("polygator.dead.letters", () -> deadLetters(gateway))
                .description("Events that subscriptions failed to handle until they were given up, 1000 at most")
                .register(registry);
        lastAnswer("polygator.messages.waiting", gateway::backlog)
                .description("Messages that wait for a channel and may leave now")
                .register(registry);
        PolygatorSmppComponent smpp =
                component.getCamelContext().getComponent(PolygatorSmppComponent.SCHEME, PolygatorSmppComponent.class);
        Gauge.builder("polygator.smpp.binds", smpp, server -> server.binds().size())
                .description("Sessions of ESMEs that are bound")
                .register(registry);
        RecentChannels recent = new RecentChannels(gateway);
        channels = recent;
        for (ChannelStatus.State state : ChannelStatus.State.values()) {
            Gauge.builder("polygator.channels", recent, any -> count(any, state))
                    .description("Channels by state")
                    .tag("state", lower(state))
                    .register(registry);
        }
        for (ChannelStatus channel : recent.all()) {
            watch(recent, channel.name());
        }
        SubscriptionRequest request =
                new SubscriptionRequest(Optional.empty(), Set.of(Kind.REPORT), new ChannelChoice.All());
        reports = gateway.subscribe(request, this::count);
    }

    private static Gauge.Builder<LastAnswer> lastAnswer(String name, Supplier<CompletionStage<Long>> question) {
        return Gauge.builder(name, new LastAnswer(question), LastAnswer::value).strongReference(true);
    }

    private static CompletionStage<Long> deadLetters(SmsGateway gateway) {
        return gateway.deadLetters()
                .list(Optional.empty(), 0, MOST_DEAD_LETTERS)
                .thenApply(letters -> (long) letters.size());
    }

    private static long count(RecentChannels channels, ChannelStatus.State state) {
        return channels.all().stream()
                .filter(channel -> channel.state() == state)
                .count();
    }

    private void watch(RecentChannels channels, String channel) {
        counter(channels, channel, "polygator.segments.sent", "Segments the network took", Counters::sent);
        counter(channels, channel, "polygator.segments.failed", "Segments that failed", Counters::failed);
        counter(channels, channel, "polygator.segments.unconfirmed", "Segments without answer", Counters::unconfirmed);
        counter(channels, channel, "polygator.segments.received", "Segments that came in", Counters::received);
        counter(channels, channel, "polygator.reports", "Status reports that came in", Counters::reports);
        counter(channels, channel, "polygator.restarts", "Restarts of the modem", Counters::restarts);
        gauge(channels, channel, "polygator.channel.registered", GatewayMetrics::registered)
                .description("1 while the channel is registered in the network")
                .register(registry);
        gauge(channels, channel, "polygator.channel.signal", GatewayMetrics::signal)
                .description("Received signal strength")
                .baseUnit("dBm")
                .register(registry);
    }

    private static double registered(ChannelStatus channel) {
        return channel.state() == ChannelStatus.State.REGISTERED ? 1 : 0;
    }

    private static double signal(ChannelStatus channel) {
        OptionalInt signal = channel.signal();
        return signal.isPresent() ? signal.getAsInt() : Double.NaN;
    }

    private static Gauge.Builder<RecentChannels> gauge(
            RecentChannels channels, String channel, String name, ToDoubleFunction<ChannelStatus> value) {
        return Gauge.builder(name, channels, any -> value(any, channel, value)).tag("channel", channel);
    }

    private void counter(
            RecentChannels channels,
            String channel,
            String name,
            String description,
            ToDoubleFunction<Counters> value) {
        FunctionCounter.builder(
                        name, channels, any -> value(any, channel, status -> value.applyAsDouble(status.counters())))
                .description(description)
                .tag("channel", channel)
                .register(registry);
    }

    private static double value(RecentChannels channels, String channel, ToDoubleFunction<ChannelStatus> value) {
        return channels.find(channel).map(value::applyAsDouble).orElse(0.0);
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
