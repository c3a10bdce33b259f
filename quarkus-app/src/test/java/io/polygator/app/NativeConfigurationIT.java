package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.netty.channel.ChannelHandler;
import io.polygator.app.reflection.Looked;
import io.polygator.app.reflection.Records;
import io.polygator.gateway.message.ChannelStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the build tells a native image, where it has written only the sources of one:
 * {@code -Pnative -Dquarkus.native.sources-only=true}; against what the tests tagged {@code packaged} have made the
 * application look for. So it runs after those.
 */
@Tag("recorded")
class NativeConfigurationIT {
    private static final String REQUIRED = "POLYGATOR_REQUIRE_NATIVE_SOURCES";
    private static final Path SOURCES = Path.of("target", "native-sources");
    private static final List<String> OURS = List.of(
            "io.polygator.",
            "org.flywaydb.",
            "org.jsmpp.",
            "com.fazecast.",
            "org.apache.camel.component.netty.http.",
            "org.apache.camel.component.smpp.");

    /** Who records, and what the start with Java looks for, which a native image does without. */
    private static final Set<String> OF_JAVA_ALONE =
            Set.of("io.polygator.app.reflection.Recorder", "io.polygator.app.Main main");

    private NativeMetadata metadata;

    @BeforeEach
    void readWhatIsBuilt() throws IOException {
        boolean isThere = Files.isDirectory(SOURCES);
        if (!isThere && isRequired()) {
            throw new AssertionError("the sources of a native image have not been built (" + REQUIRED + " is set)");
        }
        assumeThat(isThere).as("the sources of a native image have been built").isTrue();
        metadata = NativeMetadata.in(SOURCES);
    }

    private static boolean isRequired() {
        return Boolean.parseBoolean(System.getenv(REQUIRED));
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
                .allMatch(name -> metadata.knows(Looked.RESOURCE, name));
        assertThat(metadata.fromC()).contains("com.fazecast.jSerialComm.SerialPort");
    }

    @Test
    void theHeapHasTheLimitOfThePage() throws IOException {
        assertThat(Files.readString(Path.of("..", "camel-polygator", "docs", "native.md")))
                .contains("It takes 256 MiB of heap at most");
        assertThat(Files.readString(SOURCES.resolve("native-image.args"))).contains("-R:MaxHeapSize=256m");
    }

    /** What our extension answers for; other extensions register their own. The tests before have made the records. */
    @ParameterizedTest
    @EnumSource(Looked.class)
    void whatTheApplicationHasLookedForIsRegistered(Looked kind) throws IOException {
        Set<String> wanted = ours(records().of(kind));

        assertThat(wanted.stream().filter(name -> !metadata.knows(kind, name))).isEmpty();
    }

    /** Without these the comparison would say nothing of the door. */
    @Test
    void everyDoorHasBeenUsedForIt() throws IOException {
        Records records = records();

        assertThat(records.of(Looked.METHODS))
                .contains(
                        "io.polygator.camel.http.HttpMessages",
                        "io.polygator.camel.kannel.KannelSendSms",
                        "io.polygator.camel.eventsh.EventSh",
                        "io.polygator.camel.spool.Spool",
                        "io.polygator.app.SmppUpstreamSteps");
        assertThat(records.of(Looked.RESOURCE))
                .contains(
                        "io/polygator/gateway/store/jdbc/sqlite/V1__baseline.sql",
                        "io/polygator/gateway/store/jdbc/postgresql/V1__baseline.sql");
    }

    private static Records records() throws IOException {
        Records records = Records.all();
        boolean areThere = !records.of(Looked.CLASS).isEmpty();
        if (!areThere && isRequired()) {
            throw new AssertionError("nothing has been recorded: set " + Records.WANTED + "=true");
        }
        assumeThat(areThere).as("something has been recorded").isTrue();
        return records;
    }

    private static Set<String> ours(Set<String> recorded) {
        return recorded.stream()
                .filter(NativeConfigurationIT::isOurs)
                .filter(name -> !OF_JAVA_ALONE.contains(name))
                .filter(name -> !isNettyHandler(name.split(" ")[0]))
                .collect(Collectors.toSet());
    }

    private static boolean isOurs(String name) {
        return OURS.stream().anyMatch(name.replace('/', '.')::startsWith);
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

    private static Set<String> classesIn(String packageName, Predicate<JavaClass> kind) {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages(packageName).stream()
                        .filter(type -> type.getPackageName().equals(packageName))
                        .filter(kind)
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
    }

    private Set<String> reflection() {
        return metadata.classes();
    }
}
