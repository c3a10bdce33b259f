package io.polygator.simulator;

import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SubscriptionRequest;
import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A subscriber that handles every event and keeps it. */
final class GatewayEvents {
    private final List<GatewayEvent> events = new ArrayList<>();

    private GatewayEvents() {}

    static GatewayEvents of(SmsGateway gateway) {
        GatewayEvents kept = new GatewayEvents();
        gateway.subscribe(
                new SubscriptionRequest(Optional.empty(), Set.of(Kind.values()), new ChannelChoice.All()), event -> {
                    kept.events.add(event);
                    return CompletableFuture.completedStage(null);
                });
        return kept;
    }

    <E extends GatewayEvent> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<InboundMessage> inbound() {
        return all(GatewayEvent.Inbound.class).stream()
                .map(GatewayEvent.Inbound::message)
                .toList();
    }

    List<String> texts() {
        return inbound().stream().map(InboundMessage::text).toList();
    }
}
