package io.polygator.camel.polygator;

import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.gateway.account.InboundTraits;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says of events whether they concern an account: an inbound message does when the account claims it. */
final class InboundOwner {
    private final SmsGateway gateway;
    private final ChannelChoice channels;
    private final InboundClaim claim;

    /** @param channels messages from others concern nobody here */
    InboundOwner(SmsGateway gateway, ChannelChoice channels, InboundClaim claim) {
        this.gateway = gateway;
        this.channels = channels;
        this.claim = claim;
    }

    boolean concerns(GatewayEvent event) {
        return !(event instanceof GatewayEvent.Inbound inbound) || claims(inbound.message());
    }

    /** Whether the message is the account's. */
    boolean claims(InboundMessage message) {
        InboundTraits traits = traits(message);
        return channels.includes(traits.channel(), traits.gateway(), traits.groups()) && claim.includes(traits);
    }

    private InboundTraits traits(InboundMessage message) {
        Optional<ChannelStatus> channel = gateway.channels().stream()
                .filter(status -> status.name().equals(message.channel()))
                .findFirst();
        return new InboundTraits(
                message.channel(),
                channel.map(ChannelStatus::gateway).orElse(""),
                channel.map(ChannelStatus::groups).orElse(Set.of()),
                message.to(),
                message.from(),
                message.text());
    }

    /** An event that concerns somebody else is done with. */
    static CompletionStage<Void> passed() {
        return CompletableFuture.completedStage(null);
    }
}
