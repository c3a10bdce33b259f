package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.netty.channel.ChannelHandler;
import io.polygator.app.reflection.AgentJar;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.simulator.programs.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the build tells a native image, where it has written only the sources of one:
 * {@code -Pnative -Dquarkus.native.sources-only=true}.
 */
@Tag("packaged")
class NativeConfigurationIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SOURCES = Path.of("target", "native-sources");
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final String SECOND_SIM = "+380501234502";
    private static final List<String> OURS = List.of(
            "io.polygator.",
            "org.flywaydb.",
            "org.jsmpp.",
            "com.fazecast.",
            "org.apache.camel.component.netty.http.",
            "org.apache.camel.component.smpp.");

    @BeforeEach
    void sourcesAreBuilt() {
        assumeThat(SOURCES).isDirectory();
    }

    @Test
    void recordsOfTheHttpApiCanBeWritten() throws IOException {
        assertThat(reflection()).containsAll(classesIn("io.polygator.http", JavaClass::isRecord));
        assertThat(reflection()).contains(ChannelStatus.Counters.class.getName());
    }

    @Test
    void beansOfTheRoutesCanBeCalled() throws IOException {
        assertThat(reflection())
                .containsAll(classesIn(
                        "io.polygator.camel.http",
                        type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                                && type.getSimpleName().startsWith("Http")));
    }

    @Test
    void routesCanNameWhatIsCaughtAndMade() throws IOException {
        assertThat(reflection())
                .contains(
                        "java.lang.Exception",
                        "java.io.IOException",
                        "io.polygator.http.ProblemException",
                        "org.apache.camel.CamelExecutionException",
                        "org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy",
                        "org.apache.camel.component.netty.http.RestNettyHttpBinding");
    }

    @Test
    void profilesAndPluginsAreFound() throws IOException {
        assertThat(reflection())
                .contains(
                        "io.polygator.camel.polygator.PolygatorGatewayConfiguration",
                        "io.polygator.gsm.modem.profile.M10Profile",
                        "org.flywaydb.core.internal.database.sqlite.SQLiteDatabaseType",
                        "org.flywaydb.core.internal.command.clean.CleanModeConfigurationExtension",
                        "org.flywaydb.core.internal.command.clean.CleanModel",
                        "org.flywaydb.database.postgresql.TransactionalModel",
                        "org.flywaydb.database.postgresql.PostgreSQLDatabaseType");
    }

    @Test
    void scriptsAndLibrariesAreOnBoard() throws IOException {
        List<Pattern> onBoard = configuration("resource-config.json").findValuesAsText("pattern").stream()
                .map(Pattern::compile)
                .toList();
        assertThat(List.of(
                        "io/polygator/gateway/store/jdbc/sqlite/V1__baseline.sql",
                        "io/polygator/gateway/store/jdbc/postgresql/V1__baseline.sql",
                        "io/polygator/http/openapi.yaml",
                        "io/polygator/http/docs/index.html",
                        "io/polygator/http/docs/docs.js",
                        "io/polygator/http/docs/swagger-ui-bundle.js",
                        "io/polygator/http/docs/swagger-ui.css",
                        "io/polygator/http/docs/favicon-32x32.png",
                        "Linux/x86_64/libjSerialComm.so"))
                .allMatch(name -> onBoard.stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches()));
        assertThat(configuration("jni-config.json").toString()).contains("com.fazecast.jSerialComm.SerialPort");
    }

    /** What our extension answers for; other extensions register their own. */
    @Test
    void whatARunOfTheApplicationLooksIntoIsRegistered(@TempDir Path folder) throws Exception {
        assumeThat(Packaging.JVM.program()).isPresent();
        Path record = folder.resolve("record");

        useEverything(folder, AgentJar.optionFor(folder, record));

        Set<String> lookedInto = Files.readAllLines(record).stream()
                .filter(name -> OURS.stream().anyMatch(name::startsWith))
                .filter(name -> !isNettyHandler(name) && !isMadeWithTheImage(name))
                .collect(Collectors.toSet());
        assertThat(lookedInto).contains("io.polygator.camel.http.HttpMessages", "io.polygator.http.Problem");
        assertThat(reflection()).containsAll(lookedInto);
    }

    /** Netty looks for methods that it may skip, and takes it that there are none when it is told nothing. */
    private static boolean isNettyHandler(String name) {
        try {
            return ChannelHandler.class.isAssignableFrom(
                    Class.forName(name, false, NativeConfigurationIT.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Camel Quarkus makes the loaders of converters when the image is built. */
    private static boolean isMadeWithTheImage(String name) {
        return name.endsWith("ConverterLoader");
    }

    /** A little of all that it does. */
    private static void useEverything(Path folder, String agent) throws Exception {
        ShippedRoutes.copyTo(folder.resolve("routes"));
        int port = FreePort.any();
        int smppPort = FreePort.any();
        int modemPort = FreePort.any();
        List<String> settings = List.of(
                "polygator.http.port=" + port,
                "polygator.smpp.port=" + smppPort,
                "polygator.modem.enabled=true",
                "polygator.modem.ports=" + modemPort,
                "polygator.demo.port=0",
                "polygator.webhook.url=http://127.0.0.1:" + port + "/v1/nowhere",
                "polygator.webhook.allowed-networks=127.0.0.1",
                "quarkus.http.port=" + FreePort.any());
        try (ApplicationProcess application =
                ApplicationProcess.start(Packaging.JVM, folder, settings, Map.of("JAVA_TOOL_OPTIONS", agent))) {
            application.awaitReady();
            HttpApi api = HttpApi.at(port, "demo", "demo");
            await().atMost(READY_WITHIN).untilAsserted(() -> assertThat(api.get("/v1/channels")
                            .json()
                            .at("/channels/0/state")
                            .asText())
                    .isEqualTo("registered"));
            String id = api.post("/v1/messages", Map.of("to", SECOND_SIM, "text", "x"))
                    .text("id");
            api.get("/v1/messages/" + id);
            api.get("/v1/messages/" + id + "/timeline");
            api.delete("/v1/messages/" + id);
            api.post("/v1/messages", Map.of("to", "nobody", "text", "x"));
            api.post("/v1/channels/demo-1/ussd", Map.of("code", "*111#"));
            api.get("/v1/dead-letters");
            try (Esme esme = Esme.bind(smppPort, "demo", "demo");
                    AtClient client = AtClient.connect(modemPort)) {
                esme.submit(SECOND_SIM, "x");
                client.send(SECOND_SIM, "x");
            }
            application.stop();
        }
    }

    private static Set<String> classesIn(String packageName, Predicate<JavaClass> kind) {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages(packageName).stream()
                        .filter(type -> type.getPackageName().equals(packageName))
                        .filter(kind)
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
    }

    private static Set<String> reflection() throws IOException {
        return StreamSupport.stream(configuration("reflect-config.json").spliterator(), false)
                .map(entry -> entry.path("name").asText())
                .collect(Collectors.toSet());
    }

    private static JsonNode configuration(String name) throws IOException {
        try (JarFile jar = new JarFile(runner().toFile());
                InputStream entry = jar.getInputStream(jar.getEntry("META-INF/native-image/" + name))) {
            return JSON.readTree(entry);
        }
    }

    private static Path runner() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            Optional<Path> runner = files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst();
            return runner.orElseThrow(() -> new AssertionError("no runner in " + SOURCES));
        }
    }
}
