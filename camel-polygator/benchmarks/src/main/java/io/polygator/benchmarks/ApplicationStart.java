package io.polygator.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The application with the project's routes.
 *
 * @param program what is executed
 * @param arguments what stands behind the program
 * @param home of an archive that was unpacked, which has its settings; empty when they lie in the working folder
 */
record ApplicationStart(List<String> program, List<String> arguments, Optional<Path> home) implements StartedProgram {
    private static final int OK = 200;
    private static final String USER = "bench";
    private static final String PASSWORD = "bench";

    static StartedProgram plain(List<String> program, List<String> arguments) {
        return new ApplicationStart(program, arguments, Optional.empty());
    }

    /** The application by its start script; what that keeps from run to run is beside it. */
    static StartedProgram archive(Path home) {
        return new ApplicationStart(List.of(home.resolve("bin/polygator").toString()), List.of(), Optional.of(home));
    }

    @Override
    public List<Process> start(Path folder, int port, List<String> addresses) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "POLYGATOR_ROUTES",
                        StartUp.project().resolve("routes").toString(),
                        "POLYGATOR_HTTP_PORT",
                        String.valueOf(port),
                        "POLYGATOR_HTTP_USER",
                        USER,
                        "POLYGATOR_HTTP_PASSWORD",
                        PASSWORD,
                        "QUARKUS_HTTP_PORT",
                        "0"));
        Path settings = home.map(there -> there.resolve("conf/application.properties"))
                .orElse(folder.resolve("config/application.properties"));
        Files.createDirectories(settings.getParent());
        Files.write(
                settings,
                List.of(
                        "camel.component.polygator.store-file=" + folder.resolve("store.db"),
                        "camel.component.polygator.gateways.g8.module=M10",
                        "camel.component.polygator.gateways.g8.address=" + String.join(",", addresses)));
        return List.of(builder.start());
    }

    @Override
    public HttpRequest question(int port) {
        String credentials = USER + ":" + PASSWORD;
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/channels"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII)))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    /** The port is open before its routes are, which it answers with 404 and 503. */
    @Override
    public boolean isReady(int status) {
        return status == OK;
    }
}
