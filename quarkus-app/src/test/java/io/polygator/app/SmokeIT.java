package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.app.HttpApi.Answer;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.module.BootTiming;
import io.polygator.simulator.programs.FreePort;
import io.polygator.simulator.programs.PseudoTerminal;
import io.polygator.simulator.programs.RequiredPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The application does the same whichever way the build has packaged it. */
@Tag("packaged")
class SmokeIT {
    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final String SECOND_SIM = "+380501234502";
    private static final String ACCOUNT = "acme";
    private static final String SECRET = "crash-it";
    /** Of the secret, with as few rounds as may be. */
    private static final String HASH =
            "pbkdf2-sha256$100000$b25seSBmb3IgY3Jhc2hlcw$ncAub6ypvmj4KqOhJAQ/J+ApZX6e5QjeUP+YTLosDoM";

    private static final Set<String> GIVEN = Set.of(
            "polygator.webhook.url",
            "polygator.webhook.allowed-networks",
            "polygator.http.port",
            "polygator.demo.port");

    private final WebhookReceiver webhook = new WebhookReceiver();
    private final List<String> settings = new ArrayList<>();

    private final Path folder;
    private int port;
    private int consolePort;
    private int smppPort;
    private HttpApi demo;

    SmokeIT(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        this.folder = folder;
    }

    static List<Packaging> built() {
        return Packaging.built();
    }

    @BeforeEach
    void prepareFolder() throws IOException {
        ShippedRoutes.copyTo(folder.resolve("routes"));
        Map<String, String> given = webhook.start();
        GIVEN.forEach(name -> settings.add(name + "=" + given.get(name)));
        port = Integer.parseInt(given.get("polygator.http.port"));
        consolePort = FreePort.any();
        settings.add("quarkus.http.port=" + consolePort);
        smppPort = FreePort.any();
        settings.add("polygator.smpp.port=" + smppPort);
        demo = HttpApi.at(port, "demo", "demo");
    }

    @AfterEach
    void stopWebhook() {
        webhook.stop();
    }

    @ParameterizedTest
    @MethodSource("built")
    void sendsAndReceivesOverHttp(Packaging packaging) throws InterruptedException {
        try (ApplicationProcess application = start(packaging)) {
            String text = packaging + ": Привет 👋🏽";

            Answer accepted = demo.post("/v1/messages", Map.of("to", SECOND_SIM, "text", text));

            assertThat(accepted.status()).as(accepted.response().body()).isEqualTo(202);
            isDelivered(demo, accepted.text("id"));
            comesIn(text);
            assertThat(demo.get("/v1/messages/" + accepted.text("id") + "/timeline")
                            .json()
                            .path("entries"))
                    .isNotEmpty();
            assertThat(demo.get("/v1/channels").json().path("channels")).hasSize(8);
            assertThat(demo.post("/v1/channels/demo-1/ussd", Map.of("code", "*111#"))
                            .status())
                    .isEqualTo(200);
            assertThat(demo.get("/v1/dead-letters").status()).isEqualTo(200);
            application.stop();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void sendsAndReceivesOverSmppForAnAccount(Packaging packaging) throws Exception {
        settings.add("camel.component.polygator.accounts-file=" + writeAccounts());
        try (ApplicationProcess application = start(packaging);
                Esme esme = Esme.bind(smppPort, ACCOUNT, SECRET)) {
            String id = esme.submit(SECOND_SIM, "over SMPP");

            HttpApi api = HttpApi.at(port, ACCOUNT, SECRET);
            isDelivered(api, id);
            await().atMost(SECONDS).untilAsserted(() -> assertThat(esme.deliveries())
                    .contains("over SMPP")
                    .anySatisfy(receipt -> assertThat(receipt).contains("id:" + id, "stat:DELIVRD")));
            isProblem(api.delete("/v1/messages/" + id), 409);
            application.stop();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void standsInForKannel(Packaging packaging) throws InterruptedException {
        settings.addAll(List.of(
                "polygator.kannel.status-password=status",
                "polygator.kannel.smsc.G24_1=demo-1",
                "polygator.kannel.services-enabled=true",
                "polygator.kannel.services.help.keyword=help",
                "polygator.kannel.services.help.text=" + packaging + " helps"));
        try (ApplicationProcess application = start(packaging)) {
            String text = packaging + " over sendsms";
            String credentials = "username=demo&password=demo";

            assertThat(sendSms("GET", "?" + credentials + "&smsc=G24_1&to=%2B380501234502&text=help", "", "text/plain"))
                    .isEqualTo(202);
            assertThat(sendSms(
                            "POST",
                            "",
                            credentials + "&to=%2B380501234502&text=" + text.replace(' ', '+'),
                            "application/x-www-form-urlencoded"))
                    .isEqualTo(202);
            assertThat(sendSms(
                            "POST",
                            "",
                            "<message><submit><da><number>+380501234502</number></da><ud>" + text.replace(' ', '+')
                                    + "+in+XML</ud><from><username>demo</username><password>demo</password></from></submit>"
                                    + "</message>",
                            "text/xml"))
                    .isEqualTo(202);
            assertThat(sendSms("GET", "?username=demo&password=guess&to=1&text=x", "", "text/plain"))
                    .isEqualTo(403);

            comesIn(packaging + " helps");
            comesIn(text);
            comesIn(text + " in XML");
            assertThat(demo.raw("/status.xml?password=status").body()).contains("<gateway>", "demo-8");
            application.stop();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void standsInForModems(Packaging packaging) throws Exception {
        int modemPort = FreePort.any();
        settings.addAll(List.of(
                "polygator.modem.enabled=true",
                "polygator.modem.ports=" + modemPort,
                "polygator.modem.channels=demo-1"));
        try (ApplicationProcess application = start(packaging);
                AtClient client = AtClient.connect(modemPort)) {
            String text = packaging + " over a virtual modem";
            await().atMost(SECONDS).untilAsserted(() -> assertThat(demo.get("/v1/channels")
                            .json()
                            .at("/channels/0/state")
                            .asText())
                    .isEqualTo("registered"));

            assertThat(client.send(SECOND_SIM, text)).contains("+CMGS: ");

            comesIn(text);
            application.stop();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void refusesWithAProblem(Packaging packaging) throws InterruptedException {
        try (ApplicationProcess application = start(packaging)) {
            isProblem(HttpApi.at(port, "demo", "guess").get("/v1/channels"), 401);
            isProblem(demo.post("/v1/messages", "{", Map.of()), 400);
            isProblem(demo.post("/v1/messages", Map.of("to", "nobody", "text", "x")), 400);
            isProblem(demo.get("/v1/messages/99999999"), 404);
            application.stop();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void remembersAfterARestart(Packaging packaging) throws InterruptedException {
        String id;
        try (ApplicationProcess application = start(packaging)) {
            id = demo.post("/v1/messages", Map.of("to", SECOND_SIM, "text", "remember me"))
                    .text("id");
            isDelivered(demo, id);
            application.stop();
        }
        assertThat(folder.resolve(Demo.STORE_FILE)).exists();

        try (ApplicationProcess application = start(packaging)) {
            assertThat(demo.get("/v1/messages/" + id).text("state")).isEqualTo("delivered");
            application.stop();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void runsTheUsersRoutes(Packaging packaging) throws IOException, InterruptedException {
        addRoute("hello.yaml");
        try (ApplicationProcess application = start(packaging)) {
            await().atMost(SECONDS)
                    .untilAsserted(() ->
                            assertThat(demo.get("/v1/hello").text("greeting")).isEqualTo("hello"));

            int before = inbound("I am demo-2").size();
            addRoute("auto-answer.yaml");

            await().atMost(SECONDS).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                demo.post("/v1/messages", Map.of("to", SECOND_SIM, "text", "are you there", "channel", "demo-1"));
                assertThat(inbound("I am demo-2")).hasSizeGreaterThan(before);
            });
            application.stop();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void talksToASerialDevice(Packaging packaging) throws Exception {
        assumeThat(RequiredPrograms.missing("socat")).isEmpty();
        try (PolygatorSimulator simulator = PolygatorSimulator.builder()
                        .channels(1)
                        .firstPort(0)
                        .bootTiming(BootTiming.quick())
                        .build()
                        .start();
                PseudoTerminal terminal =
                        PseudoTerminal.inFrontOf(portOf(simulator.addresses().get(0)), folder.resolve("ttyPG0"))) {
            settings.addAll(List.of(
                    "camel.component.polygator.gateways.g8.address=serial:" + terminal.device(),
                    "camel.component.polygator.gateways.g8.module=M10",
                    "polygator.http.user=crm",
                    "polygator.http.password=a long password"));
            try (ApplicationProcess application = start(packaging)) {
                HttpApi api = HttpApi.at(port, "crm", "a long password");

                Answer accepted = api.post("/v1/messages", Map.of("to", SECOND_SIM, "text", "over a wire"));

                assertThat(accepted.status()).as(accepted.response().body()).isEqualTo(202);
                isDelivered(api, accepted.text("id"));
                application.stop();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void tellsHowItIs(Packaging packaging) throws InterruptedException {
        try (ApplicationProcess application = start(packaging)) {
            // it listens a little later than the doors
            await().atMost(SECONDS)
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .untilAsserted(() -> assertThat(
                                    HttpApi.console(consolePort, "/q/health").text("status"))
                            .isEqualTo("UP"));
            assertThat(HttpApi.consoleText(consolePort, "/q/metrics")).contains("polygator_channels{", "camel_");
            application.stop();
        }
    }

    private int sendSms(String method, String query, String body, String type) {
        return demo.raw(method, "/cgi-bin/sendsms" + query, body, type).statusCode();
    }

    private Path writeAccounts() throws IOException {
        return Files.writeString(
                folder.resolve("accounts.yaml"),
                """
                accounts:
                  %s:
                    secret: %s
                    doors: [http, smpp]
                    inbound:
                      channels: [demo]
                    http:
                      scopes: [send, read]
                """
                        .formatted(ACCOUNT, HASH));
    }

    private ApplicationProcess start(Packaging packaging) throws InterruptedException {
        ApplicationProcess application = ApplicationProcess.start(packaging, folder, settings);
        application.awaitReady();
        return application;
    }

    private void addRoute(String name) throws IOException {
        Files.copy(
                Path.of("src", "test", "resources", "smoke", name),
                folder.resolve("routes").resolve(name));
    }

    private static void isDelivered(HttpApi api, String id) {
        await().atMost(SECONDS)
                .untilAsserted(() ->
                        assertThat(api.get("/v1/messages/" + id).text("state")).isEqualTo("delivered"));
    }

    private static void isProblem(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("detail")).isNotEmpty();
    }

    private static void comesIn(String text) {
        await().atMost(SECONDS).untilAsserted(() -> assertThat(inbound(text)).hasSize(1));
    }

    private static List<JsonNode> inbound(String text) {
        return WebhookReceiver.events().stream()
                .filter(event -> event.path("event").asText().equals("inbound")
                        && event.path("text").asText().equals(text))
                .toList();
    }

    private static int portOf(String address) {
        return URI.create(address.replaceFirst("^tcp:", "tcp://")).getPort();
    }
}
