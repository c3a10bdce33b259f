package io.polygator.benchmarks;

import io.polygator.camel.http.HttpAccess;
import io.polygator.camel.http.HttpDoorComponent;
import io.polygator.camel.http.HttpMessages;
import io.polygator.camel.http.HttpProblems;
import io.polygator.camel.kannel.KannelChannels;
import io.polygator.camel.kannel.KannelProblems;
import io.polygator.camel.kannel.KannelSendSms;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.simulator.programs.FreePort;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The gateway with its HTTP routes, for the account demo, as the application has them; its only channel is away. */
final class HttpServers implements AutoCloseable {
    private static final Path ROUTES = Path.of("..", "..", "routes");

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Gatekeeper gatekeeper = Gatekeeper.of(MemoryAccounts.demo());
    private final int port = FreePort.any();

    private HttpServers() {}

    static HttpServers start(Path folder) throws Exception {
        HttpServers server = new HttpServers();
        server.open(folder);
        return server;
    }

    private void open(Path folder) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("polygator.http.host", "127.0.0.1");
        properties.setProperty("polygator.http.port", String.valueOf(port));
        context.getPropertiesComponent().setInitialProperties(properties);
        context.addComponent(PolygatorConstants.SCHEME, component(folder));
        context.addComponent("netty-http", new HttpDoorComponent());
        HttpAccess access = new HttpAccess(Optional.empty());
        context.getRegistry().bind("httpAccess", access);
        context.getRegistry().bind("httpMessages", new HttpMessages());
        context.getRegistry().bind("httpProblems", new HttpProblems());
        context.getRegistry().bind("kannelProblems", new KannelProblems());
        context.getRegistry()
                .bind("kannelSendSms", new KannelSendSms(access, new KannelChannels(Map.of()), InstantSource.system()));
        context.start();
        for (String route : List.of("http-errors", "http-send", "kannel-errors", "kannel-sendsms")) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(context, "file:" + ROUTES.resolve(route + ".yaml")));
        }
    }

    private PolygatorComponent component(Path folder) {
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress("tcp:127.0.0.1:1");
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setGatekeeper(gatekeeper);
        component.getGateways().put("g", gateway);
        return component;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        context.stop();
        gatekeeper.close();
    }
}
