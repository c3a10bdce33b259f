package io.polygator.camel.polygator;

import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.gateway.account.InboundTraits;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of events whether a listener hears them; whose message a report is about is known to its subscription. */
final class ListenerScope {
    private final SmsGateway gateway;
    private final Listener listener;

    ListenerScope(SmsGateway gateway, Listener listener) {
        this.gateway = gateway;
        this.listener = listener;
    }

    boolean concerns(GatewayEvent event) {
        InboundTraits traits = traits(event);
        if (event instanceof GatewayEvent.Inbound) {
            return listener.claim().includes(traits)
                    && listener.account()
                            .map(account -> account.inbound().includes(traits))
                            .orElse(true);
        }
        boolean ownChannel = event instanceof GatewayEvent.Report
                || listener.account()
                        .map(account -> includesChannel(account.inbound(), traits))
                        .orElse(true);
        return ownChannel && includesChannel(listener.claim(), traits);
    }

    private static boolean includesChannel(InboundClaim claim, InboundTraits traits) {
        List<ChannelGrant> channels = claim.channels();
        return channels.stream().anyMatch(grant -> grant.includes(traits.channel(), traits.gateway(), traits.groups()));
    }

    private InboundTraits traits(GatewayEvent event) {
        Optional<InboundMessage> message =
                event instanceof GatewayEvent.Inbound inbound ? Optional.of(inbound.message()) : Optional.empty();
        Optional<ChannelStatus> channel = gateway.channels().stream()
                .filter(status -> status.name().equals(event.channel()))
                .findFirst();
        return new InboundTraits(
                event.channel(),
                channel.map(ChannelStatus::gateway).orElse(""),
                channel.map(ChannelStatus::groups).orElse(Set.of()),
                message.flatMap(InboundMessage::to),
                message.map(InboundMessage::from).orElse(""),
                message.map(InboundMessage::text).orElse(""));
    }
}
