package io.polygator.simulator.programs;

import static org.awaitility.Awaitility.await;

import io.polygator.gateway.ChannelDefinition;
import io.polygator.gateway.GatewaySettings;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SmsGateways;
import io.polygator.gateway.SubscriptionRequest;
import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.GatewayEvent.ChannelChanged;
import io.polygator.gateway.message.GatewayEvent.Inbound;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gsm.modem.ModemSettings;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.transport.system.SystemTransports;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The gateway as it runs in production, in real time, with what it told written down. */
final class RealGateway implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int STORE_SIZE = 1000;
    private static final Duration RARELY = Duration.ofMinutes(5);

    private final SystemTransports transports = new SystemTransports();
    private final SmsGateway gateway = SmsGateways.open(
            GatewaySettings.defaults(), new MemoryMessageStore(STORE_SIZE), transports.loop(), transports);
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<State> states = new CopyOnWriteArrayList<>();

    RealGateway() {
        gateway.subscribe(
                new SubscriptionRequest(Optional.empty(), Set.of(Kind.INBOUND, Kind.CHANNEL), new ChannelChoice.All()),
                this::writeDown);
    }

    private CompletionStage<Void> writeDown(GatewayEvent event) {
        if (event instanceof Inbound inbound) {
            received.add(inbound.message().text());
        } else if (event instanceof ChannelChanged changed) {
            states.add(changed.status().state());
        }
        return CompletableFuture.completedStage(null);
    }

    /**
     * Opens a channel and waits until it is registered. Nothing is said on its link but messages and keep-alives.
     *
     * @param keepAlive after so much silence
     */
    void open(String channel, String address, Duration keepAlive) {
        ModemSettings usual = ModemSettings.defaults(channel);
        ModemSettings quiet = new ModemSettings(
                channel,
                usual.module(),
                usual.pin(),
                usual.smsc(),
                keepAlive,
                usual.sendDeadline(),
                RARELY,
                RARELY,
                usual.hangUp());
        gateway.define(new ChannelDefinition("g8", Set.of(), address, quiet));
        gateway.lease(new ChannelChoice.Named(channel));
        await().atMost(PATIENCE).until(() -> isRegistered(channel));
    }

    boolean isRegistered(String channel) {
        return status(channel).state() == State.REGISTERED;
    }

    private ChannelStatus status(String channel) {
        return gateway.channels().stream()
                .filter(status -> status.name().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    /** Sends a text and waits until the recipient's phone has it. */
    void deliver(String channel, String number, String text) {
        OutboundMessage message = OutboundMessage.of(
                SmsAddress.ofDestination(number), new MessageBody.Text(text), new ChannelChoice.Named(channel));
        MessageId id = gateway.submit(message)
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .id();
        await().atMost(PATIENCE).until(() -> stateOf(id) == MessageState.DELIVERED);
    }

    private MessageState stateOf(MessageId id) {
        return gateway.query(id).toCompletableFuture().join().orElseThrow().state();
    }

    void awaitReceived(String text) {
        await().atMost(PATIENCE).until(() -> received.contains(text));
    }

    /** Every state that a channel came to, in order. */
    List<State> states() {
        return states;
    }

    @Override
    public void close() {
        gateway.close();
        transports.close();
    }
}
