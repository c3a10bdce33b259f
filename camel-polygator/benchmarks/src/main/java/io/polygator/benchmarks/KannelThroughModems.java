package io.polygator.benchmarks;

import io.polygator.benchmarks.KannelOnModems.Reports;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.network.Latency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many messages per second the real Kannel sends through eight virtual modems of the gateway, beside the same Kannel
 * on eight bare modems of the simulator that need as long for a message. Both run all the time and send in turns; the
 * median of the rounds counts. With modules that need no time only software is measured; two seconds are the best that
 * real networks do. Kannel itself waits about two seconds between messages, so that a round takes its time.
 */
public final class KannelThroughModems {
    private static final int MODEMS = 8;
    private static final int ROUNDS = 3;
    private static final int PER_MODEM = 8;
    private static final int WARM_UP_PER_MODEM = 2;

    private KannelThroughModems() {}

    /**
     * What is measured in one row.
     *
     * @param latency from the end of a PDU to the answer of the network
     */
    private record Setting(Duration latency, Reports reports) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting(Duration.ZERO, Reports.NONE),
            new Setting(Duration.ZERO, Reports.DELIVERY),
            new Setting(Duration.ofSeconds(2), Reports.DELIVERY));

    public static void main(String[] arguments) throws Exception {
        try (BenchmarkStores stores = BenchmarkStores.here()) {
            System.out.println(Machine.describe(stores.folder()));
        }
        System.out.println("| a module needs | delivery reports | bare modems | virtual modems | share |");
        System.out.println("|---|---|---|---|---|");
        for (Setting setting : SETTINGS) {
            measure(setting);
        }
        System.exit(0);
    }

    private static void measure(Setting setting) throws Exception {
        Path work = Files.createTempDirectory("kannel");
        try (PolygatorSimulator bareModules = simulator(setting).start();
                PolygatorSimulator modules = simulator(setting).start();
                ModemsOfGateway gateway = ModemsOfGateway.start(folder(work), modules.addresses());
                KannelOnModems bare =
                        KannelOnModems.start(folder(work), ports(bareModules), bareModules.air(), setting.reports());
                KannelOnModems pool =
                        KannelOnModems.start(folder(work), gateway.ports(), modules.air(), setting.reports())) {
            bare.send(WARM_UP_PER_MODEM);
            pool.send(WARM_UP_PER_MODEM);
            List<Double> bareRates = new ArrayList<>();
            List<Double> poolRates = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                bareRates.add(bare.send(PER_MODEM));
                poolRates.add(pool.send(PER_MODEM));
            }
            print(setting, bareRates, poolRates);
        }
    }

    private static Path folder(Path work) throws Exception {
        return Files.createTempDirectory(work, "run");
    }

    private static PolygatorSimulator simulator(Setting setting) {
        return PolygatorSimulator.builder()
                .channels(MODEMS)
                .firstPort(0)
                .idleTimeout(Duration.ZERO) // the one Kannel rests while the other sends
                .sendLatency(Latency.of(setting.latency()))
                .transitLatency(Latency.none())
                .build();
    }

    private static List<Integer> ports(PolygatorSimulator simulator) {
        return simulator.addresses().stream()
                .map(address -> Integer.valueOf(address.substring(address.lastIndexOf(':') + 1)))
                .toList();
    }

    private static void print(Setting setting, List<Double> bare, List<Double> pool) {
        System.out.println(String.format(
                Locale.ROOT,
                "| %d ms | %s | %s | %s | %.2f |",
                setting.latency().toMillis(),
                setting.reports() == Reports.NONE ? "no" : "yes",
                summary(bare),
                summary(pool),
                median(pool) / median(bare)));
    }

    private static String summary(List<Double> rates) {
        List<Double> sorted = rates.stream().sorted().toList();
        return String.format(
                Locale.ROOT, "%.2f (%.2f to %.2f)", median(rates), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }
}
