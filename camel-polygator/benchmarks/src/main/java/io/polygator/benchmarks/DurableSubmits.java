package io.polygator.benchmarks;

import io.polygator.gateway.ChannelDefinition;
import io.polygator.gateway.GatewaySettings;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SmsGateways;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gsm.modem.ModemSettings;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.transport.system.SystemTransports;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many messages per second are taken for good: submitted, committed to disk and answered, by so many clients of
 * which each waits for its answer before it submits again. With commits shared, and with one for each message.
 */
public final class DurableSubmits {
    private static final List<Integer> CLIENTS = List.of(1, 16, 64);
    private static final int RUNS = 5;
    private static final long RUN_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long FIRST_NUMBER = 380_670_000_000L;
    private static final int ONE_BY_ONE = 1;
    private static final int SHARED = 512;

    private DurableSubmits() {}

    public static void main(String[] arguments) throws Exception {
        try (BenchmarkStores stores = BenchmarkStores.here()) {
            System.out.println(Machine.describe(stores.folder()));
            System.out.println("Submits per second, median of " + RUNS + " runs of 3 s (lowest to highest)");
            System.out.println("| store | commits | " + CLIENTS.get(0) + " client | " + CLIENTS.get(1) + " clients | "
                    + CLIENTS.get(2) + " clients |");
            System.out.println("|---|---|---|---|---|");
            for (BenchmarkStores.Kind kind : stores.available()) {
                System.out.println(row(stores, kind, "shared", SHARED));
                System.out.println(row(stores, kind, "one each", ONE_BY_ONE));
            }
        }
    }

    private static String row(BenchmarkStores stores, BenchmarkStores.Kind kind, String commits, int groupCommit)
            throws IOException, InterruptedException {
        StringBuilder row = new StringBuilder("| " + kind + " | " + commits + " |");
        for (int clients : CLIENTS) {
            row.append(' ').append(measure(stores, kind, groupCommit, clients)).append(" |");
        }
        return row.toString();
    }

    private static String measure(BenchmarkStores stores, BenchmarkStores.Kind kind, int groupCommit, int clients)
            throws IOException, InterruptedException {
        try (SystemTransports transports = new SystemTransports()) {
            SmsGateway gateway = SmsGateways.open(
                    GatewaySettings.defaults(), stores.openEmpty(kind, groupCommit), transports.loop(), transports);
            try {
                // Nobody leases it, so it stays closed: only the taking is measured.
                gateway.define(new ChannelDefinition("g", Set.of(), "tcp:127.0.0.1:1", ModemSettings.defaults("g-1")));
                long[] rates = new long[RUNS];
                run(gateway, clients); // loads the classes
                for (int run = 0; run < RUNS; run++) {
                    rates[run] = run(gateway, clients);
                }
                Arrays.sort(rates);
                return rates[RUNS / 2] + " (" + rates[0] + " to " + rates[RUNS - 1] + ")";
            } finally {
                gateway.close();
            }
        }
    }

    /** Submits per second. */
    private static long run(SmsGateway gateway, int clients) throws InterruptedException {
        AtomicLong submitted = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long begun = System.nanoTime();
        for (int client = 0; client < clients; client++) {
            long number = FIRST_NUMBER + client;
            threads.execute(() -> {
                while (System.nanoTime() - begun < RUN_NANOS) {
                    gateway.submit(message(number)).toCompletableFuture().join();
                    submitted.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("submits were not answered within two minutes");
        }
        return submitted.get() * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - begun);
    }

    private static OutboundMessage message(long number) {
        return OutboundMessage.of(
                SmsAddress.ofDestination("+" + number),
                new MessageBody.Text("Your order is ready, come and fetch it"),
                new ChannelChoice.All());
    }
}
