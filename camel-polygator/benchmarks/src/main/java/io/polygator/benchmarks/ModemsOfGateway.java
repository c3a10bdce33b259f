package io.polygator.benchmarks;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.simulator.programs.FreePort;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The gateway with the routes of the virtual modems, as the application has them: one modem for each channel. */
final class ModemsOfGateway implements AutoCloseable {
    private static final Path ROUTES = Path.of("..", "..", "routes");

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Gatekeeper gatekeeper = Gatekeeper.of(MemoryAccounts.demo());
    private final List<Integer> ports;

    private ModemsOfGateway(int count) {
        ports = FreePort.several(count);
    }

    /**
     * Starts them with SQLite.
     *
     * @param folder for the database
     * @param channels where the modems that they stand for are
     */
    static ModemsOfGateway start(Path folder, List<String> channels) throws Exception {
        ModemsOfGateway modems = new ModemsOfGateway(channels.size());
        modems.open(folder, channels);
        return modems;
    }

    private void open(Path folder, List<String> channels) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("polygator.modem.enabled", "true");
        properties.setProperty("polygator.modem.host", "127.0.0.1");
        properties.setProperty(
                "polygator.modem.ports",
                ports.stream().map(String::valueOf).collect(Collectors.joining(",tcp:127.0.0.1:")));
        properties.setProperty("polygator.modem.channels", "g");
        context.getPropertiesComponent().setInitialProperties(properties);
        context.addComponent(PolygatorConstants.SCHEME, component(folder, channels));
        context.start();
        for (String route : List.of("modem-errors", "modem-pool", "modem-events")) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(context, "file:" + ROUTES.resolve(route + ".yaml")));
        }
    }

    private PolygatorComponent component(Path folder, List<String> channels) {
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(String.join(",", channels));
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setGatekeeper(gatekeeper);
        component.getGateways().put("g", gateway);
        return component;
    }

    /** One for each modem, on this machine. */
    List<Integer> ports() {
        return ports;
    }

    @Override
    public void close() {
        context.stop();
        gatekeeper.close();
    }
}
