package io.polygator.camel.polygator;

import io.polygator.gateway.GatewaySettings;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SmsGateways;
import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gsm.transport.netty.NettyLoops;
import io.polygator.gsm.transport.netty.TcpLimits;
import io.polygator.gsm.transport.system.SystemTransports;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A gateway that a component made, with the threads it works on.
 *
 * @param gateway to be closed with this, not by itself
 */
record OwnGateway(SmsGateway gateway, SystemTransports transports) implements AutoCloseable {
    private static final int MOST_MESSAGES = 100_000;

    /** @param pinDirectory where PIN attempts are recorded, before they are made */
    static OwnGateway open(Path pinDirectory) {
        NettyLoops loops = new NettyLoops();
        SystemTransports transports = new SystemTransports(loops, TcpLimits.defaults());
        GatewaySettings defaults = GatewaySettings.defaults();
        GatewaySettings settings = new GatewaySettings(
                defaults.outbound(),
                defaults.retry(),
                defaults.rest(),
                defaults.inbound(),
                defaults.events(),
                defaults.closeWithin(),
                Optional.of(pinDirectory));
        return new OwnGateway(
                SmsGateways.open(settings, new MemoryMessageStore(MOST_MESSAGES), loops.next(), transports),
                transports);
    }

    @Override
    public void close() {
        gateway.close();
        transports.close();
    }
}
