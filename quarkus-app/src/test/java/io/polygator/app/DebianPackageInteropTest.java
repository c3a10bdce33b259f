package io.polygator.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.account.HashedSecret;
import io.polygator.simulator.programs.FreePort;
import io.polygator.simulator.programs.RequiredPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package in a root folder of its own, so that nothing is left on this machine. */
@Tag("packaged")
class DebianPackageInteropTest {
    private static final Duration SECONDS = Duration.ofSeconds(90);
    private static final String RECIPIENT = "+380501234502";
    private static final String SETTINGS = "etc/polygator/application.properties";
    private static final String NOBODY = "65534";

    private final List<Process> services = new ArrayList<>();

    private final Path folder;
    private DebianRoot root;
    private int port;
    private HttpApi demo;

    DebianPackageInteropTest(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void makeRoot() throws IOException, InterruptedException {
        assumeThat(RequiredPrograms.missing("dpkg", "dpkg-deb", "setpriv", "useradd"))
                .isEmpty();
        assumeThat(System.getProperty("user.name"))
                .as("only root installs packages and starts services as others")
                .isEqualTo("root");
        root = DebianRoot.in(folder);
        port = FreePort.any();
        demo = HttpApi.at(port, "demo", "demo");
    }

    @AfterEach
    void endWhatIsLeft() {
        services.forEach(Process::destroyForcibly);
    }

    @Test
    void servesAsItsOwnUserKeepsItsDataOverAnUpgradeAndLeavesNothing() throws Exception {
        root.dpkg("--install", built().toString());
        root.append(SETTINGS, "polygator.demo.port=0\n");
        Process service = startService();
        String id = demo.post("/v1/messages", Map.of("to", RECIPIENT, "text", "before"))
                .text("id");
        await().atMost(SECONDS)
                .until(() -> demo.get("/v1/messages/" + id).text("state").equals("delivered"));
        assertThat(status(service, "Uid:")).isNotEqualTo("0").isEqualTo(root.id("passwd", "polygator"));
        assertThat(status(service, "Groups:")).as("it opens serial devices").isEqualTo(root.id("group", "dialout"));
        stop(service);

        root.dpkg("--install", newer("99").build().toString());

        assertThat(root.path(SETTINGS)).content().endsWith("polygator.demo.port=0\n");
        service = startService();
        assertThat(demo.get("/v1/messages/" + id).text("state")).isEqualTo("delivered");
        stop(service);

        root.dpkg("--remove", "polygator");

        assertThat(root.path("usr/share/polygator")).doesNotExist();
        assertThat(root.path(SETTINGS)).exists();
        assertThat(root.path("var/lib/polygator/data/demo.db")).exists();

        root.dpkg("--purge", "polygator");

        assertThat(root.path("etc/polygator")).doesNotExist();
        assertThat(root.path("var/lib/polygator")).doesNotExist();
        assertThat(root.path("etc/passwd")).content().doesNotContain("polygator");
    }

    @Test
    void anUpgradeKeepsWhatTheAdministratorChangedAndRenewsTheRest() throws Exception {
        root.dpkg("--install", built().toString());
        root.append(SETTINGS, "polygator.demo.port=0\n");
        root.append("etc/polygator/routes/report-log.yaml", "# changed by the administrator\n");
        root.append("etc/polygator/routes/alarm.yaml", "# the administrator's own\n");
        Files.delete(root.path("etc/polygator/routes/http-docs.yaml"));

        root.dpkg(
                "--install",
                newer("99")
                        .append(SETTINGS, "# changed by the release\n")
                        .append("etc/polygator/routes/inbound-log.yaml", "# changed by the release\n")
                        .build()
                        .toString());

        assertThat(root.path(SETTINGS)).content().endsWith("polygator.demo.port=0\n");
        assertThat(root.path(SETTINGS + ".dpkg-dist")).content().endsWith("# changed by the release\n");
        Path routes = root.path("etc/polygator/routes");
        assertThat(routes.resolve("report-log.yaml")).content().endsWith("# changed by the administrator\n");
        assertThat(routes.resolve("inbound-log.yaml")).content().endsWith("# changed by the release\n");
        assertThat(routes.resolve("alarm.yaml")).exists();
        assertThat(routes.resolve("http-docs.yaml")).doesNotExist();
    }

    @Test
    void theFirstInstallationStartsTheServiceAndFurtherOnesLeaveItAsItWas() throws Exception {
        root.runSystemd();

        root.dpkg("--install", built().toString());

        assertThat(root.asked())
                .containsExactly("daemon-reload", "enable polygator.service", "start polygator.service");

        root.dpkg("--install", newer("98").build().toString());

        assertThat(root.asked())
                .as("it does not run while its classes are exchanged")
                .containsExactly(
                        "is-active --quiet polygator.service",
                        "stop polygator.service",
                        "daemon-reload",
                        "start polygator.service");

        root.stopService();
        root.disableService();
        root.dpkg("--install", newer("99").build().toString());

        assertThat(root.asked())
                .containsExactly("is-active --quiet polygator.service", "stop polygator.service", "daemon-reload");
        assertThat(root.isActive()).isFalse();
        assertThat(root.isEnabled()).isFalse();
    }

    @Test
    void aServiceThatWasRemovedRunsAgainWhenItIsInstalledAgain() throws Exception {
        root.runSystemd();
        root.dpkg("--install", built().toString());

        root.dpkg("--remove", "polygator");

        assertThat(root.isActive()).isFalse();

        root.dpkg("--install", built().toString());

        assertThat(root.isActive()).isTrue();
        assertThat(root.isEnabled()).isTrue();

        root.dpkg("--purge", "polygator");

        assertThat(root.isActive()).isFalse();
        assertThat(root.isEnabled()).isFalse();
        try (Stream<Path> left = Files.list(root.path("var/lib/misc"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anybodyMakesSecretsAndWhoMayNotCheckIsToldWhoMay() throws Exception {
        root.dpkg("--install", built().toString());

        Command.Result secret = asNobody("secret").run("correct horse\n");
        Command.Result check = asNobody("--check").run("");

        assertThat(secret.exitCode()).as(secret.all()).isZero();
        assertThat(HashedSecret.parse(secret.output().strip()).matches("correct horse"))
                .isTrue();
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.errors())
                .contains("/var/lib/polygator cannot be entered by", "run this as root, or as the user of the service");
        assertThat(new Command(List.of(program(), "--check"), folder, places()).output())
                .isEqualTo("The configuration and the routes are in order.\n");
        try (Stream<Path> left = Files.list(root.path("var/lib/polygator"))) {
            assertThat(left).isEmpty();
        }
    }

    private Command asNobody(String word) {
        return new Command(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", program(), word),
                folder,
                places());
    }

    private String program() {
        return root.path("usr/bin/polygator").toString();
    }

    private static Path built() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("_all.deb"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the Debian package has not been built"))
                    .toAbsolutePath();
        }
    }

    private Release newer(String version) throws IOException, InterruptedException {
        Path unpacked = folder.resolve("unpacked-" + version);
        Command.of(folder, "dpkg-deb", "--raw-extract", built().toString(), unpacked.toString())
                .output();
        Path control = unpacked.resolve("DEBIAN/control");
        Files.writeString(control, Files.readString(control).replaceFirst("(?m)^Version: .*$", "Version: " + version));
        return new Release(unpacked);
    }

    /** A later version of the package. */
    private record Release(Path unpacked) {
        Release append(String place, String line) throws IOException {
            Path file = unpacked.resolve(place);
            Files.writeString(file, Files.readString(file) + line);
            return this;
        }

        Path build() throws IOException, InterruptedException {
            Path file = Path.of(unpacked + ".deb");
            Command.of(unpacked, "dpkg-deb", "-Znone", "--build", unpacked.toString(), file.toString())
                    .output();
            return file;
        }
    }

    /** What systemd does with the unit: its program, its user and groups, its folder. */
    private Process startService() throws IOException {
        SystemdUnit unit = SystemdUnit.read(root.path("lib/systemd/system/polygator.service"));
        String user = unit.word("User");
        assertThat(unit.word("NoNewPrivileges")).isEqualTo("true");
        List<String> command = List.of(
                "setpriv",
                "--reuid=" + root.id("passwd", user),
                "--regid=" + root.groupOf(user),
                "--groups="
                        + unit.words("SupplementaryGroups").stream()
                                .map(this::groupId)
                                .collect(joining(",")),
                "--no-new-privs",
                "sh",
                "-c",
                "umask " + unit.word("UMask") + " && exec \"$0\"",
                inRoot(unit.word("ExecStart")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of(inRoot(unit.word("WorkingDirectory"))).toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.log").toFile());
        builder.environment().putAll(places());
        builder.environment()
                .putAll(Map.of(
                        "HOME", inRoot("/var/lib/polygator"),
                        "POLYGATOR_HTTP_PORT", String.valueOf(port),
                        "QUARKUS_HTTP_PORT", String.valueOf(FreePort.any())));
        Process service = builder.start();
        services.add(service);
        await().atMost(SECONDS)
                .untilAsserted(() ->
                        assertThat(folder.resolve("service.log")).content().contains("HTTP API on"));
        return service;
    }

    /** What the package sets itself, as it is in the root folder. */
    private Map<String, String> places() {
        return Map.of(
                "POLYGATOR_CONF", inRoot("/etc/polygator"),
                "POLYGATOR_ROUTES", inRoot("/etc/polygator/routes"),
                "POLYGATOR_DATA", inRoot("/var/lib/polygator"));
    }

    private String inRoot(String place) {
        return root.path(place.substring(1)).toString();
    }

    private String groupId(String name) {
        try {
            return root.id("group", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String status(Process process, String key) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.split("\\s+")[1])
                .findFirst()
                .orElseThrow();
    }

    private void stop(Process service) throws InterruptedException, IOException {
        service.destroy();
        assertThat(service.waitFor(SECONDS.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(SystemdUnit.read(root.path("lib/systemd/system/polygator.service"))
                        .words("SuccessExitStatus"))
                .contains(String.valueOf(service.exitValue()));
    }
}
