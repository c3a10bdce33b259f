package io.polygator.app.crash;

import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.module.BootTiming;
import io.polygator.simulator.network.Latency;
import io.polygator.simulator.programs.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What is killed, and what surrounds it: the simulator in this process, so that what it saw outlives the application. */
final class UnderAttack {
    private static final int CHANNELS = 8;
    /** Nobody has this number (3GPP TS 27.005 §3.2.5): for good, other than errors that are tried again for hours. */
    private static final int UNASSIGNED_NUMBER = 1;

    private UnderAttack() {}

    /** Sends take long enough to be hit, and no fault of the plan takes minutes to get over. */
    static PolygatorSimulator simulator(long seed) {
        FaultPlan faults = FaultPlan.seeded(seed)
                .with(Fault.REPORT_EARLY, 0.05)
                .with(Fault.REPORT_DUPLICATE, 0.05)
                .with(Fault.INBOUND_DUPLICATE, 0.05)
                .with(Fault.ERROR, 0.01)
                .withErrors(UNASSIGNED_NUMBER);
        return PolygatorSimulator.builder()
                .channels(CHANNELS)
                .firstPort(0)
                .faults(faults)
                .bootTiming(BootTiming.quick())
                .sendLatency(Latency.between(Duration.ofMillis(30), Duration.ofMillis(200)))
                .transitLatency(Latency.between(Duration.ofMillis(20), Duration.ofMillis(300)))
                .build();
    }

    /** The settings of the application that faces it; where it waits for minutes otherwise, it waits for seconds. */
    static List<String> settings(Ports ports, Path folder, List<String> channels, String webhook) {
        Path routes = Path.of("..", "routes").toAbsolutePath().normalize();
        return List.of(
                "polygator.http.port=" + ports.http(),
                "polygator.http.user=" + MessagesApi.USER,
                "polygator.http.password=" + MessagesApi.PASSWORD,
                "polygator.routes=" + routes,
                "polygator.webhook.url=" + webhook,
                "polygator.webhook.allowed-networks=127.0.0.1",
                "polygator.smpp.port=" + ports.smpp(),
                "quarkus.http.port=0",
                "camel.component.polygator.gateways.g8.module=M10",
                "camel.component.polygator.gateways.g8.address=" + String.join(",", channels),
                "camel.component.polygator.gateways.g8.sweep=10s",
                "camel.component.polygator.accounts-file=" + EsmeAccount.writeTo(folder),
                "camel.component.polygator.store=sqlite",
                "camel.component.polygator.store-file=" + folder.resolve("polygator.db"),
                "camel.component.polygator.doubt-time=4s",
                "camel.component.polygator.trace-directory=" + folder.resolve("traces"));
    }

    /** Where it listens, the same in all its lives. */
    record Ports(int http, int smpp) {

        /** Two that nobody uses. */
        static Ports free() {
            return new Ports(FreePort.any(), FreePort.any());
        }
    }
}
