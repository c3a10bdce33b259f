package io.polygator.benchmarks;

import io.polygator.gateway.ChannelDefinition;
import io.polygator.gateway.GatewaySettings;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SmsGateways;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gsm.modem.ModemSettings;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.system.SystemTransports;
import io.polygator.simulator.PolygatorSimulator;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;

/**
 * What channels cost at rest: threads and heap of a JVM that holds the simulator, real TCP connections to it, and the
 * gateway with every channel registered. The simulator's share is measured alone and taken off.
 */
public final class ChannelFootprint {
    private static final List<Integer> SIZES = List.of(8, 64, 256);
    private static final int STORE_SIZE = 10_000;
    private static final long DEADLINE_NANOS = 120_000_000_000L;

    private ChannelFootprint() {}

    public static void main(String[] arguments) throws Exception {
        measure(SIZES.get(0)); // loads the classes, so that the first row does not pay for them
        System.out.println("| channels | threads | heap of the simulator | heap of the gateway, per channel |");
        System.out.println("|---|---|---|---|");
        for (int channels : SIZES) {
            System.out.println(measure(channels));
        }
    }

    private record Row(int channels, int threads, long simulatorOctets, long gatewayOctets) {
        @Override
        public String toString() {
            return "| %d | %d | %d KiB | %d KiB |"
                    .formatted(channels, threads, simulatorOctets / 1024, gatewayOctets / 1024 / channels);
        }
    }

    private static Row measure(int channels) throws LinkException, InterruptedException {
        long before = usedHeap();
        try (PolygatorSimulator simulator = PolygatorSimulator.builder()
                        .channels(channels)
                        .firstPort(0)
                        .build()
                        .start();
                SystemTransports transports = new SystemTransports()) {
            long withSimulator = usedHeap();
            SmsGateway gateway = SmsGateways.open(
                    GatewaySettings.defaults(), new MemoryMessageStore(STORE_SIZE), transports.loop(), transports);
            try {
                register(gateway, simulator.addresses());
                long withGateway = usedHeap();
                int threads = ManagementFactory.getThreadMXBean().getThreadCount();
                return new Row(channels, threads, withSimulator - before, withGateway - withSimulator);
            } finally {
                gateway.close();
            }
        }
    }

    private static void register(SmsGateway gateway, List<String> addresses) throws InterruptedException {
        for (String address : addresses) {
            String name = "g-" + (gateway.channels().size() + 1);
            gateway.define(new ChannelDefinition("g", Set.of(), address, ModemSettings.defaults(name)));
        }
        gateway.lease(new ChannelChoice.All());
        long started = System.nanoTime();
        while (!gateway.channels().stream().allMatch(channel -> channel.state() == State.REGISTERED)) {
            if (System.nanoTime() - started > DEADLINE_NANOS) {
                throw new IllegalStateException("the channels did not register within two minutes");
            }
            Thread.sleep(50);
        }
    }

    private static long usedHeap() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            System.gc();
            Thread.sleep(100);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
