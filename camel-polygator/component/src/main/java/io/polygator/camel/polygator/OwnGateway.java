package io.polygator.camel.polygator;

import io.polygator.gateway.GatewaySettings;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SmsGateways;
import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.system.SystemTransports;
import java.nio.file.Path;

/**
 * A gateway that a component made, with the threads it works on.
 *
 * @param gateway to be closed with this, not by itself
 */
record OwnGateway(SmsGateway gateway, SystemTransports transports, ChannelTraces traces) implements AutoCloseable {
    private static final int MOST_MESSAGES = 100_000;

    /**
     * A gateway without channels.
     *
     * @param pinDirectory where PIN attempts are recorded, before they are made
     * @param traces closed with it
     */
    static OwnGateway open(Path pinDirectory, ChannelTraces traces) {
        SystemTransports transports = new SystemTransports();
        SmsGateway gateway = SmsGateways.open(
                GatewaySettings.defaults().withPinDirectory(pinDirectory),
                new MemoryMessageStore(MOST_MESSAGES),
                transports.loop(),
                (channel, address) -> traces.trace(channel, transports.transport(TransportAddress.parse(address))));
        return new OwnGateway(gateway, transports, traces);
    }

    @Override
    public void close() {
        gateway.close();
        transports.close();
        traces.close();
    }
}
