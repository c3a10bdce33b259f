package io.polygator.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.app.HttpApi.Answer;
import io.polygator.simulator.programs.FreePort;
import io.polygator.simulator.programs.RequiredPrograms;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The doors that an operator has to open first, and the other store, as the build has packaged them. */
@Tag("packaged")
class DoorsIT {
    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final String SECOND_SIM = "+380501234502";
    private static final String PASSWORD = "a long password";

    private final List<String> settings = new ArrayList<>();

    private final Path folder;
    private HttpApi api;

    DoorsIT(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        this.folder = folder;
    }

    static List<Packaging> built() {
        return Packaging.built();
    }

    @BeforeEach
    void prepareFolder() throws IOException {
        ShippedRoutes.copyTo(folder.resolve("routes"));
        int port = FreePort.any();
        settings.addAll(List.of(
                "polygator.http.port=" + port,
                "polygator.smpp.port=" + FreePort.any(),
                "polygator.demo.port=0",
                "quarkus.http.port=" + FreePort.any()));
        api = HttpApi.at(port, "demo", "demo");
    }

    @ParameterizedTest
    @MethodSource("built")
    void kannelsClientsSendGetAnswersAndSeeThePages(Packaging packaging) throws Exception {
        settings.addAll(List.of(
                "polygator.kannel.status-password=look",
                "polygator.kannel.services-enabled=true",
                "polygator.kannel.services.hours.keyword=hours",
                "polygator.kannel.services.hours.text=We are open"));
        try (ApplicationProcess application = start(packaging)) {
            HttpResponse<String> sent = api.raw(
                    "/cgi-bin/sendsms?username=demo&password=demo&to=%2B380501234502&text=hours&dlr-mask=31&dlr-url="
                            + "http%3A%2F%2F127.0.0.1%2Fdlr%3Fd%3D%25d");

            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
            await().atMost(SECONDS).untilAsserted(() -> assertThat(inbound()).contains("hours", "We are open"));
            assertThat(api.raw("/status.xml?password=look").body()).contains("<gateway>");
            application.stop();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void aFileInTheSpoolIsSentAndWhatComesInIsWrittenThere(Packaging packaging) throws Exception {
        Path spool = folder.resolve("spool");
        settings.add("polygator.spool.directory=" + spool);
        try (ApplicationProcess application = start(packaging)) {
            Files.writeString(
                    spool.resolve("outgoing/first"), "To: " + SECOND_SIM.substring(1) + "\n\nfrom a file", US_ASCII);

            await().atMost(SECONDS)
                    .untilAsserted(() -> assertThat(spool.resolve("sent/first")).exists());
            await().atMost(SECONDS).untilAsserted(() -> assertThat(contents(spool.resolve("incoming")))
                    .anyMatch(file -> file.endsWith("from a file")));
            application.stop();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void theScriptOfAFirmwareIsHeard(Packaging packaging) throws Exception {
        settings.addAll(List.of(
                "polygator.event-sh.enabled=true",
                "polygator.event-sh.allowed-networks=127.0.0.1",
                "polygator.event-sh.channels.1=card-1"));
        try (ApplicationProcess application = start(packaging)) {
            // 503 until somebody subscribes: the routes start in their order
            await().atMost(SECONDS)
                    .until(() -> api.raw("/ttt/index.php?channel=1&sender=%2B380501112244&text=told")
                                    .statusCode()
                            == 200);

            assertThat(api.get("/v1/inbound?from=%2B380501112244").json().findValuesAsText("channel"))
                    .containsExactly("card-1");
            application.stop();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void anSmscSendsAndGetsWhatComesIn(Packaging packaging) throws Exception {
        int port = FreePort.any();
        settings.addAll(List.of(
                "polygator.smpp.upstream.host=127.0.0.1",
                "polygator.smpp.upstream.port=" + port,
                "polygator.smpp.upstream.system-id=gateway",
                "polygator.smpp.upstream.password=secret"));
        try (UpstreamSmsc smsc = UpstreamSmsc.listen(port);
                ApplicationProcess application = start(packaging)) {
            await().atMost(SECONDS).until(smsc::hasReceiver);

            smsc.deliver(SECOND_SIM.substring(1), 0, 0, "from above".getBytes(US_ASCII));

            await().atMost(SECONDS).untilAsserted(() -> assertThat(smsc.submitted())
                    .as("the receipt, and the message that a SIM of ours got")
                    .hasSizeGreaterThan(1)
                    .anyMatch(submit -> new String(submit.getShortMessage(), US_ASCII).equals("from above")));
            application.stop();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void clientsComeInOverTls(Packaging packaging) throws Exception {
        int smpp = FreePort.any();
        int modem = FreePort.any();
        Path keystore = makeKeystore();
        settings.addAll(List.of(
                "polygator.smpp.tls.port=" + smpp,
                "polygator.smpp.tls.keystore=" + keystore,
                "polygator.smpp.tls.password=" + PASSWORD,
                "polygator.modem.enabled=true",
                "polygator.modem.ports=" + FreePort.any(),
                "polygator.modem.tls.ports=" + modem,
                "polygator.modem.tls.keystore=" + keystore,
                "polygator.modem.tls.password=" + PASSWORD));
        try (ApplicationProcess application = start(packaging);
                SSLSocket esme = connect(smpp, keystore);
                SSLSocket client = connect(modem, keystore)) {
            esme.startHandshake();
            client.getOutputStream().write("AT\r".getBytes(US_ASCII));

            assertThat(new String(client.getInputStream().readNBytes("AT\r\r\nOK\r\n".length()), US_ASCII))
                    .isEqualTo("AT\r\r\nOK\r\n");
            assertThat(esme.getSession().getProtocol()).isEqualTo("TLSv1.3");
            application.stop();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void postgresKeepsMessagesOverARestart(Packaging packaging) throws Exception {
        Optional<Path> programs = PostgresCluster.programs();
        if (programs.isEmpty()) {
            assumeThat(RequiredPrograms.missing("initdb")).isEmpty();
        }
        try (PostgresCluster postgres = PostgresCluster.start(programs.orElseThrow(), FreePort.any())) {
            settings.addAll(List.of(
                    "camel.component.polygator.store=postgresql",
                    "camel.component.polygator.store-url=" + postgres.url(),
                    "camel.component.polygator.store-user=gateway",
                    "camel.component.polygator.store-password=of no use"));
            String id;
            try (ApplicationProcess application = start(packaging)) {
                Answer accepted = api.post("/v1/messages", Map.of("to", SECOND_SIM, "text", "kept"));
                id = accepted.text("id");
                await().atMost(SECONDS).until(() -> state(id).equals("delivered"));
                application.stop();
            }
            try (ApplicationProcess application = start(packaging)) {
                assertThat(state(id)).isEqualTo("delivered");
                application.stop();
            }
        }
    }

    private ApplicationProcess start(Packaging packaging) throws InterruptedException {
        ApplicationProcess application = ApplicationProcess.start(packaging, folder, settings);
        application.awaitReady();
        return application;
    }

    private String state(String id) {
        return api.get("/v1/messages/" + id).text("state");
    }

    private List<String> inbound() {
        return api.get("/v1/inbound").json().findValuesAsText("text");
    }

    /** Of the files in a folder, which may come with the first, without those that are being written. */
    private static List<String> contents(Path folder) throws IOException {
        List<String> contents = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return contents;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> !path.getFileName().toString().startsWith("."))
                    .toList()) {
                contents.add(Files.readString(file).strip());
            }
        }
        return contents;
    }

    private Path makeKeystore() throws IOException, InterruptedException {
        Path file = folder.resolve("doors.p12");
        Command.of(
                        folder,
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .output();
        return file;
    }

    /** Trusts the server's own certificate alone. */
    private static SSLSocket connect(int port, Path keystore) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("mykey"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
    }
}
