package io.polygator.app;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gsm.transport.LinkException;
import io.polygator.simulator.PolygatorSimulator;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Eight simulated channels, for as long as no gateway is configured. Only this machine reaches anything of it. */
@Singleton
final class Demo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final String GATEWAY = "demo";
    private static final int CHANNELS = 8;

    /** Not the usual file: what waits from a demo must never go out through real SIMs. */
    static final String STORE_FILE = "data/demo.db";

    private @Nullable PolygatorSimulator simulator;
    private @Nullable Gatekeeper gatekeeper;

    /**
     * Starts the simulator and configures it as the only gateway, with a store of its own and an account of its own
     * unless others are configured.
     *
     * @param firstPort of the channels; 0 takes free ones
     */
    void start(int firstPort, PolygatorComponent component) {
        PolygatorSimulator started = PolygatorSimulator.builder()
                .channels(CHANNELS)
                .firstPort(firstPort)
                .build();
        try {
            started.start();
        } catch (LinkException e) {
            throw new StartupProblem("The simulated channels cannot listen: " + e.getMessage()
                    + ". End the program that has the port, or start with -Dpolygator.demo.port=…");
        }
        simulator = started;
        component.getGateways().putAll(gateways(String.join(",", started.addresses())));
        if (component.getStoreFile().equals(PolygatorComponent.DEFAULT_STORE_FILE)) {
            component.setStoreFile(STORE_FILE);
        }
        if (!hasAccounts(component)) {
            gatekeeper = Gatekeeper.of(MemoryAccounts.demo());
            component.setGatekeeper(gatekeeper);
        }
    }

    /** What it would configure; where its channels will listen is not known before it runs. */
    static Map<String, PolygatorGatewayConfiguration> gateways() {
        return gateways("tcp:127.0.0.1:1-" + CHANNELS);
    }

    private static Map<String, PolygatorGatewayConfiguration> gateways(String address) {
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(address);
        return Map.of(GATEWAY, gateway);
    }

    private static boolean hasAccounts(PolygatorComponent component) {
        String file = component.getAccountsFile();
        return file != null && !file.isBlank();
    }

    boolean isRunning() {
        return simulator != null;
    }

    /** The simulator, once it runs. */
    PolygatorSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("demo mode is off: a gateway is configured");
        }
        return simulator;
    }

    /** Tells the newcomer what this is and what to try. */
    void explain(String api) {
        PolygatorSimulator running = simulator();
        String first = running.channel(0).sim().number();
        String second = running.channel(1).sim().number();
        LOG.info(
                "DEMO MODE: no gateway is configured, so {} channels are simulated at {} and following;"
                        + " nothing is sent to a real phone network",
                running.channels().size(),
                running.addresses().get(0));
        LOG.info("The SIMs have the numbers {} and following. Send a message from one to another:", first);
        LOG.info(
                "  curl -u {} -H 'Content-Type: application/json' {}/v1/messages"
                        + " -d '{\"to\":\"{}\",\"text\":\"Hello\"}'",
                gatekeeper == null ? "NAME:SECRET" : "demo:demo",
                api,
                second);
        LOG.info("The log shows it arrive. README.md tells how to connect a real gateway; Ctrl-C ends the demo");
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
        if (gatekeeper != null) {
            gatekeeper.close();
            gatekeeper = null;
        }
    }
}
