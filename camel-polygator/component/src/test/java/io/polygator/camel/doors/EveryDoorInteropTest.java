package io.polygator.camel.doors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.camel.smpp.TestEsme;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.programs.GammuSmsd;
import io.polygator.simulator.programs.Kannel;
import io.polygator.simulator.programs.PseudoTerminal;
import io.polygator.simulator.programs.RequiredPrograms;
import io.polygator.simulator.programs.SmsServerTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;
import org.jsmpp.bean.BindType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kannel, SMS Server Tools and Gammu at virtual modems, an ESME and an application over HTTP, all at once on four SIMs
 * whose links break: every message is accounted for, and everybody hears of his own messages only.
 */
@Tag("interop")
class EveryDoorInteropTest {
    private static final int CHANNELS = 4;
    private static final int OF_KANNEL = 60;
    private static final int OF_SMSD = 20;
    private static final int OF_GAMMU = 30;
    private static final int OF_ESME = 945;
    private static final int OF_SHOP = 945;
    private static final int ALL = OF_KANNEL + OF_SMSD + OF_GAMMU + OF_ESME + OF_SHOP;
    private static final int INBOUND = 500;
    private static final int DELIVERED = 1;
    private static final String SOMEBODY = "+380677654321";
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Pattern RECEIPT = Pattern.compile("id:(\\S+) .*stat:DELIVRD.*", Pattern.DOTALL);

    /** In the middle of which of its sends the link of each channel breaks. */
    private static final List<Integer> CUTS = List.of(60, 120, 240, 180);

    /** Where it breaks after the message was sent: this channel then sends no other for minutes. */
    private static final int CHANNEL_IN_DOUBT = 2;

    /** The last messages come in when all have left, and a link breaks on each channel meanwhile. */
    private static final int INBOUND_AFTERWARDS = 100;

    /** Kannel has a modem for each of the first two channels; smsd and Gammu have one each for the whole pool. */
    private static final List<String> MODEMS = List.of("g-1", "g-2", "all", "all");

    private static final int MODEMS_OF_KANNEL = 2;
    private static final int MODEM_OF_SMSD = MODEMS_OF_KANNEL;
    private static final int MODEM_OF_GAMMU = MODEM_OF_SMSD + 1;

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final Set<String> idsOfEsme = ConcurrentHashMap.newKeySet();
    private final Set<String> idsOfShop = ConcurrentHashMap.newKeySet();
    private final List<AutoCloseable> open = new ArrayList<>();
    private AllDoors doors;
    private Kannel kannel;
    private SmsServerTools smsd;
    private GammuSmsd gammu;
    private TestEsme esme;
    private HttpShop shop;
    private InboundWebhook webhook;

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("bearerbox", "smsbox", "smsd", "socat", "gammu-smsd", "gammu-smsd-inject"))
                .isEmpty();
    }

    @BeforeEach
    void connect(@TempDir Path folder) throws Exception {
        webhook = opened(new InboundWebhook());
        doors = opened(AllDoors.open(folder, CHANNELS, MODEMS, cuts(), webhook.url()));
        kannel = opened(startKannel(Files.createDirectory(folder.resolve("kannel"))));
        smsd = opened(SmsServerTools.start(
                Files.createDirectory(folder.resolve("smsd")),
                Map.of("GSM1", List.of("device = @127.0.0.1:" + doors.modemPort(MODEM_OF_SMSD)))));
        Path gammus = Files.createDirectory(folder.resolve("gammu"));
        PseudoTerminal terminal =
                opened(PseudoTerminal.inFrontOf(doors.modemPort(MODEM_OF_GAMMU), gammus.resolve("tty")));
        gammu = opened(GammuSmsd.start(
                gammus,
                List.of("device = " + terminal.device(), "connection = at115200", "atgen_setcnmi = 2,1,0,1,0")));
        esme = opened(TestEsme.bind(doors.smppPort(), AllDoors.ESME, AllDoors.SECRET, BindType.BIND_TRX));
        shop = new HttpShop(doors.httpPort(), AllDoors.SHOP, AllDoors.SECRET);
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }

    private static FaultPlan cuts() {
        FaultPlan plan = FaultPlan.none();
        for (int channel = 0; channel < CHANNELS; channel++) {
            Fault cut = channel == CHANNEL_IN_DOUBT ? Fault.LINK_CUT_SENT : Fault.LINK_CUT_AT_PROMPT;
            plan = plan.at(channel, CUTS.get(channel), cut);
        }
        return plan;
    }

    private Kannel startKannel(Path folder) {
        List<List<String>> groups = new ArrayList<>();
        IntStream.range(0, MODEMS_OF_KANNEL).mapToObj(this::connection).forEach(groups::add);
        groups.add(List.of(
                "group = modems",
                "id = siemens_c60",
                "name = QUECTEL_M10",
                "enable-hwhs = \"AT+IFC=0,0\"",
                "init-string = \"AT+CNMI=1,2,0,1,0\""));
        Kannel started = Kannel.start(folder, groups);
        IntStream.range(0, MODEMS_OF_KANNEL).forEach(modem -> started.awaitOnline("modem" + modem));
        return started;
    }

    private List<String> connection(int modem) {
        return List.of(
                "group = smsc",
                "smsc = at",
                "smsc-id = modem" + modem,
                "modemtype = siemens_c60",
                "device = rawtcp",
                "host = 127.0.0.1",
                "port = " + doors.modemPort(modem),
                "keepalive = 100",
                "allowed-smsc-id = modem" + modem);
    }

    @AfterEach
    void disconnect() throws Exception {
        clients.shutdownNow();
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void everyMessageIsAccountedForAndEverybodyHearsOfHisOwnOnly() throws Exception {
        List<Future<?>> sending = List.of(
                each(OF_KANNEL, this::sendByKannel),
                each(OF_SMSD, this::sendBySmsd),
                each(OF_GAMMU, this::sendByGammu),
                each(OF_ESME, i -> idsOfEsme.add(esme.submit(numberOfEsme(i).substring(1), "esme " + i))),
                each(OF_SHOP, i -> idsOfShop.add(shop.send(numberOfShop(i), "shop " + i))),
                each(INBOUND - INBOUND_AFTERWARDS, this::receive));
        for (Future<?> one : sending) {
            one.get();
        }

        eventually(this::everyMessageIsAccountedFor);
        for (int i = INBOUND - INBOUND_AFTERWARDS; i < INBOUND; i++) {
            doors.channel(i % CHANNELS).receiveFrom(SOMEBODY, inboundText(i));
            if (i >= INBOUND - INBOUND_AFTERWARDS / 2 && i < INBOUND - INBOUND_AFTERWARDS / 2 + CHANNELS) {
                doors.channel(i % CHANNELS).cutLink();
            }
        }
        eventually(this::everybodyHasHisReports);
        eventually(this::inboundReachedEverybody);
        for (String id : idsOfEsme) {
            assertThat(shop.state(id))
                    .as("what the shop may see of another's message")
                    .isEqualTo("404");
        }
    }

    /** With what the programs printed lately if it never holds. */
    private void eventually(ThrowingRunnable holds) {
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(holds);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    String.join("\n", e.getMessage(), kannel.output(), smsd.output(), gammu.output()), e);
        }
    }

    /** One step of a client. */
    @FunctionalInterface
    private interface Step {
        void take(int number) throws Exception;
    }

    private Future<?> each(int count, Step step) {
        Callable<Void> all = () -> {
            for (int i = 0; i < count; i++) {
                step.take(i);
            }
            return null;
        };
        return clients.submit(all);
    }

    private void sendByKannel(int i) {
        assertThat(kannel.send(
                                numberOfKannel(i),
                                "kannel " + i,
                                "k" + i,
                                Map.of("smsc", "modem" + i % MODEMS_OF_KANNEL))
                        .status())
                .isEqualTo(202);
    }

    private void sendBySmsd(int i) {
        smsd.send(
                "m" + i,
                List.of("To: " + numberOfSmsd(i).substring(1), "Report: yes"),
                ("smsd " + i).getBytes(ISO_8859_1));
    }

    private void sendByGammu(int i) {
        gammu.send(numberOfGammu(i), "gammu " + i);
    }

    /** Spread over the time in which the ESME sends. */
    private void receive(int i) {
        await().atMost(PATIENCE).until(() -> idsOfEsme.size() >= i * OF_ESME / INBOUND);
        doors.channel(i % CHANNELS).receiveFrom(SOMEBODY, inboundText(i));
    }

    private static String inboundText(int i) {
        return "inbound " + i;
    }

    private static String numberOfKannel(int i) {
        return number(1, i);
    }

    private static String numberOfSmsd(int i) {
        return number(2, i);
    }

    private static String numberOfGammu(int i) {
        return number(3, i);
    }

    private static String numberOfEsme(int i) {
        return number(4, i);
    }

    private static String numberOfShop(int i) {
        return number(5, i);
    }

    /** Each message goes to a number of its own, by which it is known everywhere. */
    private static String number(int client, int i) {
        return "+38067" + (client * 1_000_000 + i);
    }

    private void everyMessageIsAccountedFor() {
        Map<String, Long> air = doors.air().stream()
                .collect(
                        Collectors.groupingBy(entry -> "+" + entry.destination().value(), Collectors.counting()));
        List<MessageStatus> statuses =
                doors.statuses().stream().filter(status -> !isTakenBack(status)).toList();

        assertThat(statuses)
                .as(() -> "ended, of messages of " + doors.channels())
                .filteredOn(status -> status.state() == MessageState.QUEUED || status.state() == MessageState.SENDING)
                .isEmpty();
        assertThat(statuses)
                .as(() -> "each once, of " + severalTimes(statuses))
                .extracting(MessageStatus::to)
                .doesNotHaveDuplicates()
                .hasSize(ALL);
        assertThat(statuses).allSatisfy(status -> assertThat(timesOnAirFit(status, air.getOrDefault(status.to(), 0L)))
                .as("%s of %s was on the air %s times", status, status.to(), air.get(status.to()))
                .isTrue());
        assertThat(statuses)
                .as("more than one for each link that broke")
                .filteredOn(status -> status.state() != MessageState.DELIVERED)
                .hasSizeLessThanOrEqualTo(CUTS.size());
    }

    /** No channel took it in time: its program was told so, and has sent it again. */
    private static boolean isTakenBack(MessageStatus status) {
        return status.state() == MessageState.CANCELLED
                && status.segments().stream()
                        .noneMatch(segment -> segment.possibleDuplicate()
                                || segment.reference().isPresent());
    }

    private static List<MessageStatus> severalTimes(List<MessageStatus> statuses) {
        Map<String, Long> times =
                statuses.stream().collect(Collectors.groupingBy(MessageStatus::to, Collectors.counting()));
        return statuses.stream()
                .filter(status -> times.getOrDefault(status.to(), 0L) > 1)
                .toList();
    }

    private static boolean timesOnAirFit(MessageStatus status, long times) {
        boolean isMarked = status.segments().stream().anyMatch(SegmentStatus::possibleDuplicate);
        return switch (status.state()) {
            case DELIVERED, ACCEPTED -> isMarked ? times >= 1 : times == 1;
            case UNCONFIRMED -> isMarked || times <= 1;
            case QUEUED, SENDING, FAILED, EXPIRED, CANCELLED -> false;
        };
    }

    private void everybodyHasHisReports() throws Exception {
        Map<String, MessageStatus> delivered = doors.statuses().stream()
                .filter(status -> status.state() == MessageState.DELIVERED)
                .collect(Collectors.toMap(MessageStatus::to, Function.identity()));

        for (int i = 0; i < OF_KANNEL; i++) {
            assertThat(kannel.reports("k" + i).stream()
                            .filter(state -> state == DELIVERED)
                            .count())
                    .as("reports of %s: %s", numberOfKannel(i), kannel.reports("k" + i))
                    .isEqualTo(delivered.containsKey(numberOfKannel(i)) ? 1 : 0);
        }
        assertThat(smsd.reports())
                .hasSize(delivered(delivered, OF_SMSD, EveryDoorInteropTest::numberOfSmsd)
                        .size());
        for (String number : delivered(delivered, OF_SMSD, EveryDoorInteropTest::numberOfSmsd)) {
            assertThat(smsd.reports())
                    .filteredOn(report -> report.contains(number.substring(1)))
                    .hasSize(1);
        }
        assertThat(gammu.inbound().stream().filter(text -> text.equals("Delivered")))
                .hasSameSizeAs(delivered(delivered, OF_GAMMU, EveryDoorInteropTest::numberOfGammu));
        assertThat(esme.texts().stream()
                        .flatMap(text -> RECEIPT.matcher(text).results())
                        .map(receipt -> receipt.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        ids(delivered, delivered(delivered, OF_ESME, EveryDoorInteropTest::numberOfEsme)));
        for (String id : ids(delivered, delivered(delivered, OF_SHOP, EveryDoorInteropTest::numberOfShop))) {
            assertThat(idsOfShop).contains(id);
            assertThat(shop.state(id)).isEqualTo("delivered");
        }
    }

    private static List<String> delivered(
            Map<String, MessageStatus> delivered, int count, Function<Integer, String> number) {
        return IntStream.range(0, count)
                .boxed()
                .map(number)
                .filter(delivered::containsKey)
                .toList();
    }

    private static List<String> ids(Map<String, MessageStatus> delivered, List<String> numbers) {
        return numbers.stream()
                .map(number ->
                        Objects.requireNonNull(delivered.get(number)).id().toString())
                .toList();
    }

    private void inboundReachedEverybody() {
        List<String> texts = IntStream.range(0, INBOUND)
                .mapToObj(EveryDoorInteropTest::inboundText)
                .toList();

        assertThat(webhook.texts()).as("webhook").containsExactlyInAnyOrderElementsOf(texts);
        assertThat(esme.texts().stream().filter(text -> !RECEIPT.matcher(text).matches()))
                .as("ESME")
                .containsExactlyInAnyOrderElementsOf(texts);
        assertThat(kannel.inbound().stream().map(message -> message.getOrDefault("text", "")))
                .as("Kannel")
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, INBOUND)
                        .filter(i -> i % CHANNELS < MODEMS_OF_KANNEL)
                        .mapToObj(EveryDoorInteropTest::inboundText)
                        .toList());
        assertThat(gammu.inbound().stream().filter(text -> !text.equals("Delivered")))
                .as("Gammu")
                .containsExactlyInAnyOrderElementsOf(texts);
        assertThat(smsd.inbound().stream().map(EveryDoorInteropTest::text))
                .as("smsd")
                .containsExactlyInAnyOrderElementsOf(texts);
    }

    private static String text(String file) {
        return Pattern.compile("\\n\\n(.*)", Pattern.DOTALL)
                .matcher(file)
                .results()
                .map((MatchResult match) -> match.group(1).strip())
                .findFirst()
                .orElse("");
    }
}
