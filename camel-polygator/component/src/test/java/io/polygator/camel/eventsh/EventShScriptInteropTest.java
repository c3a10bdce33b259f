package io.polygator.camel.eventsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.polygator.gateway.message.InboundNotice;
import io.polygator.http.ProblemException;
import io.polygator.http.eventsh.EventReader;
import io.polygator.http.eventsh.FirmwareCharset;
import io.polygator.simulator.programs.FreePort;
import io.polygator.simulator.programs.RequiredPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script of our page, run by the shell of Debian and by that of busybox with no other programs than its own and curl. */
@Tag("interop")
class EventShScriptInteropTest {
    private static final Path SCRIPT = Path.of("..", "docs", "event.sh");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SH = "sh";
    private static final String BUSYBOX = "busybox";
    /** "Кот", then what shells, JSON and forms choke on, in octal as printf takes it. */
    private static final String TEXT =
            "\\353\\317\\324 $(touch broken) `touch broken` * %%41&+=\"\\134\\047;|\\012\\001two";

    private static final List<String> APPLETS = List.of(
            "cat", "date", "dirname", "grep", "head", "hexdump", "ls", "mkdir", "mv", "rm", "sed", "sh", "sleep",
            "sync", "tr", "wc");

    private final EventReader reader = new EventReader(FirmwareCharset.KOI8_R);
    private final List<InboundNotice> received = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    /** What is answered first; afterwards 200. */
    private final Deque<Integer> answers = new ConcurrentLinkedDeque<>();

    private final int port = FreePort.any();
    private @Nullable HttpServer server;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path folder;

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("busybox", "curl")).isEmpty();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
        // ends a script that still tries
        try {
            Files.deleteIfExists(folder.resolve("event.sh"));
        } catch (IOException leftToJUnit) {
            assertThat(leftToJUnit).hasNoSuppressedExceptions();
        }
    }

    private void receiver() throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        started.createContext("/getter.php", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Integer status = answers.poll();
            if (status == null) {
                authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                received.add(notice(body));
            }
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            exchange.close();
        });
        started.start();
        server = started;
    }

    private InboundNotice notice(byte[] body) throws IOException {
        try {
            return reader.posted(body).message(number -> number, ZoneOffset.UTC);
        } catch (ProblemException e) {
            throw new IOException(e);
        }
    }

    private void install(String settings) throws IOException {
        Files.copy(SCRIPT, folder.resolve("event.sh"));
        Files.writeString(
                folder.resolve("event.conf"),
                "url=http://127.0.0.1:" + port + "/getter.php\nspool=" + folder.resolve("spool")
                        + "\nfirst_wait=0\nlongest_wait=1\n" + settings);
    }

    /** The exit code of the script with these words of a shell as arguments. */
    private int run(String shell, String arguments) throws Exception {
        Path caller = folder.resolve("caller");
        Files.writeString(caller, "cd '" + folder + "' && exec sh ./event.sh " + arguments + "\n");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", caller.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()));
        if (shell.equals(BUSYBOX)) {
            builder.environment().put("PATH", applets().toString());
        }
        Process process = builder.start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** A folder with what the page says is needed: the programs of busybox, and curl. */
    private Path applets() throws IOException {
        Path applets = folder.resolve("applets");
        if (Files.notExists(applets)) {
            Files.createDirectory(applets);
            Path busybox = Files.copy(installed(BUSYBOX), applets.resolve(BUSYBOX));
            for (String name : APPLETS) {
                Files.createSymbolicLink(applets.resolve(name), busybox);
            }
            Path curl =
                    Files.writeString(applets.resolve("curl"), "#!/bin/sh\nexec '" + installed("curl") + "' \"$@\"\n");
            assertThat(curl.toFile().setExecutable(true)).isTrue();
        }
        return applets;
    }

    private static Path installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(name -> Path.of(name, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static String event(String text) {
        return "3 sms '2024-05-06 07:08:09' 0670000001 +380501112233 255010000000001 +380672021111 \"$(printf '" + text
                + "')\"";
    }

    private List<String> waiting(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("spool").resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void awaitReceived(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(received).hasSize(count));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(waiting("queue")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {SH, BUSYBOX})
    void everyOctetArrivesAndNoneIsRun(String shell) throws Exception {
        receiver();
        install("user=firmware\npassword='a\"b\\c'\n");

        assertThat(run(shell, event(TEXT))).isZero();

        awaitReceived(1);
        InboundNotice notice = received.get(0);
        assertThat(notice.text()).isEqualTo("Кот $(touch broken) `touch broken` * %41&+=\"\\';|\n\u0001two");
        assertThat(notice.from()).isEqualTo("+380501112233");
        assertThat(notice.to()).contains("0670000001");
        assertThat(notice.imsi()).contains("255010000000001");
        assertThat(notice.channel()).isEqualTo("3");
        assertThat(notice.sentAt()).isPresent();
        assertThat(notice.key()).isPresent();
        assertThat(folder.resolve("broken")).doesNotExist();
        assertThat(authorizations).containsExactly("Basic ZmlybXdhcmU6YSJiXGM=");
        assertThat(Files.readString(folder.resolve("output"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {SH, BUSYBOX})
    void withoutAReceiverEventsAreKeptAndTheFirmwareIsNotHeldUp(String shell) throws Exception {
        install("most=3\n");
        for (String text : List.of("one", "two", "three")) {
            assertThat(run(shell, event(text))).isZero();
            awaitNextSecond();
        }
        assertThat(waiting("queue")).hasSize(3);
        assertThat(run(shell, event("one too many"))).isEqualTo(1);
        assertThat(waiting("queue")).hasSize(3);

        receiver();

        awaitReceived(3);
        assertThat(received).extracting(InboundNotice::text).containsExactly("one", "two", "three");
        assertThat(received).extracting(InboundNotice::key).doesNotHaveDuplicates();
    }

    /** Files of one second are in the order of their processes, which begins anew now and then. */
    private static void awaitNextSecond() {
        long second = System.currentTimeMillis() / 1000;
        await().until(() -> System.currentTimeMillis() / 1000 > second);
    }

    @ParameterizedTest
    @ValueSource(strings = {SH, BUSYBOX})
    void failuresAreRetriedAndWhatIsRefusedDoesNotHoldUpTheRest(String shell) throws Exception {
        answers.addAll(new ArrayDeque<>(List.of(503, 500, 401, 400)));
        receiver();
        install("");

        assertThat(run(shell, event("refused"))).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(waiting("refused")).hasSize(1));
        assertThat(run(shell, event("taken"))).isZero();

        awaitReceived(1);
        assertThat(received).extracting(InboundNotice::text).containsExactly("taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {SH, BUSYBOX})
    void whatARestartLeftIsSentByFlushThoughTheLockIsLeftToo(String shell) throws Exception {
        receiver();
        install("");
        Path spool = folder.resolve("spool");
        Files.createDirectories(spool.resolve("queue"));
        Files.createDirectories(spool.resolve("lock"));
        // the process of this test is no script
        Files.writeString(
                spool.resolve("lock").resolve("pid"), ProcessHandle.current().pid() + "\n");
        Files.writeString(spool.resolve("queue").resolve("00000000001-0000001"), "SenderNumber=1&Message=left&id=1");

        assertThat(run(shell, "--flush")).isZero();

        awaitReceived(1);
        assertThat(received).extracting(InboundNotice::text).containsExactly("left");
        assertThat(spool.resolve("lock")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {SH, BUSYBOX})
    void manyAtOnceAllArriveOnce(String shell) throws Exception {
        receiver();
        install("");
        Files.createDirectories(folder.resolve("spool"));
        Path caller = folder.resolve("crowd");
        Files.writeString(
                caller,
                "cd '" + folder + "'\nfor i in 1 2 3 4 5 6 7 8 9 10 11 12; do sh"
                        + " ./event.sh 1 sms '' '' 777 '' '' \"text $i\" & done; wait\n");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", caller.toString());
        if (shell.equals(BUSYBOX)) {
            builder.environment().put("PATH", applets().toString());
        }
        assertThat(builder.start().waitFor()).isZero();

        awaitReceived(12);
        assertThat(received).extracting(InboundNotice::text).doesNotHaveDuplicates();
    }
}
