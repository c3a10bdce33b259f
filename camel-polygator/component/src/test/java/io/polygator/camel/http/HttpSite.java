package io.polygator.camel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.http.BasicCredentials;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.SimulatedChannel;
import io.polygator.simulator.SimulatorBuilder;
import io.polygator.simulator.programs.FreePort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * Routes of the HTTP API over the simulated channels g2-1, g2-2, … and their clients: accounts, and the one user
 * {@value #BOSS}, all with the same secret.
 */
final class HttpSite implements AutoCloseable {
    /** Who sees and may do everything. */
    static final String BOSS = "boss";

    private static final Path ROUTES = Path.of("..", "..", "routes");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final HttpClient client = HttpClient.newHttpClient();
    private final PolygatorSimulator simulator;
    private final Gatekeeper gatekeeper;
    private final int port = FreePort.any();

    HttpSite(SimulatorBuilder simulated, Collection<Account> accounts) {
        simulator = simulated.firstPort(0).build();
        gatekeeper = Gatekeeper.of(new MemoryAccounts(accounts));
    }

    /**
     * Begins.
     *
     * @param folder where messages are kept
     * @param routes without {@code http-} and {@code .yaml}
     */
    void start(Path folder, String... routes) throws Exception {
        simulator.start();
        Properties properties = new Properties();
        properties.setProperty("polygator.http.host", "127.0.0.1");
        properties.setProperty("polygator.http.port", String.valueOf(port));
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.addComponent(PolygatorConstants.SCHEME, component(folder));
        camel.addComponent("netty-http", new HttpDoorComponent());
        bindBeans();
        camel.start();
        load("errors");
        for (String route : routes) {
            load(route);
        }
    }

    private PolygatorComponent component(Path folder) {
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setGatekeeper(gatekeeper);
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(String.join(",", simulator.addresses()));
        component.getGateways().put("g2", gateway);
        return component;
    }

    private void bindBeans() {
        HttpUser boss = new HttpUser(new BasicCredentials(BOSS, SomeAccounts.SECRET), EnumSet.allOf(HttpScope.class));
        camel.getRegistry().bind("httpAccess", new HttpAccess(Optional.of(boss)));
        camel.getRegistry().bind("httpMessages", new HttpMessages());
        camel.getRegistry().bind("httpLists", new HttpLists());
        camel.getRegistry().bind("httpTimelines", new HttpTimelines());
        camel.getRegistry().bind("httpChannels", new HttpChannels());
        camel.getRegistry().bind("httpUssd", new HttpUssd());
        camel.getRegistry().bind("httpAccount", new HttpAccount());
        camel.getRegistry().bind("httpProblems", new HttpProblems());
    }

    private void load(String route) throws Exception {
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + ROUTES.resolve("http-" + route + ".yaml")));
    }

    /** Somebody subscribes to inbound messages: until then they stay on their SIMs, and are not listed. */
    void takeInbound() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("polygator:all?events=inbound").routeId("taker").process(exchange -> {});
            }
        });
    }

    SimulatedChannel channel(int index) {
        return simulator.channel(index);
    }

    HttpResponse<String> get(String user, String path) throws Exception {
        return request(user, "GET", path, "");
    }

    HttpResponse<String> post(String user, String path, String body) throws Exception {
        return request(user, "POST", path, body);
    }

    HttpResponse<String> request(String user, String method, String path, String body) throws Exception {
        return send(requestOf(user, path).method(method, BodyPublishers.ofString(body)));
    }

    /** A request that also tries to pass for another account. */
    HttpRequest.Builder requestOf(String user, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(120))
                .header("Authorization", SomeAccounts.basic(user, SomeAccounts.SECRET))
                .header("Content-Type", "application/json")
                .header(PolygatorConstants.ACCOUNT, "acme");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) throws JsonProcessingException {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        camel.stop();
        gatekeeper.close();
        simulator.close();
    }
}
