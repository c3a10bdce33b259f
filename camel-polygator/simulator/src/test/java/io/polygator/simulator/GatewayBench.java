package io.polygator.simulator;

import io.polygator.gateway.ChannelDefinition;
import io.polygator.gateway.GatewaySettings;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SmsGateways;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.message.Submission;
import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gsm.modem.ModemSettings;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.TransportAddress.Tcp;
import io.polygator.gsm.transport.memory.ManualLoop;
import io.polygator.gsm.transport.memory.MemoryNetwork;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The real gateway in front of the simulator, both on one loop whose time the test turns. */
final class GatewayBench implements AutoCloseable {
    private static final int STORE_SIZE = 50_000;
    private static final Duration QUIET_TIME = Duration.ofMinutes(5);

    final ManualLoop loop = new ManualLoop();
    final PolygatorSimulator simulator;
    final SmsGateway gateway;

    GatewayBench(SimulatorBuilder simulated, GatewaySettings settings) throws LinkException {
        this(simulated, settings, 1);
    }

    /** @param seed what the gateway's own chance is drawn from */
    GatewayBench(SimulatorBuilder simulated, GatewaySettings settings, long seed) throws LinkException {
        MemoryNetwork network = new MemoryNetwork(loop);
        simulator = simulated
                .inMemory(loop, network)
                .idleTimeout(QUIET_TIME.multipliedBy(2))
                .build()
                .start();
        gateway = SmsGateways.open(
                settings,
                new MemoryMessageStore(STORE_SIZE),
                loop,
                address -> network.transport(simulatedName(address)),
                new Random(seed));
        for (SimulatedChannel channel : simulator.channels()) {
            gateway.define(definition(channel.index()));
        }
    }

    private static String simulatedName(TransportAddress address) {
        return "sim-" + (((Tcp) address).port() - 30_000);
    }

    private static ChannelDefinition definition(int index) {
        ModemSettings modem = calm(ModemSettings.defaults("g8-" + (index + 1)));
        return new ChannelDefinition("g8", Set.of(), "tcp:sim:" + (30_000 + index), modem);
    }

    /** Days pass in these tests: what a modem says only to pass the time would take most of theirs. */
    private static ModemSettings calm(ModemSettings usual) {
        return new ModemSettings(
                usual.name(),
                usual.module(),
                usual.pin(),
                usual.smsc(),
                QUIET_TIME,
                usual.sendDeadline(),
                QUIET_TIME,
                QUIET_TIME,
                usual.hangUp());
    }

    /** Opens every channel and lets the time pass until all of them are registered. */
    void register() {
        gateway.lease(new ChannelChoice.All());
        loop.runUntil(
                () -> gateway.channels().stream().allMatch(c -> c.state() == ChannelStatus.State.REGISTERED),
                Duration.ofMinutes(5));
    }

    CompletionStage<Submission> submit(String to, String text) {
        return gateway.submit(
                OutboundMessage.of(SmsAddress.ofDestination(to), new MessageBody.Text(text), new ChannelChoice.All()));
    }

    MessageStatus status(MessageId id) {
        return gateway.query(id).toCompletableFuture().join().orElseThrow();
    }

    @Override
    public void close() {
        loop.execute(gateway::close); // closing waits when it is called from elsewhere, and nobody would turn the loop
        loop.advance(Duration.ofMinutes(2));
        simulator.close();
        loop.advance(Duration.ofMinutes(1));
    }
}
