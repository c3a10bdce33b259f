package io.polygator.camel.webhook;

import static org.awaitility.Awaitility.await;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.camel.polygator.StoreQueue;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.Network;
import io.polygator.http.client.GuardedHttpClient;
import io.polygator.http.client.HttpClientSettings;
import io.polygator.http.client.TargetGuard;
import io.polygator.simulator.PolygatorSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A gateway of two simulated channels, g0-1 and g1-1, that tells web servers of its events. */
final class HookedGateway implements AutoCloseable {
    static final Duration SECONDS = Duration.ofSeconds(60);
    /** No SIM of the simulator has it: a message to it comes in nowhere. */
    static final String SENDER = "+380671234502";
    /** Loopback is a network like another here: 127.0.0.1 is allowed, 127.0.0.2 is not. */
    private static final TargetGuard GUARD = TargetGuard.allowing(List.of(Network.parse("127.0.0.1")));

    private final CamelContext context = new DefaultCamelContext();
    private final MemoryAccounts accounts = new MemoryAccounts(List.of());
    private final PolygatorComponent component = new PolygatorComponent();
    private final PolygatorSimulator simulator =
            PolygatorSimulator.builder().channels(2).firstPort(0).build();
    private final GuardedHttpClient client;
    private final List<Webhooks> open = new ArrayList<>();

    /** @param answer how long a receiver may take */
    HookedGateway(Path folder, Duration answer) {
        client = GuardedHttpClient.open(
                new HttpClientSettings(Duration.ofSeconds(20), answer, SECONDS, 4, 1_000, 1_000), GUARD);
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setGatekeeper(Gatekeeper.of(accounts));
    }

    /** Tells nobody yet. */
    void start() throws Exception {
        simulator.start();
        for (int i = 0; i < 2; i++) {
            PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
            gateway.setAddress(simulator.addresses().get(i));
            component.getGateways().put("g" + i, gateway);
        }
        context.addComponent(PolygatorConstants.SCHEME, component);
        context.start();
    }

    void tell(WebhookRule... rules) {
        open.add(Webhooks.start(component, List.of(rules), client, InstantSource.system()));
    }

    /** As after a start with other settings. */
    void tellInstead(WebhookRule... rules) {
        open.forEach(Webhooks::close);
        open.clear();
        tell(rules);
    }

    /** Waits until all channels have a network, and what happens from then on is told to those who are to be told. */
    void awaitRegistered() {
        await().atMost(SECONDS).until(() -> component.smsGateway().channels().stream()
                .allMatch(channel -> channel.state().name().equals("REGISTERED")));
        StoreQueue.await(component.smsGateway());
    }

    /** From now on there are these accounts, and their rules hear what happens. */
    void replaceAccounts(Account... now) {
        accounts.replaceAll(List.of(now));
        StoreQueue.await(component.smsGateway());
    }

    CamelContext context() {
        return context;
    }

    /** Calls as webhooks do. */
    GuardedHttpClient client() {
        return client;
    }

    PolygatorComponent component() {
        return component;
    }

    PolygatorSimulator simulator() {
        return simulator;
    }

    static WebhookRule rule(String name, String url) {
        return WebhookRule.of(
                name,
                new WebhookRule.Options(
                        url,
                        Optional.empty(),
                        "inbound,report",
                        Optional.empty(),
                        List.of("all"),
                        List.of("any"),
                        List.of("any"),
                        "json"));
    }

    @Override
    public void close() throws Exception {
        open.forEach(Webhooks::close);
        context.close();
        client.close();
        simulator.close();
    }
}
