package io.polygator.camel.smpp;

import static org.awaitility.Awaitility.await;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.gateway.account.Accounts;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.store.DeadLetter;
import io.polygator.gsm.transport.LinkException;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.SimulatedChannel;
import io.polygator.simulator.SimulatorBuilder;
import io.polygator.simulator.network.AirLog;
import io.polygator.simulator.network.Latency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Two routes without any mapping between SMPP and four simulated SIMs, for the account demo unless others are given. */
final class SmppGateway implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final String server;
    private final Accounts accounts;
    private final PolygatorSimulator simulator;
    private CamelContext context = new DefaultCamelContext();

    private SmppGateway(Path folder, int port, Accounts accounts, PolygatorSimulator simulator) {
        this.folder = folder;
        this.accounts = accounts;
        this.simulator = simulator;
        this.server = "polygator-smpp:127.0.0.1:" + port;
    }

    /**
     * Starts it.
     *
     * @param folder where messages are kept
     * @param port 0 for a free one
     */
    static SmppGateway start(Path folder, int port) throws Exception {
        return start(folder, port, MemoryAccounts.demo());
    }

    /** The same for other accounts. */
    static SmppGateway start(Path folder, int port, Accounts accounts) throws Exception {
        return start(folder, port, accounts, network -> network);
    }

    /** The same in another network. */
    static SmppGateway start(Path folder, int port, Accounts accounts, UnaryOperator<SimulatorBuilder> network)
            throws Exception {
        SimulatorBuilder simulator = PolygatorSimulator.builder()
                .channels(4)
                .firstPort(0)
                .sendLatency(Latency.none())
                .transitLatency(Latency.none());
        SmppGateway gateway =
                new SmppGateway(folder, port, accounts, network.apply(simulator).build());
        gateway.switchOn();
        gateway.open();
        return gateway;
    }

    private void switchOn() throws LinkException {
        simulator.start();
    }

    private void open() throws Exception {
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setGatekeeper(Gatekeeper.of(accounts));
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(String.join(",", simulator.addresses()));
        component.getGateways().put("g4", gateway);
        context.addComponent(PolygatorConstants.SCHEME, component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).logExhausted(false);
                from(server).routeId("smpp-server").to("polygator:all");
                from("polygator:all?events=inbound,report&subscription=smpp&door=SMPP")
                        .routeId("smpp-events")
                        .to(server);
            }
        });
        context.start();
    }

    /** Ends the gateway and starts it again on what it kept; the modules go on meanwhile. */
    void restart() throws Exception {
        context.stop();
        context = new DefaultCamelContext();
        open();
    }

    int port() {
        return context.getComponent(PolygatorSmppComponent.SCHEME, PolygatorSmppComponent.class)
                .server(server.substring(server.indexOf(':') + 1))
                .orElseThrow()
                .port();
    }

    /** Waits until each channel has read the number of its SIM. */
    void awaitNumbers() {
        await().atMost(PATIENCE)
                .until(
                        () -> context
                                .getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                                .smsGateway()
                                .channels()
                                .stream()
                                .allMatch(
                                        channel -> channel.modem().subscriber().isPresent()));
    }

    SimulatedChannel channel(int index) {
        return simulator.channel(index);
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

    /** Why each event that was given up was, oldest first. */
    List<String> deadLetters() {
        return list("deadLetters").stream()
                .map(DeadLetter.class::cast)
                .map(DeadLetter::reason)
                .toList();
    }

    /** How many messages came in. */
    int received() {
        return list("inbound").size();
    }

    private List<?> list(String operation) {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            return template.requestBodyAndHeader(
                    "polygator:all", null, PolygatorConstants.OPERATION, operation, List.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.stop();
        simulator.close();
    }
}
