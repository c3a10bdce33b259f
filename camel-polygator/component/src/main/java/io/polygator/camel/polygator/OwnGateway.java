package io.polygator.camel.polygator;

import io.polygator.gateway.GatewaySettings;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SmsGateways;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.system.SystemTransports;

/**
 * A gateway that a component made, with the threads it works on.
 *
 * @param gateway to be closed with this, not by itself
 */
record OwnGateway(SmsGateway gateway, SystemTransports transports, ChannelTraces traces) implements AutoCloseable {
    /**
     * A gateway without channels.
     *
     * @param traces closed with it, also when it cannot be opened
     */
    static OwnGateway open(GatewaySettings settings, StoreOptions store, ChannelTraces traces) {
        MessageStore opened;
        try {
            opened = OwnStore.open(store);
        } catch (RuntimeException e) {
            traces.close();
            throw e;
        }
        SystemTransports transports = new SystemTransports();
        SmsGateway gateway = SmsGateways.open(
                settings,
                opened,
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
