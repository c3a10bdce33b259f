package io.polygator.camel.kannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.camel.http.HttpAccess;
import io.polygator.camel.http.HttpDoorComponent;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.camel.webhook.GuardedHttp;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.Network;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageState;
import io.polygator.http.client.GuardedHttpClient;
import io.polygator.http.client.HttpClientSettings;
import io.polygator.http.client.TargetGuard;
import io.polygator.http.kannel.SmsService;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.SimulatedChannel;
import io.polygator.simulator.SimulatorBuilder;
import io.polygator.simulator.network.AirLog;
import io.polygator.simulator.network.Latency;
import io.polygator.simulator.programs.FreePort;
import io.polygator.simulator.programs.Kannel;
import io.polygator.simulator.programs.PlainHttp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** The routes that speak as Kannel does, a gateway of simulated channels, and the account of the test kit's Kannel. */
final class KannelDoor implements AutoCloseable {
    static final String USER = "tester";
    static final String SECRET = "kannel-test";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Of +CREG (3GPP TS 27.007 §7.2): it does not even look for a network. */
    private static final int NOT_REGISTERED = 0;

    private static final Path ROUTES = Path.of("..", "..", "routes");
    private static final HashedSecret HASHED = HashedSecret.of(SECRET);

    private final Path folder;
    private final PolygatorSimulator simulator;
    private final List<Account> accounts = new ArrayList<>();
    private final List<String> routes =
            new ArrayList<>(List.of("kannel-errors", "kannel-sendsms", "kannel-callback-errors"));
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Properties properties = new Properties();
    private final int port = FreePort.any();
    private final List<SmsService> services = new ArrayList<>();
    private final List<InterceptStrategy> interceptors = new ArrayList<>();
    private TargetGuard guard = TargetGuard.publicOnly();
    private GuardedHttpClient http = GuardedHttpClient.open(HttpClientSettings.defaults(), guard);
    private Gatekeeper gatekeeper = Gatekeeper.ofNobody();
    private DefaultCamelContext camel = new DefaultCamelContext();

    private KannelDoor(Path folder, PolygatorSimulator simulator) {
        this.folder = folder;
        this.simulator = simulator;
        accounts.add(account(USER));
    }

    /** Not started yet; of so many channels, g1-1 and on. */
    static KannelDoor of(Path folder, int channels) {
        return of(folder, PolygatorSimulator.builder().channels(channels));
    }

    /** The same of other channels. */
    static KannelDoor of(Path folder, SimulatorBuilder channels) {
        return new KannelDoor(
                folder,
                channels.firstPort(0)
                        .sendLatency(Latency.none())
                        .transitLatency(Latency.none())
                        .build());
    }

    /** An account with the test kit's secret. */
    static Account account(String id) {
        return Account.of(id, HASHED, AccountAccess.fromThisMachine(Set.of(Door.HTTP)));
    }

    KannelDoor with(Account account) {
        accounts.add(account);
        return this;
    }

    KannelDoor withRoute(String id) {
        routes.add(id);
        return this;
    }

    /** Lets it call this machine, as the operator of a network of one's own does. */
    KannelDoor callingThisMachine() {
        guard = TargetGuard.allowing(List.of(Network.parse("127.0.0.0/8")));
        return this;
    }

    KannelDoor with(SmsService service) {
        services.add(service);
        return withRoute("kannel-services").with("polygator.kannel.services-enabled", "true");
    }

    KannelDoor with(String property, String value) {
        properties.setProperty(property, value);
        return this;
    }

    KannelDoor start() throws Exception {
        simulator.start();
        open();
        return this;
    }

    /** Ends the gateway and starts it again on what it kept; the modules go on meanwhile. */
    void restart() throws Exception {
        stop();
        camel = new DefaultCamelContext();
        open();
    }

    private void open() throws Exception {
        properties.setProperty("polygator.http.host", "127.0.0.1");
        properties.setProperty("polygator.http.port", String.valueOf(port));
        camel.getPropertiesComponent().setInitialProperties(properties);
        gatekeeper = Gatekeeper.of(new MemoryAccounts(accounts));
        camel.addComponent(PolygatorConstants.SCHEME, component());
        camel.addComponent("netty-http", new HttpDoorComponent());
        bind();
        interceptors.forEach(camel.getCamelContextExtension()::addInterceptStrategy);
        camel.start();
        for (String route : routes) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + ROUTES.resolve(route + ".yaml")));
        }
    }

    private PolygatorComponent component() {
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setGatekeeper(gatekeeper);
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(String.join(",", simulator.addresses()));
        gateway.setGroups("moscow");
        component.getGateways().put("g1", gateway);
        return component;
    }

    private void bind() {
        camel.getRegistry()
                .bind(
                        "kannelSendSms",
                        new KannelSendSms(
                                new HttpAccess(Optional.empty()),
                                new KannelChannels(Map.of("G24_1", "g1-1")),
                                InstantSource.system()));
        camel.getRegistry().bind("kannelProblems", new KannelProblems());
        camel.getRegistry()
                .bind("kannelStatusPages", new KannelStatusPages(Optional.of("status"), "1.0", InstantSource.system()));
        camel.getRegistry().bind("kannelDlr", new KannelDlr());
        http.close();
        http = GuardedHttpClient.open(HttpClientSettings.defaults(), guard);
        camel.getRegistry().bind("guardedHttp", watched(new GuardedHttp(http, camel)));
        camel.getRegistry()
                .bind(
                        "kannelServices",
                        new KannelServices(
                                services, http, new KannelChannels(Map.of("G24_1", "g1-1")), InstantSource.system()));
    }

    /** Waits until all channels send. */
    void awaitRegistered() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway().channels())
                .allSatisfy(channel -> assertThat(channel.state()).isEqualTo(ChannelStatus.State.REGISTERED)));
    }

    /** Takes the network from all modules, and waits until the gateway has noticed. */
    void loseNetwork() {
        simulator.channels().forEach(channel -> channel.register(NOT_REGISTERED));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway().channels())
                .noneMatch(channel -> channel.state() == ChannelStatus.State.REGISTERED));
    }

    /** Lets the gateway fail for messages to this recipient, in a way that nothing of theirs explains. */
    KannelDoor failingFor(String recipient, Exception failure) {
        interceptors.add((context, definition, target, next) ->
                definition.getShortName().equals("to") ? failing(target, recipient, failure) : target);
        return this;
    }

    /** Waits until everything has been on the air but so many messages, which are for later. */
    void awaitQueued(int left) {
        MessageQuery queued = MessageQuery.newest(100).in(Set.of(MessageState.QUEUED, MessageState.SENDING));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        gateway().find(queued).toCompletableFuture().get())
                .hasSize(left));
    }

    /** Waits until so many messages have reached their recipients. */
    void awaitDelivered(int count) {
        MessageQuery delivered = MessageQuery.newest(100).in(Set.of(MessageState.DELIVERED));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        gateway().find(delivered).toCompletableFuture().get())
                .hasSize(count));
    }

    private SmsGateway gateway() {
        return camel.getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                .smsGateway();
    }

    private static AsyncProcessor failing(Processor gateway, String recipient, Exception failure) {
        return new DelegateAsyncProcessor(gateway) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                if (!recipient.equals(exchange.getMessage().getHeader(PolygatorConstants.TO))) {
                    return super.process(exchange, callback);
                }
                exchange.setException(failure);
                callback.done(true);
                return true;
            }
        };
    }

    private AsyncProcessor watched(AsyncProcessor calls) {
        return new DelegateAsyncProcessor(calls) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                return super.process(exchange, doneSync -> {
                    if (exchange.getException() != null) {
                        failures.add(exchange.getException());
                    }
                    callback.done(doneSync);
                });
            }
        };
    }

    /** Why calls of DLR URLs failed. */
    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    CamelContext camel() {
        return camel;
    }

    SimulatedChannel channel(int index) {
        return simulator.channel(index);
    }

    List<AirLog.Entry> air() {
        return simulator.air().entries();
    }

    /** The texts on the air, in the order in which they were sent. */
    List<String> texts() {
        return air().stream().map(entry -> entry.userData().text().orElse("")).toList();
    }

    int port() {
        return port;
    }

    /** A GET request to sendsms with the account's credentials. */
    PlainHttp.Answer sendSms(String query) {
        return ask("GET", "/cgi-bin/sendsms?" + Kannel.credentials() + "&" + query, Map.of(), new byte[0]);
    }

    PlainHttp.Answer ask(String method, String target, Map<String, String> headers, byte[] body) {
        return PlainHttp.ask(port, method, target, headers, body);
    }

    private void stop() {
        camel.stop();
        gatekeeper.close();
        http.close();
    }

    @Override
    public void close() {
        stop();
        simulator.close();
    }
}
