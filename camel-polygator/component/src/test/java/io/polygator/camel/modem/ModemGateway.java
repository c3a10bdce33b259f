package io.polygator.camel.modem;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.camel.polygator.StoreQueue;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.store.DeadLetter;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.SimulatedChannel;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.network.AirLog;
import io.polygator.simulator.network.Latency;
import io.polygator.simulator.network.NumberRule.Fate;
import io.polygator.simulator.programs.FreePort;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;

/** Two routes without any mapping between virtual modems and simulated SIMs. */
final class ModemGateway implements AutoCloseable {
    /** A number that nobody has: a message to it is taken, and reported as lost. */
    static final String NOBODY = "+380990000000";

    /** To which all channels belong. */
    static final String GROUP = "north";

    private static final String SUBSCRIPTION = "modem";

    private final Path folder;
    private final List<Integer> ports;
    private final String modems;
    private final String options;
    private final MemoryAccounts accounts;
    private final Map<String, Object> beans = new HashMap<>();
    private final Map<String, Object> componentOptions = new HashMap<>();
    private final PolygatorSimulator simulator;
    private CamelContext context = new DefaultCamelContext();

    private ModemGateway(
            Path folder, int channels, int modems, String options, MemoryAccounts accounts, FaultPlan faults) {
        this(folder, channels, FreePort.several(modems), ModemGateway::each, options, accounts, faults);
    }

    private static String each(List<Integer> ports) {
        return ports.stream().map(port -> "tcp:127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    private ModemGateway(
            Path folder,
            int channels,
            List<Integer> ports,
            Function<List<Integer>, String> address,
            String options,
            MemoryAccounts accounts,
            FaultPlan faults) {
        this.folder = folder;
        this.ports = ports;
        this.modems = "polygator-modem:" + address.apply(ports);
        this.options = options;
        this.accounts = accounts;
        simulator = PolygatorSimulator.builder()
                .channels(channels)
                .firstPort(0)
                .sendLatency(Latency.none())
                .transitLatency(Latency.none())
                .otherNumbers(number -> number.display().equals(NOBODY) ? Fate.UNOBTAINABLE : Fate.DELIVERED)
                .faults(faults)
                .build();
    }

    /**
     * Starts it with the account demo.
     *
     * @param folder where messages are kept
     * @param options of the virtual modems, such as {@code ?channels=g}
     */
    static ModemGateway start(Path folder, int channels, int ports, String options) throws Exception {
        return start(folder, channels, ports, options, MemoryAccounts.demo(), FaultPlan.none());
    }

    /** The same with other accounts, and modules that fail. */
    static ModemGateway start(
            Path folder, int channels, int ports, String options, MemoryAccounts accounts, FaultPlan faults)
            throws Exception {
        return new ModemGateway(folder, channels, ports, options, accounts, faults).started();
    }

    /** The same with something that an option refers to as {@code #name}. */
    static ModemGateway start(Path folder, int ports, String options, String name, Object bean) throws Exception {
        ModemGateway gateway = new ModemGateway(folder, 1, ports, options, MemoryAccounts.demo(), FaultPlan.none());
        gateway.beans.put(name, bean);
        return gateway.started();
    }

    /** The same with options of the component, which are named as in its configuration. */
    static ModemGateway start(Path folder, Map<String, Object> componentOptions, MemoryAccounts accounts)
            throws Exception {
        ModemGateway gateway = new ModemGateway(folder, 1, 1, "", accounts, FaultPlan.none());
        gateway.componentOptions.putAll(componentOptions);
        return gateway.started();
    }

    /** The same with as many modems as channels, by the first port alone. */
    static ModemGateway startOpenEnded(Path folder, int channels) throws Exception {
        return new ModemGateway(
                        folder,
                        channels,
                        FreePort.inARow(channels),
                        ports -> "tcp:127.0.0.1:" + ports.get(0) + "-",
                        "",
                        MemoryAccounts.demo(),
                        FaultPlan.none())
                .started();
    }

    private ModemGateway started() throws Exception {
        simulator.start();
        try {
            open();
        } catch (Exception e) {
            close();
            throw e;
        }
        return this;
    }

    private void open() throws Exception {
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setGatekeeper(Gatekeeper.of(accounts));
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(String.join(",", simulator.addresses()));
        gateway.setGroups(GROUP);
        // a call rings until the test ends it
        gateway.setHangUp(false);
        component.getGateways().put("g", gateway);
        context.addComponent(PolygatorConstants.SCHEME, component);
        beans.forEach(context.getRegistry()::bind);
        configure(context.getComponent(PolygatorModemComponent.SCHEME, PolygatorModemComponent.class));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(modems + options).routeId("modem-pool").to("polygator:all?answerTimeout=15s");
                from("polygator:all?events=inbound,report,call&subscription=" + SUBSCRIPTION)
                        .routeId("modem-events")
                        .to(modems);
            }
        });
        context.start();
        StoreQueue.await(component.smsGateway());
    }

    /** As the runtimes of Camel do with the properties {@code camel.component.polygator-modem.…}. */
    private void configure(PolygatorModemComponent component) {
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(component)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withProperties(new HashMap<>(componentOptions))
                .withMandatory(true)
                .bind();
    }

    /** Ends the gateway and starts it again on what it kept; the modules go on meanwhile. */
    void restart() throws Exception {
        stop();
        context = new DefaultCamelContext();
        open();
    }

    /** Ends the gateway only. */
    void stop() {
        context.stop();
    }

    /** Starts one more route that takes from there. */
    void addRoute(String from) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to("polygator:all");
            }
        });
    }

    /** Gives the virtual modems an event, as {@code polygator:} does. */
    void offerInbound(String id, String text) {
        offer(
                text,
                Map.of(
                        PolygatorConstants.EVENT,
                        "inbound",
                        PolygatorConstants.MESSAGE_ID,
                        id,
                        PolygatorConstants.RECEIVED_AT,
                        Instant.parse("2026-11-26T12:00:00Z")));
    }

    /** The same for a call that began to ring at that moment. */
    void offerCall(Instant at) {
        offer(
                "",
                Map.of(
                        PolygatorConstants.EVENT,
                        "call",
                        PolygatorConstants.CALL,
                        "ringing",
                        PolygatorConstants.RECEIVED_AT,
                        at));
    }

    private void offer(Object body, Map<String, Object> headers) {
        String channel = channels().get(0).name();
        Exchange offered = context.createProducerTemplate().request(modems, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(PolygatorConstants.CHANNEL, channel);
            exchange.getMessage().setHeader(PolygatorConstants.FROM, "+380677654321");
            headers.forEach(exchange.getMessage()::setHeader);
        });
        if (offered.getException() != null) {
            throw new AssertionError(offered.getException());
        }
    }

    /** What the modems' subscription was given up for, oldest first. */
    List<DeadLetter> deadLetters() {
        return smsGateway()
                .deadLetters()
                .list(Optional.of(SUBSCRIPTION), 0, 100)
                .toCompletableFuture()
                .join();
    }

    /** Hands a dead letter to the modems once more. */
    void replay(DeadLetter letter) {
        smsGateway()
                .deadLetters()
                .replay(SUBSCRIPTION, letter.number())
                .toCompletableFuture()
                .join();
    }

    /** Whether the modems listen, and what is told of them. */
    HealthCheck health() {
        return ((HealthCheckAware) context.getRoute("modem-pool").getConsumer()).getHealthCheck();
    }

    /** Lets the modems listen no more, while everything else goes on. */
    void closeModems() throws Exception {
        context.getRouteController().stopRoute("modem-pool");
    }

    /** Whether all channels have a network. */
    boolean isRegistered() {
        return channels().stream().allMatch(channel -> channel.state() == ChannelStatus.State.REGISTERED);
    }

    private List<ChannelStatus> channels() {
        return smsGateway().channels();
    }

    private SmsGateway smsGateway() {
        return context.getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                .smsGateway();
    }

    int port(int index) {
        return ports.get(index);
    }

    SimulatedChannel channel(int index) {
        return simulator.channel(index);
    }

    /** The number of the SIM of a channel. */
    String number(int index) {
        return simulator.channel(index).sim().number();
    }

    List<AirLog.Entry> air() {
        return simulator.air().entries();
    }

    /** The texts on the air, in the order in which they were sent. */
    List<String> texts() {
        return air().stream()
                .map(entry -> entry.segment().userData().text().orElse(""))
                .toList();
    }

    @Override
    public void close() {
        context.stop();
        simulator.close();
    }
}
