package io.polygator.camel.eventsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.camel.asterisk.AsteriskCli;
import io.polygator.camel.http.HttpAccess;
import io.polygator.camel.http.HttpDoorComponent;
import io.polygator.camel.http.HttpProblems;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.camel.polygator.StoreQueue;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SubscriptionRequest;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.Network;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.http.eventsh.FirmwareCharset;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.SimulatedChannel;
import io.polygator.simulator.network.Latency;
import io.polygator.simulator.programs.FreePort;
import io.polygator.simulator.programs.PlainHttp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The receivers of event.sh beside a simulated gateway of one channel, g1-1. */
public final class EventShSite implements AutoCloseable {
    /** The account of those who send. */
    public static final String SENDER = "shop";

    public static final String SECRET = "secret";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path ROUTES = Path.of("..", "..", "routes");

    private final int port = FreePort.any();
    private final List<GatewayEvent> events = new CopyOnWriteArrayList<>();
    private final PolygatorSimulator simulator = PolygatorSimulator.builder()
            .channels(1)
            .firstPort(0)
            .sendLatency(Latency.none())
            .transitLatency(Latency.none())
            .build();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Gatekeeper gatekeeper;

    private EventShSite(List<Account> accounts) {
        gatekeeper = Gatekeeper.of(new MemoryAccounts(accounts));
    }

    /** Open to these networks, and to accounts. */
    static EventShSite open(Path folder, List<String> networks, List<Account> accounts) throws Exception {
        EventShSite door = new EventShSite(accounts);
        door.simulator.start();
        door.start(folder, networks, Map.of("polygator.event-sh.enabled", "true"));
        return door;
    }

    /** Open to this machine, with one account that may send, another route, and the bean that it names. */
    public static EventShSite open(Path folder, AsteriskCli asterisk, Path route) throws Exception {
        Account sender = Account.of(SENDER, HashedSecret.of(SECRET), AccountAccess.fromThisMachine(Set.of(Door.HTTP)));
        EventShSite site = open(folder, List.of("127.0.0.1"), List.of(sender)).listening();
        site.camel.getRegistry().bind("asteriskCli", asterisk);
        PluginHelper.getRoutesLoader(site.camel)
                .loadRoutes(ResourceHelper.resolveResource(site.camel, "file:" + route));
        return site;
    }

    /** As it is delivered. */
    static EventShSite unconfigured(Path folder) throws Exception {
        EventShSite door = new EventShSite(List.of());
        door.simulator.start();
        door.start(folder, List.of(), Map.of());
        return door;
    }

    private void start(Path folder, List<String> networks, Map<String, String> settings) throws Exception {
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.setProperty("polygator.http.host", "127.0.0.1");
        properties.setProperty("polygator.http.port", String.valueOf(port));
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.addComponent(PolygatorConstants.SCHEME, component(folder));
        camel.addComponent("netty-http", new HttpDoorComponent());
        HttpAccess access = new HttpAccess(Optional.empty());
        camel.getRegistry().bind("httpAccess", access);
        camel.getRegistry().bind("httpProblems", new HttpProblems());
        camel.getRegistry()
                .bind(
                        "eventSh",
                        new EventSh(
                                access,
                                new EventShSettings(
                                        networks.stream().map(Network::parse).toList(),
                                        FirmwareCharset.KOI8_R,
                                        Map.of("7", "card-7", "gsm1", "gsm1"),
                                        ZoneOffset.UTC)));
        camel.start();
        for (String route : List.of("http-errors", "event-sh-post", "event-sh-get")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + ROUTES.resolve(route + ".yaml")));
        }
        // leases the channel, as any route from or to it does
        gateway().lease(new ChannelChoice.All());
    }

    DefaultCamelContext camel() {
        return camel;
    }

    private PolygatorComponent component(Path folder) {
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setGatekeeper(gatekeeper);
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(String.join(",", simulator.addresses()));
        component.getGateways().put("g1", gateway);
        return component;
    }

    /** Begins to keep events, under a name, and waits until that works and the channel is ready. */
    EventShSite listening() {
        gateway()
                .subscribe(
                        new SubscriptionRequest(
                                Optional.of("test"),
                                Set.of(SubscriptionRequest.Kind.INBOUND, SubscriptionRequest.Kind.CALL),
                                new ChannelChoice.All()),
                        event -> {
                            events.add(event);
                            return CompletableFuture.completedStage(null);
                        });
        StoreQueue.await(gateway());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway().channels())
                .allSatisfy(channel -> assertThat(channel.state()).isEqualTo(ChannelStatus.State.REGISTERED)));
        return this;
    }

    private SmsGateway gateway() {
        return camel.getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                .smsGateway();
    }

    /** Waits until so many messages have been told. */
    public List<GatewayEvent.Inbound> awaitInbound(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(inbound()).hasSize(count));
        return inbound();
    }

    List<GatewayEvent.Inbound> inbound() {
        return events.stream()
                .filter(GatewayEvent.Inbound.class::isInstance)
                .map(GatewayEvent.Inbound.class::cast)
                .toList();
    }

    /** Waits until so many calls have been told. */
    List<GatewayEvent.Call> awaitCalls(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(calls()).hasSize(count));
        return calls();
    }

    private List<GatewayEvent.Call> calls() {
        return events.stream()
                .filter(GatewayEvent.Call.class::isInstance)
                .map(GatewayEvent.Call.class::cast)
                .toList();
    }

    SimulatedChannel channel() {
        return simulator.channel(0);
    }

    String imsi() {
        return gateway().channels().get(0).modem().imsi().orElseThrow();
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    PlainHttp.Answer post(byte[] body, Map<String, String> headers) {
        return PlainHttp.ask(port, "POST", "/getter.php", headers, body);
    }

    PlainHttp.Answer get(String query) {
        return PlainHttp.ask(port, "GET", "/ttt/index.php?" + query, Map.of(), new byte[0]);
    }

    @Override
    public void close() {
        camel.stop();
        gatekeeper.close();
        simulator.close();
    }
}
