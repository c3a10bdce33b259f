package io.polygator.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.simulator.programs.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port of the application belongs to another program. */
@Tag("packaged")
class TakenPortIT {
    @Test
    void theLastLineSaysWhatToDoAndNoStackTraceHidesIt(@TempDir Path folder) throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process application = start(folder, taken.getLocalPort());

            List<String> lines = application.inputReader(UTF_8).lines().toList();

            assertThat(application.waitFor()).isEqualTo(1);
            assertThat(lines).noneMatch(line -> line.startsWith("\tat "));
            assertThat(lines.get(lines.size() - 1))
                    .startsWith("Port " + taken.getLocalPort() + " on 127.0.0.1 cannot be used (")
                    .contains("end the program that has it, or start with -Dpolygator.http.port=");
        }
    }

    @Test
    void aDoorThatDoesNotOpenIsNamedOnceAndOpensWhenItCan(@TempDir Path folder) throws Exception {
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        try (taken;
                ApplicationProcess application = ApplicationProcess.start(
                        Packaging.JVM, folder, settings(FreePort.any(), taken.getLocalPort()))) {
            application.awaitReady();
            application.awaitLine("Route smpp-server does not start");
            application.awaitLine("cannot listen on 127.0.0.1:" + taken.getLocalPort());
            taken.close();
            application.awaitLine("Route smpp-server has started");

            assertThat(application.lines())
                    .noneMatch(line -> line.contains("SMPP on"))
                    .filteredOn(line -> line.contains("does not start"))
                    .hasSize(1);
        }
    }

    private static List<String> settings(int httpPort, int smppPort) {
        return List.of(
                "polygator.http.port=" + httpPort,
                "polygator.smpp.port=" + smppPort,
                "polygator.demo.port=0",
                "polygator.routes=" + Path.of("..", "routes").toAbsolutePath().normalize(),
                "quarkus.http.port=0");
    }

    private static Process start(Path folder, int port) throws IOException {
        return new ProcessBuilder(Packaging.JVM.command(settings(port, 0)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
