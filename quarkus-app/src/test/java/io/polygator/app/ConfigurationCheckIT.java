package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code --check} of every way in which the build has packaged the application. */
@Tag("packaged")
class ConfigurationCheckIT {
    private final Path folder;
    private Path settings;
    private Path routes;

    ConfigurationCheckIT(@TempDir Path folder) {
        this.folder = folder;
    }

    static List<Packaging> built() {
        return Packaging.built();
    }

    @BeforeEach
    void makeFolders() throws IOException {
        settings = Files.createDirectory(folder.resolve("config")).resolve("application.properties");
        routes = ShippedRoutes.copyTo(folder.resolve("routes"));
    }

    @ParameterizedTest
    @MethodSource("built")
    void findsNothingWrongWithWhatIsShipped(Packaging packaging) throws Exception {
        Answer answer = check(packaging);

        assertThat(answer.lines()).containsExactly("The configuration and the routes are in order.");
        assertThat(answer.exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("built")
    void opensNothingAndConnectsToNothing(Packaging packaging) throws Exception {
        try (Listener gateway = new Listener();
                Listener database = new Listener();
                Listener receiver = new Listener();
                Listener smsc = new Listener()) {
            Files.writeString(
                    settings,
                    """
                    camel.component.polygator.gateways.g8.address=tcp:127.0.0.1:%d
                    camel.component.polygator.store=postgresql
                    camel.component.polygator.store-url=jdbc:postgresql://127.0.0.1:%d/polygator
                    polygator.webhook.url=http://127.0.0.1:%d/sms
                    polygator.webhook.allowed-networks=127.0.0.1
                    polygator.smpp.upstream.host=127.0.0.1
                    polygator.smpp.upstream.port=%d
                    polygator.smpp.upstream.system-id=polygator
                    polygator.smpp.upstream.password=secret
                    """
                            .formatted(gateway.port(), database.port(), receiver.port(), smsc.port()));

            Answer answer = check(packaging);

            assertThat(answer.exitCode()).as(String.valueOf(answer.lines())).isZero();
            assertThat(List.of(gateway, database, receiver, smsc)).noneMatch(Listener::wasCalled);
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesFileAndLineOfOptions(Packaging packaging) throws Exception {
        Files.writeString(
                settings,
                """
                # a comment
                camel.component.polygator.gateways.g8.address=tcp:192.168.2.154:9101-9108
                camel.component.polygator.gateways.g8.module=M11
                camel.component.polygator.gatewayz=x
                """);

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith(settings + ":3: ").contains("M11 is unknown: use auto, M10"))
                .anySatisfy(
                        line -> assertThat(line).startsWith(settings + ":4: ").contains("gatewayz is not known"))
                .contains("Found 2 problems.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesFileAndLineOfSettings(Packaging packaging) throws Exception {
        Files.writeString(settings, "polygator.http.port=8081\npolygator.http.prot=8081\n");

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .contains(settings + ":2: polygator.http.prot is not known: correct its name or remove the line");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesFileAndLineOfAddresses(Packaging packaging) throws Exception {
        Files.writeString(
                settings,
                """
                camel.component.polygator.gateways.g8.address=tcp:192.168.2.154
                camel.component.polygator.gateways.g20.address=g20.example.org
                camel.component.polygator.gateways.k32.module=M10
                """);

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(
                        line -> assertThat(line).startsWith(settings + ":1: ").contains("g8.address"))
                .anySatisfy(
                        line -> assertThat(line).startsWith(settings + ":2: ").contains("g20.address"))
                .anySatisfy(
                        line -> assertThat(line).startsWith(settings + ":3: ").contains("k32.address"))
                .contains("Found 3 problems.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesFileAndLineOfWhatTheStartWouldRefuse(Packaging packaging) throws Exception {
        Files.writeString(
                settings,
                """
                polygator.http.host=0.0.0.0
                polygator.smpp.tls.port=3550
                polygator.smpp.tls.keystore=nowhere.p12
                polygator.modem.tls.ports=9201-9208
                """);

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith(settings + ":1: ").contains("Demo mode listens on loopback only"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(settings + ":3: ")
                        .contains("nowhere.p12 cannot be read: give a PKCS #12 file"))
                .anySatisfy(line ->
                        assertThat(line).contains("polygator.modem.tls.ports is set: name the server's certificate"))
                .contains("Found 3 problems.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesPortsOfModemsThatDoNotGoWithTheChannels(Packaging packaging) throws Exception {
        Files.writeString(
                settings,
                """
                camel.component.polygator.gateways.g20.address=tcp:192.168.2.154:9101-9120
                polygator.modem.enabled=true
                polygator.modem.ports=9101-9108
                """);

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(settings + ":3: polygator.modem.ports=9101-9108: ")
                        .contains("means 20 channels, and there are 8 ports: name one port for all of them"))
                .contains("Found 1 problem.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesModemsThatStrangersWouldReach(Packaging packaging) throws Exception {
        Files.writeString(
                settings,
                """
                camel.component.polygator.gateways.g8.address=tcp:192.168.2.154:9101-9108
                polygator.modem.enabled=true
                polygator.modem.host=0.0.0.0
                """);

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(settings + ":3: polygator.modem.host=0.0.0.0: ")
                        .contains("can be reached from other machines: set option account"))
                .contains("Found 1 problem.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void doesNotMindAModemForEachChannelForTheNetworksOfAnAccount(Packaging packaging) throws Exception {
        Files.writeString(
                settings,
                """
                camel.component.polygator.gateways.g8.address=tcp:192.168.2.154:9101-9120
                camel.component.polygator-modem.account=kannel
                polygator.modem.enabled=true
                polygator.modem.host=0.0.0.0
                """);

        assertThat(check(packaging).lines()).containsExactly("The configuration and the routes are in order.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesAddressesOfModemsThatAreNone(Packaging packaging) throws Exception {
        Files.writeString(
                settings,
                """
                camel.component.polygator.gateways.g8.address=tcp:192.168.2.154:9101-9108
                polygator.modem.enabled=true
                polygator.modem.host=no.such.host.invalid
                """);

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(settings + ":3: polygator.modem.host=no.such.host.invalid is no address of this"))
                .contains("Found 1 problem.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesModemsOfTheDemonstrationThatOthersWouldReach(Packaging packaging) throws Exception {
        Files.writeString(settings, "polygator.modem.enabled=true\npolygator.modem.host=0.0.0.0\n");

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(settings + ":2: Demo mode listens on loopback only, not on polygator.modem.host"))
                .contains("Found 1 problem.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesEncryptedPortsThatDoNotGoWithTheModems(Packaging packaging) throws Exception {
        Path keystore = Files.createFile(folder.resolve("modem.p12"));
        Files.writeString(
                settings,
                """
                polygator.modem.enabled=true
                polygator.modem.tls.ports=9201-9204
                polygator.modem.tls.keystore=%s
                """
                        .formatted(keystore));

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(settings + ":2: polygator.modem.tls.ports=9201-9204: ")
                        .contains("names 4 ports for 8 modems"))
                .contains("Found 1 problem.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesPinsAndGroupsThatAreNone(Packaging packaging) throws Exception {
        Files.writeString(
                settings,
                """
                camel.component.polygator.gateways.g8.address=tcp:192.168.2.154:9101-9108
                camel.component.polygator.gateways.g8.pin=12ab
                camel.component.polygator.gateways.g20.address=tcp:192.168.2.155:9101-9120
                camel.component.polygator.gateways.g20.groups=moscow,big city
                """);

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(settings + ":2: gateways.g8.pin is no PIN: use 4 to 8 digits")
                        .doesNotContain("12ab"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(settings + ":4: gateways.g20.groups: \"big city\" is no name of a group"))
                .contains("Found 2 problems.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesTheEnvironmentAsAPlace(Packaging packaging) throws Exception {
        Answer answer = check(packaging, Map.of("POLYGATOR_HTTP_HOST", "0.0.0.0"));

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("polygator.http.host (environment): Demo mode listens on loopback only"))
                .contains("Found 1 problem.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesFileAndLineOfWebhooks(Packaging packaging) throws Exception {
        Files.writeString(
                settings,
                """
                polygator.webhook.url=crm.example.org/sms
                polygator.webhook.secret=0123456789abcdef
                polygator.webhooks.calls.url=https://example.org/calls
                polygator.webhooks.calls.events=inbound,rings
                polygator.webhooks.alarms.events=channel
                """);

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(settings + ":1: polygator.webhook.url is no absolute http or https URL"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                settings + ":4: polygator.webhooks.calls.events=inbound,rings: use all, or a list of"))
                .anySatisfy(
                        line -> assertThat(line).startsWith(settings + ":5: polygator.webhooks.alarms.url is missing"))
                .contains("Found 3 problems.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesWebhooksToWhichNothingWouldBeSent(Packaging packaging) throws Exception {
        Files.writeString(
                settings,
                """
                polygator.webhook.url=http://192.168.2.10/sms
                polygator.webhooks.allowed.url=http://10.1.2.3:8080/sms
                polygator.webhooks.own.url=http://user:password@localhost/sms
                polygator.webhook.allowed-networks=10.0.0.0/8
                """);

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(settings + ":1: polygator.webhook.url: nothing would be sent to 192.168.2.10")
                        .contains("allowed-networks"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(settings + ":3: polygator.webhooks.own.url: nothing would be sent to 127.0.0.1")
                        .doesNotContain("password"))
                .contains("Found 2 problems.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesFileAndLineOfAccounts(Packaging packaging) throws Exception {
        Path accounts = folder.resolve("accounts.yaml");
        Files.writeString(settings, "camel.component.polygator.accounts-file=" + accounts + "\n");
        Files.writeString(
                accounts,
                """
                accounts:
                  acme:
                    secret: open sesame
                    doors: [http, fax]
                """);

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(accounts + ":3: account acme: secret: ")
                        .doesNotContain("open sesame"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(accounts + ":4: account acme: doors: ")
                        .contains("fax"))
                .contains("Found 2 problems.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesWebhooksOfAccountsToWhichNothingWouldBeSent(Packaging packaging) throws Exception {
        Path accounts = folder.resolve("accounts.yaml");
        Files.writeString(
                settings,
                "camel.component.polygator.accounts-file=" + accounts
                        + "\npolygator.webhook.allowed-networks=10.0.0.0/8\n");
        Files.writeString(
                accounts,
                """
                accounts:
                  acme:
                    secret: pbkdf2-sha256$100000$b25seSBmb3IgY3Jhc2hlcw$ncAub6ypvmj4KqOhJAQ/J+ApZX6e5QjeUP+YTLosDoM
                    doors: [http]
                    webhook:
                      url: http://10.1.2.3/sms
                      secret: 0123456789abcdef
                  rival:
                    secret: pbkdf2-sha256$100000$b25seSBmb3IgY3Jhc2hlcw$ncAub6ypvmj4KqOhJAQ/J+ApZX6e5QjeUP+YTLosDoM
                    doors: [http]
                    webhook:
                      secret: 0123456789abcdef
                      url: http://192.168.2.10/sms
                """);

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(accounts + ":13: account rival: webhook.url: nothing would be sent to 192.168.2.10")
                        .contains("allowed-networks"))
                .contains("Found 1 problem.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesAFileOfAccountsThatIsNotThere(Packaging packaging) throws Exception {
        Path accounts = folder.resolve("nobody.yaml");
        Files.writeString(settings, "camel.component.polygator.accounts-file=" + accounts + "\n");

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line).startsWith(accounts + ":1: there is no such file; "));
    }

    @ParameterizedTest
    @MethodSource("built")
    void doesNotMindAPortThatSomebodyHas(Packaging packaging) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(settings, "polygator.http.port=" + taken.getLocalPort() + "\n");

            assertThat(check(packaging).exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesFileAndLineOfYamlThatIsNone(Packaging packaging) throws Exception {
        Files.writeString(file("broken"), "- route:\n    id: broken\n    from: {uri: 'timer:tick\n");

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line ->
                        assertThat(line).matches(Pattern.quote(file("broken").toString()) + ":\\d+: .+"))
                .contains("Found 1 problem.");
    }

    @ParameterizedTest
    @MethodSource("built")
    void namesFileAndLineOfRoutes(Packaging packaging) throws Exception {
        route("field", "stepz:\n        - log: hi");
        route("option", "steps:\n        - to: polygator:all?colour=blue");
        route("placeholder", "steps:\n        - to: log:{{no.such.thing}}");
        route("component", "steps:\n        - to: nosuch:thing");
        route("bean", "steps:\n        - bean:\n            ref: nobody");
        route(
                "language",
                "steps:\n        - setBody:\n            language:\n              language: cobol\n              expression: MOVE");

        Answer answer = check(packaging);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith(file("field") + ":5: ").contains("stepz"))
                .anySatisfy(line ->
                        assertThat(line).startsWith(file("option") + ":6: ").contains("colour"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(file("placeholder") + ":6: ")
                        .contains("no.such.thing"))
                .anySatisfy(line ->
                        assertThat(line).startsWith(file("component") + ":6: ").contains("nosuch"))
                .anySatisfy(line ->
                        assertThat(line).startsWith(file("bean") + ":7: ").contains("nobody"))
                .anySatisfy(line ->
                        assertThat(line).startsWith(file("language") + ":8: ").contains("cobol"))
                .contains("Found 6 problems.");
    }

    private void route(String id, String steps) throws IOException {
        Files.writeString(
                file(id),
                """
                - route:
                    id: %s
                    from:
                      uri: timer:tick
                      %s
                """
                        .formatted(id, steps));
    }

    private Path file(String id) {
        return routes.resolve(id + ".yaml");
    }

    private Answer check(Packaging packaging) throws IOException, InterruptedException {
        return check(packaging, Map.of());
    }

    private Answer check(Packaging packaging, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(packaging.command(List.of("polygator.routes=" + routes)));
        command.add("--check");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output.lines().toList());
    }

    private record Answer(int exitCode, List<String> lines) {}

    /** Where somebody would be heard who connects, also if he left again. */
    private static final class Listener implements AutoCloseable {
        private final ServerSocketChannel channel = ServerSocketChannel.open();

        Listener() throws IOException {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .configureBlocking(false);
        }

        int port() {
            return channel.socket().getLocalPort();
        }

        boolean wasCalled() {
            try (SocketChannel caller = channel.accept()) {
                return caller != null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
