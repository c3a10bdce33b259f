package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.simulator.programs.FreePort;
import io.polygator.simulator.programs.RequiredPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private final List<Process> services = new ArrayList<>();

    private final Path folder;
    private Path root;
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
        root = Files.createDirectory(folder.resolve("root"));
        for (String place : List.of("var/lib/dpkg/info", "var/lib/dpkg/updates", "var/lib/dpkg/triggers", "etc")) {
            Files.createDirectories(root.resolve(place));
        }
        Files.createFile(root.resolve("var/lib/dpkg/status"));
        Files.writeString(root.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
        Files.writeString(root.resolve("etc/group"), "root:x:0:\n");
        Files.writeString(root.resolve("etc/shadow"), "root:*:1::::::\n");
        // the service user comes through here
        run(List.of("chmod", "a+x", folder.toString()));
        port = FreePort.any();
        demo = HttpApi.at(port, "demo", "demo");
    }

    @AfterEach
    void endWhatIsLeft() {
        services.forEach(Process::destroyForcibly);
    }

    @Test
    void servesAsItsOwnUserKeepsItsDataOverAnUpgradeAndLeavesNothing() throws Exception {
        dpkg("--install", built().toString());
        Path settings = root.resolve("etc/polygator/application.properties");
        Files.writeString(settings, Files.readString(settings) + "polygator.demo.port=0\n");
        Process service = startService();
        String id = demo.post("/v1/messages", Map.of("to", RECIPIENT, "text", "before"))
                .text("id");
        await().atMost(SECONDS)
                .until(() -> demo.get("/v1/messages/" + id).text("state").equals("delivered"));
        assertThat(owner(service)).isNotEqualTo("0").isEqualTo(ids()[0]);
        stop(service);

        dpkg("--install", newer(built()).toString());

        assertThat(settings).content().endsWith("polygator.demo.port=0\n");
        service = startService();
        assertThat(demo.get("/v1/messages/" + id).text("state")).isEqualTo("delivered");
        stop(service);

        dpkg("--remove", "polygator");

        assertThat(root.resolve("usr/share/polygator")).doesNotExist();
        assertThat(settings).exists();
        assertThat(root.resolve("var/lib/polygator/data/demo.db")).exists();

        dpkg("--purge", "polygator");

        assertThat(root.resolve("etc/polygator")).doesNotExist();
        assertThat(root.resolve("var/lib/polygator")).doesNotExist();
        assertThat(root.resolve("etc/passwd")).content().doesNotContain("polygator");
    }

    private static Path built() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("_all.deb"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the Debian package has not been built"))
                    .toAbsolutePath();
        }
    }

    /** The same with a later version. */
    private Path newer(Path debianPackage) throws IOException, InterruptedException {
        Path unpacked = folder.resolve("unpacked");
        run(List.of("dpkg-deb", "--raw-extract", debianPackage.toString(), unpacked.toString()));
        Path control = unpacked.resolve("DEBIAN/control");
        Files.writeString(control, Files.readString(control).replaceFirst("(?m)^Version: .*$", "Version: 99"));
        Path newer = folder.resolve("polygator_99_all.deb");
        run(List.of("dpkg-deb", "-Znone", "--build", unpacked.toString(), newer.toString()));
        return newer;
    }

    /** Scripts run outside of the root folder, which has no shell; Java is not installed in it either. */
    private void dpkg(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "dpkg",
                "--root=" + root,
                "--log=/dev/null",
                "--force-script-chrootless",
                "--force-depends",
                "--force-confold"));
        command.addAll(List.of(arguments));
        run(command);
    }

    /** What systemd does with the unit: its program, its user, its folder. */
    private Process startService() throws IOException {
        String unit = Files.readString(root.resolve("lib/systemd/system/polygator.service"));
        String[] ids = ids();
        List<String> command = List.of(
                "setpriv",
                "--reuid=" + ids[0],
                "--regid=" + ids[1],
                "--clear-groups",
                "--no-new-privs",
                root + line(unit, "ExecStart="));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.resolve(line(unit, "WorkingDirectory=").substring(1))
                        .toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("service.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "POLYGATOR_CONF", root + "/etc/polygator",
                        "POLYGATOR_ROUTES", root + "/etc/polygator/routes",
                        "POLYGATOR_DATA", root + "/var/lib/polygator",
                        "HOME", root + "/var/lib/polygator",
                        "POLYGATOR_HTTP_PORT", String.valueOf(port),
                        "QUARKUS_HTTP_PORT", String.valueOf(FreePort.any())));
        Process service = builder.start();
        services.add(service);
        await().atMost(SECONDS)
                .untilAsserted(() ->
                        assertThat(folder.resolve("service.log")).content().contains("HTTP API on"));
        return service;
    }

    private static String line(String unit, String key) {
        return unit.lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .findFirst()
                .orElseThrow();
    }

    /** User and group of the service. */
    private String[] ids() throws IOException {
        String entry = Files.readString(root.resolve("etc/passwd"))
                .lines()
                .filter(line -> line.startsWith("polygator:"))
                .findFirst()
                .orElseThrow();
        String[] fields = entry.split(":", -1);
        return new String[] {fields[2], fields[3]};
    }

    private static String owner(Process process) throws IOException {
        return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"))
                .lines()
                .filter(line -> line.startsWith("Uid:"))
                .map(line -> line.split("\\s+")[1])
                .findFirst()
                .orElseThrow();
    }

    private static void stop(Process service) throws InterruptedException {
        service.destroy();
        assertThat(service.waitFor(SECONDS.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + "\n" + output).isZero();
    }
}
