package io.polygator.benchmarks;

import io.polygator.simulator.programs.FreePort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Kannel's bearerbox, and its smsbox as soon as bearerbox listens: before that it would give up. */
record KannelStart() implements StartedProgram {
    private static final Duration LOOK_EVERY = Duration.ofMillis(2);
    private static final int LOOKS = 5_000;
    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public List<Process> start(Path folder, int port, List<String> addresses) throws IOException, InterruptedException {
        int boxPort = FreePort.any();
        Path configuration = folder.resolve("kannel.conf");
        Files.write(configuration, configuration(port, boxPort, addresses));
        Process bearerbox = box("bearerbox", configuration);
        awaitListening(boxPort);
        return List.of(box("smsbox", configuration), bearerbox);
    }

    private static List<String> configuration(int port, int boxPort, List<String> addresses) {
        List<String> lines = new ArrayList<>(List.of(
                "group = core",
                "admin-port = " + FreePort.any(),
                "admin-interface = " + LOOPBACK,
                "admin-password = bench",
                "smsbox-port = " + boxPort,
                "smsbox-interface = " + LOOPBACK,
                "log-level = 3",
                ""));
        for (String address : addresses) {
            URI at = URI.create(address.replaceFirst("^tcp:", "tcp://"));
            lines.addAll(List.of(
                    "group = smsc",
                    "smsc = at",
                    "modemtype = m10",
                    "device = rawtcp",
                    "host = " + at.getHost(),
                    "port = " + at.getPort(),
                    ""));
        }
        lines.addAll(List.of(
                "group = modems",
                "id = m10",
                "name = M10",
                "",
                "group = smsbox",
                "bearerbox-host = " + LOOPBACK,
                "sendsms-port = " + port,
                "sendsms-interface = " + LOOPBACK,
                "log-level = 3",
                "",
                "group = sendsms-user",
                "username = bench",
                "password = bench",
                "",
                "group = sms-service",
                "keyword = default",
                "text = none",
                "max-messages = 0"));
        return lines;
    }

    private static Process box(String program, Path configuration) throws IOException {
        return new ProcessBuilder("/usr/sbin/" + program, configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(configuration.resolveSibling(program + ".log").toFile())
                .start();
    }

    private static void awaitListening(int port) throws IOException, InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(LOOPBACK, port));
                return;
            } catch (IOException e) {
                Thread.sleep(LOOK_EVERY.toMillis());
            }
        }
        throw new IOException("bearerbox does not listen on port " + port);
    }

    @Override
    public HttpRequest question(int port) {
        return HttpRequest.newBuilder(URI.create("http://" + LOOPBACK + ":" + port + "/cgi-bin/sendsms"))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    /** A request without a password is refused by smsbox itself. */
    @Override
    public boolean isReady(int status) {
        return status == 403;
    }
}
