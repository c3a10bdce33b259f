package io.polygator.camel.doors;

import io.polygator.camel.http.Events;
import io.polygator.camel.http.HttpAccess;
import io.polygator.camel.http.HttpDoorComponent;
import io.polygator.camel.http.HttpMessages;
import io.polygator.camel.http.HttpProblems;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.camel.webhook.WebhookRule;
import io.polygator.camel.webhook.Webhooks;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.Network;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.http.client.GuardedHttpClient;
import io.polygator.http.client.HttpClientSettings;
import io.polygator.http.client.TargetGuard;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.SimulatedChannel;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.network.AirLog;
import io.polygator.simulator.network.Latency;
import io.polygator.simulator.programs.FreePort;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The routes that we deliver for HTTP, SMPP and virtual modems, on one gateway of simulated SIMs called {@code g}. */
final class AllDoors implements AutoCloseable {
    /** The account that comes in over SMPP; it claims all inbound messages. */
    static final String ESME = "crm";
    /** The account that comes in over HTTP. */
    static final String SHOP = "shop";
    /** Of both. */
    static final String SECRET = "demo";

    private static final Path ROUTES = Path.of("..", "..", "routes");
    private static final List<String> ROUTES_USED = List.of(
            "http-errors",
            "http-send",
            "http-status",
            "smpp-errors",
            "smpp-server",
            "smpp-events",
            "modem-errors",
            "modem-pool",
            "modem-events");

    private final int httpPort = FreePort.any();
    private final int smppPort = FreePort.any();
    private final List<Integer> modemPorts;
    private final PolygatorSimulator simulator;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final GuardedHttpClient client = GuardedHttpClient.open(
            HttpClientSettings.defaults(), TargetGuard.allowing(List.of(Network.parse("127.0.0.1"))));
    private Optional<Webhooks> webhooks = Optional.empty();

    private AllDoors(int channels, int modems, FaultPlan faults) {
        modemPorts = FreePort.several(modems);
        simulator = PolygatorSimulator.builder()
                .channels(channels)
                .firstPort(0)
                .sendLatency(Latency.none())
                .transitLatency(Latency.none())
                .deleteLatency(Latency.none())
                .faults(faults)
                .build();
    }

    /**
     * Opens all doors.
     *
     * @param folder where messages are kept
     * @param modems what each virtual modem stands for
     * @param webhook where inbound messages are posted to
     */
    static AllDoors open(Path folder, int channels, List<String> modems, FaultPlan faults, String webhook)
            throws Exception {
        AllDoors doors = new AllDoors(channels, modems.size(), faults);
        doors.simulator.start();
        try {
            doors.start(folder, modems, webhook);
        } catch (Exception e) {
            doors.close();
            throw e;
        }
        return doors;
    }

    private void start(Path folder, List<String> modems, String webhook) throws Exception {
        context.getPropertiesComponent().setInitialProperties(settings(modems));
        PolygatorComponent component = component(folder);
        context.addComponent(PolygatorConstants.SCHEME, component);
        context.addComponent("netty-http", new HttpDoorComponent());
        context.getRegistry().bind("httpAccess", new HttpAccess(Optional.empty()));
        context.getRegistry().bind("httpMessages", new HttpMessages());
        context.getRegistry().bind("httpProblems", new HttpProblems());
        context.getRegistry().bind("events", new Events());
        context.start();
        for (String route : ROUTES_USED) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(context, "file:" + ROUTES.resolve(route + ".yaml")));
        }
        webhooks = Optional.of(Webhooks.start(component, List.of(inbound(webhook)), client, InstantSource.system()));
    }

    private static WebhookRule inbound(String url) {
        return WebhookRule.of(
                "inbound",
                new WebhookRule.Options(
                        url,
                        Optional.empty(),
                        "inbound",
                        Optional.empty(),
                        List.of("all"),
                        List.of("any"),
                        List.of("any"),
                        "json"));
    }

    private Properties settings(List<String> modems) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "polygator.http.host",
                "127.0.0.1",
                "polygator.http.port",
                String.valueOf(httpPort),
                "polygator.smpp.host",
                "127.0.0.1",
                "polygator.smpp.port",
                String.valueOf(smppPort),
                "polygator.modem.enabled",
                "true",
                "polygator.modem.host",
                "127.0.0.1",
                "polygator.modem.ports",
                modemPorts.stream().map(String::valueOf).collect(Collectors.joining(",tcp:127.0.0.1:")),
                "polygator.modem.channels",
                String.join(",", modems)));
        return settings;
    }

    private PolygatorComponent component(Path folder) {
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setGatekeeper(Gatekeeper.of(new MemoryAccounts(List.of(
                account(ESME, Door.SMPP).with(InboundClaim.ofChannels(List.of(new ChannelGrant.All()))),
                account(SHOP, Door.HTTP)))));
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(String.join(",", simulator.addresses()));
        component.getGateways().put("g", gateway);
        return component;
    }

    /** With the secret of demo, which is quickly checked. */
    private static Account account(String id, Door door) {
        Account demo = MemoryAccounts.demo().find(SECRET).orElseThrow();
        return Account.of(id, demo.secret(), AccountAccess.fromThisMachine(Set.of(door)));
    }

    int httpPort() {
        return httpPort;
    }

    int smppPort() {
        return smppPort;
    }

    int modemPort(int index) {
        return modemPorts.get(index);
    }

    SimulatedChannel channel(int index) {
        return simulator.channel(index);
    }

    List<AirLog.Entry> air() {
        return simulator.air().entries();
    }

    /** What the gateway says of every message that it ever accepted. */
    List<MessageStatus> statuses() {
        List<MessageStatus> all = new ArrayList<>();
        MessageQuery query = MessageQuery.newest(MessageQuery.HIGHEST_LIMIT);
        for (List<MessageStatus> page = find(query); !page.isEmpty(); page = find(query)) {
            all.addAll(page);
            query = query.after(page.get(page.size() - 1).id());
        }
        return all;
    }

    /** What is wrong with the channels, if anything, for the message of a test that fails. */
    List<ChannelStatus> channels() {
        return gateway().channels();
    }

    private List<MessageStatus> find(MessageQuery query) {
        return gateway().find(query).toCompletableFuture().join();
    }

    private SmsGateway gateway() {
        return context.getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                .smsGateway();
    }

    @Override
    public void close() {
        webhooks.ifPresent(Webhooks::close);
        context.stop();
        client.close();
        simulator.close();
    }
}
