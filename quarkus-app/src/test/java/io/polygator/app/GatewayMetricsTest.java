package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.simulator.programs.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted. */
class GatewayMetricsTest {
    private static final Duration SECONDS = Duration.ofSeconds(60);

    private final CamelContext context = new DefaultCamelContext();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GatewayMetrics metrics = new GatewayMetrics(registry);
    private final int port = FreePort.any();

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setGatekeeper(Gatekeeper.of(MemoryAccounts.demo()));
        context.addComponent(PolygatorConstants.SCHEME, component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("polygator-smpp:127.0.0.1:" + port).setHeader(PolygatorConstants.MESSAGE_ID, constant("1001"));
            }
        });
        context.start();
        metrics.watch(component);
    }

    @AfterEach
    void stop() {
        metrics.close();
        context.stop();
    }

    private double binds() {
        return registry.get("polygator.smpp.binds").gauge().value();
    }

    @Test
    void everyBindCountsWhileItIsThere() throws Exception {
        assertThat(binds()).isZero();
        try (Esme first = Esme.bind(port, "demo", "demo");
                Esme second = Esme.bind(port, "demo", "demo")) {
            assertThat(first.submit("+380671234567", "hello")).isEqualTo("1001");
            assertThat(second.deliveries()).isEmpty();
            assertThat(binds()).isEqualTo(2);
        }
        await().atMost(SECONDS).untilAsserted(() -> assertThat(binds()).isZero());
    }
}
