package io.polygator.camel.polygator;

import io.polygator.gateway.GatewaySettings;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SmsGateways;
import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gsm.transport.system.SystemTransports;
import java.nio.file.Path;

/**
 * A gateway that a component made, with the threads it works on.
 *
 * @param gateway to be closed with this, not by itself
 */
record OwnGateway(SmsGateway gateway, SystemTransports transports) implements AutoCloseable {
    private static final int MOST_MESSAGES = 100_000;

    /** @param pinDirectory where PIN attempts are recorded, before they are made */
    static OwnGateway open(Path pinDirectory) {
        SystemTransports transports = new SystemTransports();
        GatewaySettings settings = GatewaySettings.defaults().withPinDirectory(pinDirectory);
        return new OwnGateway(
                SmsGateways.open(settings, new MemoryMessageStore(MOST_MESSAGES), transports.loop(), transports),
                transports);
    }

    @Override
    public void close() {
        gateway.close();
        transports.close();
    }
}
