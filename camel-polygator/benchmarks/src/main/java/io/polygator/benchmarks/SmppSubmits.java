package io.polygator.benchmarks;

import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How many submit_sm per second an SMPP server takes for good and answers, how long an answer takes, and what a bind
 * costs that does nothing. The ceiling is jSMPP's own server, which keeps nothing, under the same client.
 */
public final class SmppSubmits {
    private static final List<Integer> BINDS = List.of(1, 4, 16);
    private static final List<Integer> WINDOWS = List.of(10, 50);
    private static final int RUNS = 3;
    private static final long RUN_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int IDLE = 1_000;

    private SmppSubmits() {}

    public static void main(String[] arguments) throws Exception {
        try (BenchmarkStores stores = BenchmarkStores.here()) {
            System.out.println(Machine.describe(stores.folder()));
            measure(stores, BINDS.get(1), WINDOWS.get(1)); // loads the classes
            System.out.println(
                    "| binds | window | durable, per second | p50 | p99 | bare jSMPP, per second | p50 | p99 | share |");
            System.out.println("|---|---|---|---|---|---|---|---|---|");
            for (int binds : BINDS) {
                for (int window : WINDOWS) {
                    System.out.println(measure(stores, binds, window));
                }
            }
            System.out.println(idle(stores));
        }
    }

    private record Row(int binds, int window, SmppClient.Result durable, SmppClient.Result bare) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %d | %d | %s | %s | %d %% |",
                    binds,
                    window,
                    cells(durable),
                    cells(bare),
                    durable.perSecond() * 100 / bare.perSecond());
        }

        private static String cells(SmppClient.Result result) {
            return String.format(
                    Locale.ROOT,
                    "%d | %.2f ms | %.2f ms",
                    result.perSecond(),
                    result.median() / 1e6,
                    result.slow() / 1e6);
        }
    }

    private static Row measure(BenchmarkStores stores, int binds, int window) throws Exception {
        SmppClient.Result bare;
        try (SmppServers.Running server = SmppServers.bare()) {
            bare = median(server.port(), binds, window);
        }
        try (SmppServers.Running server = SmppServers.durable(stores.emptied())) {
            return new Row(binds, window, median(server.port(), binds, window), bare);
        }
    }

    /** The run whose rate is the median. */
    private static SmppClient.Result median(int port, int binds, int window) throws IOException {
        try (SmppClient client = SmppClient.bind(port, binds, window)) {
            client.run(WARM_UP_NANOS);
            List<SmppClient.Result> results = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                results.add(client.run(RUN_NANOS));
            }
            results.sort(Comparator.comparingLong(SmppClient.Result::perSecond));
            return results.get(RUNS / 2);
        }
    }

    private static String idle(BenchmarkStores stores) throws Exception {
        try (SmppServers.Running server = SmppServers.durable(stores.emptied())) {
            Memory before = Memory.used();
            Process client = IdleBinds.hold(server.port(), IDLE);
            try {
                return Memory.used().since(before).each(IDLE);
            } finally {
                client.destroy();
                client.waitFor();
            }
        }
    }

    /** In octets; direct is what Netty keeps for buffers. */
    private record Memory(long heap, long nonHeap, long direct) {
        static Memory used() throws InterruptedException {
            for (int round = 0; round < 3; round++) {
                System.gc();
                Thread.sleep(100);
            }
            return new Memory(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed(),
                    PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory());
        }

        Memory since(Memory before) {
            return new Memory(heap - before.heap, nonHeap - before.nonHeap, direct - before.direct);
        }

        String each(int binds) {
            return String.format(
                    Locale.ROOT,
                    "One of %d idle binds: %.1f KiB of heap, %.1f KiB of the JVM's other memory, %.1f KiB of buffers",
                    binds,
                    heap / 1024.0 / binds,
                    nonHeap / 1024.0 / binds,
                    direct / 1024.0 / binds);
        }
    }
}
