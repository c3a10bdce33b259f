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
 * costs that does nothing. Under the same clients: jSMPP's own server that has each message in a file and on the disk
 * before it answers, which bounds whatever is durable, and the same server that keeps nothing.
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
            for (Client client : Client.values()) {
                measure(stores, client, BINDS.get(1), WINDOWS.get(1)); // loads the classes
                System.out.println(client);
                System.out.println(Row.TITLE);
                System.out.println(Row.RULE);
                for (int binds : BINDS) {
                    for (int window : WINDOWS) {
                        System.out.println(measure(stores, client, binds, window));
                    }
                }
            }
            System.out.println(idle(stores));
        }
    }

    /** Who submits. */
    private enum Client {
        ONE_THREAD("One thread for all binds, which keeps their windows full") {
            @Override
            SmppLoad bind(int port, int binds, int window) throws IOException {
                return SmppClient.bind(port, binds, window);
            }
        },
        JSMPP("jSMPP's client session, a thread for each place in a window") {
            @Override
            SmppLoad bind(int port, int binds, int window) throws IOException {
                return JsmppClient.bind(port, binds, window);
            }
        };

        private final String displayed;

        Client(String displayed) {
            this.displayed = displayed;
        }

        abstract SmppLoad bind(int port, int binds, int window) throws IOException;

        @Override
        public String toString() {
            return displayed;
        }
    }

    private record Row(int binds, int window, SmppLoad.Result durable, SmppLoad.Result forced, SmppLoad.Result bare) {
        private static final String TITLE = "| binds | window | gateway, per second | p50 | p99"
                + " | jSMPP and a file | p50 | p99 | share | jSMPP alone | p50 | p99 | share |";
        private static final String RULE = "|---|---|---|---|---|---|---|---|---|---|---|---|---|";

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %d | %d | %s | %s | %s | %s | %s |",
                    binds,
                    window,
                    cells(durable),
                    cells(forced),
                    shareOf(forced),
                    cells(bare),
                    shareOf(bare));
        }

        private String shareOf(SmppLoad.Result ceiling) {
            return durable.perSecond() * 100 / ceiling.perSecond() + " %";
        }

        private static String cells(SmppLoad.Result result) {
            return String.format(
                    Locale.ROOT,
                    "%d | %.2f ms | %.2f ms",
                    result.perSecond(),
                    result.median() / 1e6,
                    result.slow() / 1e6);
        }
    }

    private static Row measure(BenchmarkStores stores, Client client, int binds, int window) throws Exception {
        return new Row(
                binds,
                window,
                median(SmppServers.durable(stores.emptied()), client, binds, window),
                median(SmppServers.forced(stores.emptied(), window), client, binds, window),
                median(SmppServers.bare(), client, binds, window));
    }

    /** The run whose rate is the median; the server is closed then. */
    private static SmppLoad.Result median(SmppServers.Running server, Client client, int binds, int window)
            throws IOException {
        try (server;
                SmppLoad load = client.bind(server.port(), binds, window)) {
            load.run(WARM_UP_NANOS);
            List<SmppLoad.Result> results = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                results.add(SmppLoad.Result.of(load.run(RUN_NANOS), RUN_NANOS));
            }
            results.sort(Comparator.comparingLong(SmppLoad.Result::perSecond));
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
