package io.polygator.benchmarks;

import io.polygator.benchmarks.BenchmarkStores.Kind;
import io.polygator.gateway.ChannelDefinition;
import io.polygator.gateway.GatewaySettings;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SmsGateways;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.store.FreeChannel;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.Work;
import io.polygator.gateway.store.WorkRequest;
import io.polygator.gsm.modem.ModemSettings;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.transport.system.SystemTransports;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.network.AirLog;
import io.polygator.simulator.network.Latency;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What a backlog of a million queued messages costs at a start: the time from opening the store to the first work for
 * eight channels, the heap that is used then, and how fast eight modems that need no time get rid of it.
 */
public final class BacklogResume {
    private static final int MESSAGES = 1_000_000;
    private static final int OUTSTANDING = 5_000;
    private static final int CHANNELS = 8;
    private static final int SHARED = 512;
    private static final long FIRST_NUMBER = 380_670_000_000L;
    private static final long SENT_IN_ALL = 5_000;
    private static final long DEADLINE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private BacklogResume() {}

    public static void main(String[] arguments) throws Exception {
        int messages = Integer.getInteger("messages", MESSAGES);
        try (BenchmarkStores stores = BenchmarkStores.here()) {
            System.out.println(Machine.describe(stores.folder()));
            for (Kind kind : stores.available()) {
                System.out.println(kind + ", " + messages + " queued messages");
                fill(stores, kind, messages);
                resume(stores, kind);
                send(stores, kind);
            }
        }
    }

    private static void fill(BenchmarkStores stores, Kind kind, int messages) throws Exception {
        long begun = System.nanoTime();
        try (SystemTransports transports = new SystemTransports()) {
            SmsGateway gateway = SmsGateways.open(
                    GatewaySettings.defaults(), stores.openEmpty(kind, SHARED), transports.loop(), transports);
            gateway.define(new ChannelDefinition("g", Set.of(), "tcp:127.0.0.1:1", ModemSettings.defaults("g-1")));
            Semaphore outstanding = new Semaphore(OUTSTANDING);
            for (int n = 0; n < messages; n++) {
                outstanding.acquire();
                gateway.submit(message(n)).whenComplete((submission, failure) -> {
                    if (failure == null) {
                        outstanding.release();
                    } else {
                        failure.printStackTrace();
                    }
                });
            }
            if (!outstanding.tryAcquire(OUTSTANDING, DEADLINE_NANOS, TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("the store did not take the backlog");
            }
            gateway.close();
        }
        System.out.printf(Locale.ROOT, "- filled in %.0f s%n", secondsSince(begun));
    }

    private static OutboundMessage message(int number) {
        return OutboundMessage.of(
                SmsAddress.ofDestination("+" + (FIRST_NUMBER + number)),
                new MessageBody.Text("Your order " + number + " is ready, come and fetch it"),
                new ChannelChoice.All());
    }

    private static void resume(BenchmarkStores stores, Kind kind) throws Exception {
        long heapBefore = usedHeap();
        long begun = System.nanoTime();
        try (MessageStore store = stores.openExisting(kind, SHARED)) {
            Work first = due(store);
            double firstAfter = secondsSince(begun);
            long again = System.nanoTime();
            due(store);
            System.out.printf(
                    Locale.ROOT,
                    "- from opening the store to the first %d messages: %.3f s; asked again: %.1f ms; heap %d KiB more than without%n",
                    first.messages().size(),
                    firstAfter,
                    secondsSince(again) * 1000,
                    (usedHeap() - heapBefore) / 1024);
        }
    }

    private static Work due(MessageStore store) {
        List<FreeChannel> free = IntStream.rangeClosed(1, CHANNELS)
                .mapToObj(n -> new FreeChannel("g-" + n, "g", Set.of(), Optional.empty(), Optional.empty()))
                .toList();
        return store.due(new WorkRequest(free, Set.of(), Set.of(), Instant.now(), CHANNELS))
                .toCompletableFuture()
                .join();
    }

    private static void send(BenchmarkStores stores, Kind kind) throws Exception {
        try (PolygatorSimulator simulator = PolygatorSimulator.builder()
                        .channels(CHANNELS)
                        .firstPort(0)
                        .sendLatency(Latency.none())
                        .transitLatency(Latency.none())
                        .deleteLatency(Latency.none())
                        .build()
                        .start();
                SystemTransports transports = new SystemTransports()) {
            long begun = System.nanoTime();
            SmsGateway gateway = SmsGateways.open(
                    GatewaySettings.defaults(), stores.openExisting(kind, SHARED), transports.loop(), transports);
            try {
                for (String address : simulator.addresses()) {
                    String name = "g-" + (gateway.channels().size() + 1);
                    gateway.define(new ChannelDefinition("g", Set.of(), address, ModemSettings.defaults(name)));
                }
                gateway.lease(new ChannelChoice.All());
                double firstAfter = secondsUntil(simulator.air(), 1, begun);
                double allAfter = secondsUntil(simulator.air(), SENT_IN_ALL, begun);
                System.out.printf(
                        Locale.ROOT,
                        "- from opening the gateway to the first message on the air, start of the modems included: %.2f s;"
                                + " then %.0f messages per second through %d modems%n",
                        firstAfter,
                        (SENT_IN_ALL - 1) / (allAfter - firstAfter),
                        CHANNELS);
            } finally {
                gateway.close();
            }
        }
    }

    private static double secondsUntil(AirLog air, long total, long begun) throws InterruptedException {
        while (air.total() < total) {
            if (System.nanoTime() - begun > DEADLINE_NANOS) {
                throw new IllegalStateException("only " + air.total() + " messages were on the air");
            }
            Thread.sleep(5);
        }
        return secondsSince(begun);
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long usedHeap() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            System.gc();
            Thread.sleep(100);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
