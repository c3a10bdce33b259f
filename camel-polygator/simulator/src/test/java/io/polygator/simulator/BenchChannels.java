package io.polygator.simulator;

import io.polygator.gateway.ChannelDefinition;
import io.polygator.gateway.ChannelLease;
import io.polygator.gateway.GatewaySettings;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.message.Submission;
import io.polygator.gsm.modem.ModemSettings;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What tests do with single channels of a {@link GatewayBench}. */
final class BenchChannels {
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private final GatewayBench bench;

    BenchChannels(GatewayBench bench) {
        this.bench = bench;
    }

    ChannelStatus status(String channel) {
        return bench.gateway.channels().stream()
                .filter(status -> status.name().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    /** The defaults, but for closing: it would wait in real time for a loop that nobody turns. */
    static GatewaySettings settings() {
        GatewaySettings usual = GatewaySettings.defaults();
        return new GatewaySettings(
                usual.outbound(),
                usual.retry(),
                usual.rest(),
                usual.inbound(),
                usual.events(),
                usual.budgetZone(),
                usual.accountBudgets(),
                Duration.ofMillis(1),
                usual.pinDirectory());
    }

    /** Lets time pass until the channel is in this state. */
    void await(String channel, State state) {
        bench.loop.runUntil(() -> status(channel).state() == state, PATIENCE);
    }

    ChannelLease open(String channel) {
        return bench.gateway.lease(new ChannelChoice.Named(channel));
    }

    /** Defines another channel behind the same port as the first one of the bench, with the usual times. */
    void defineBesideFirst(String name, Optional<String> pin) {
        ModemSettings usual = ModemSettings.defaults(name);
        ModemSettings settings = new ModemSettings(
                name,
                usual.module(),
                pin,
                usual.smsc(),
                usual.keepAlive(),
                usual.sendDeadline(),
                usual.sweep(),
                usual.supervision(),
                usual.hangUp());
        bench.gateway.define(new ChannelDefinition("beside", Set.of(), "tcp:sim:30000", settings));
    }

    /** Sends by this channel. */
    MessageId submit(String channel, String to, String text) {
        OutboundMessage message = OutboundMessage.of(
                SmsAddress.ofDestination(to), new MessageBody.Text(text), new ChannelChoice.Named(channel));
        CompletableFuture<Submission> submission = bench.gateway.submit(message).toCompletableFuture();
        bench.loop.runUntil(submission::isDone, PATIENCE);
        return submission.join().id();
    }

    /** Lets time pass until the message is in this state. */
    void await(MessageId id, MessageState state) {
        bench.loop.runUntil(() -> bench.status(id).state() == state, PATIENCE);
    }
}
