package io.polygator.benchmarks;

import io.polygator.simulator.network.AirLog;
import io.polygator.simulator.programs.Kannel;
import io.polygator.simulator.programs.KannelCallbacks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The real Kannel with one connection for each modem, as the vendor's sample configuration has them. */
final class KannelOnModems implements AutoCloseable {
    private static final long DEADLINE_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int DELIVERED = 1;
    private static final String TAG = "sent";

    private final KannelCallbacks callbacks = new KannelCallbacks();
    private final Kannel kannel;
    private final List<byte[]> requests;
    private final AirLog air;
    private final int modems;
    private final Reports reports;

    /** Whether each message asks for a delivery report, which comes by its modem. */
    enum Reports {
        NONE,
        DELIVERY
    }

    private KannelOnModems(Kannel kannel, AirLog air, int modems, Reports reports) {
        this.kannel = kannel;
        this.air = air;
        this.modems = modems;
        this.reports = reports;
        requests = IntStream.range(0, modems).mapToObj(this::sendSms).toList();
    }

    /**
     * Starts it.
     *
     * @param folder for its files
     * @param ports of the modems on this machine
     * @param air where what they send comes out
     */
    static KannelOnModems start(Path folder, List<Integer> ports, AirLog air, Reports reports) {
        List<List<String>> groups = new ArrayList<>();
        IntStream.range(0, ports.size())
                .mapToObj(modem -> connection(modem, ports.get(modem)))
                .forEach(groups::add);
        groups.add(List.of(
                "group = modems",
                "id = siemens_c60",
                "name = QUECTEL_M10",
                "enable-hwhs = \"AT+IFC=0,0\"",
                "init-string = \"AT+CNMI=1,2,0,1,0\""));
        // what it notes of each message would be on its own account
        Kannel kannel = Kannel.start(folder, List.of("log-level = 2"), groups);
        for (int modem = 0; modem < ports.size(); modem++) {
            kannel.awaitOnline(name(modem));
        }
        return new KannelOnModems(kannel, air, ports.size(), reports);
    }

    private static List<String> connection(int modem, int port) {
        return List.of(
                "group = smsc",
                "smsc = at",
                "smsc-id = " + name(modem),
                "modemtype = siemens_c60",
                "device = rawtcp",
                "host = 127.0.0.1",
                "port = " + port,
                "speed = 115200",
                "keepalive = 100",
                "allowed-smsc-id = " + name(modem),
                "preferred-smsc-id = " + name(modem));
    }

    private static String name(int modem) {
        return "sms_centre" + (modem + 1);
    }

    private byte[] sendSms(int modem) {
        String query = Kannel.credentials() + "&to=%2B380677654321&text=Your+order+is+ready&smsc=" + name(modem);
        String asked = reports == Reports.NONE
                ? ""
                : "&dlr-mask=" + DELIVERED + "&dlr-url="
                        + URLEncoder.encode(callbacks.reportUrl(TAG), StandardCharsets.UTF_8);
        return ("GET /cgi-bin/sendsms?" + query + asked + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Gives Kannel so many messages for each modem, faster than they leave, and waits until all were on the air and all
     * their reports have come.
     *
     * @return messages per second of all modems together while all are busy: each counts from its first message on the air
     *     to its last, since Kannel begins at one modem up to two seconds after the other
     */
    double send(int perModem) throws Exception {
        int before = air.entries().size();
        int reported = callbacks.reports().size();
        int messages = perModem * modems;
        // smsbox closes a connection that rests for a minute
        try (HttpLoad load = HttpLoad.connect(kannel.sendSmsUri().getPort(), requests)) {
            load.repeat(perModem);
        }
        await(() -> air.entries().size() >= before + messages);
        if (reports == Reports.DELIVERY) {
            await(() -> callbacks.reports().size() >= reported + messages);
        }
        return air.entries().subList(before, before + messages).stream()
                .collect(Collectors.groupingBy(
                        AirLog.Entry::sender, Collectors.mapping(AirLog.Entry::at, Collectors.toList())))
                .values()
                .stream()
                .mapToDouble(KannelOnModems::perSecond)
                .sum();
    }

    private static double perSecond(List<Instant> times) {
        Duration taken = Duration.between(times.get(0), times.get(times.size() - 1));
        return (times.size() - 1) / (taken.toNanos() / 1e9);
    }

    /** A condition that comes true. */
    private interface Condition {
        boolean holds();
    }

    private void await(Condition condition) throws InterruptedException {
        long begun = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begun > DEADLINE_NANOS) {
                throw new IllegalStateException("only " + air.total() + " messages were on the air, "
                        + callbacks.reports().size() + " were reported\n" + kannel.output());
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        kannel.close();
        callbacks.close();
    }
}
