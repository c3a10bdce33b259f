package io.polygator.benchmarks;

import io.polygator.simulator.PolygatorSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long it takes from the start of the process to the first HTTP answer, and what is resident five seconds later, with
 * eight channels of a simulator connected: the packaged application, its binary, and Kannel's bearerbox with smsbox. What
 * is not there is left out. Each is started several times, and the median counts.
 */
public final class StartUp {
    private static final int RUNS = 5;
    private static final int CHANNELS = 8;
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(2);
    private static final String CREDENTIALS = "Basic " + Base64.getEncoder().encodeToString("bench:bench".getBytes());

    private StartUp() {}

    public static void main(String[] arguments) throws Exception {
        Path work = Files.createTempDirectory("startup");
        System.out.println(Machine.describe(work));
        System.out.println("| | ready after | resident |");
        System.out.println("|---|---|---|");
        Path target = project().resolve("quarkus-app/target");
        Path jar = target.resolve("quarkus-app/quarkus-run.jar");
        if (Files.exists(jar)) {
            print("Java, as `java -jar`", work, Subject.application(List.of("java"), List.of("-jar", jar.toString())));
        }
        Optional<Path> archive = file(target, "polygator-*[!e].tar.gz");
        if (archive.isPresent()) {
            print("Java, as `bin/polygator`", work, Subject.archive(unpack(archive.get(), work.resolve("jvm"))));
        }
        Optional<Path> binary = file(target, "*-runner");
        if (binary.isPresent()) {
            print("native", work, Subject.application(List.of(binary.get().toString()), List.of()));
        }
        if (Files.isExecutable(Path.of("/usr/sbin/bearerbox")) && Files.isExecutable(Path.of("/usr/sbin/smsbox"))) {
            print("Kannel, bearerbox and smsbox", work, new KannelSubject());
        }
        System.exit(0);
    }

    private static void print(String name, Path work, Subject subject) throws Exception {
        List<Long> ready = new ArrayList<>();
        List<Long> resident = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Path folder = Files.createTempDirectory(work, "run");
            try (PolygatorSimulator simulator = PolygatorSimulator.builder()
                    .channels(CHANNELS)
                    .firstPort(0)
                    .build()
                    .start()) {
                Measured measured = measure(subject, folder, simulator.addresses());
                ready.add(measured.readyMillis());
                resident.add(measured.residentKib());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d ms (%d to %d) | %d MiB |%n",
                name,
                median(ready),
                ready.stream().min(Long::compare).orElseThrow(),
                ready.stream().max(Long::compare).orElseThrow(),
                median(resident) / 1024);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private record Measured(long readyMillis, long residentKib) {}

    private static Measured measure(Subject subject, Path folder, List<String> addresses) throws Exception {
        int port = freePort();
        long begun = System.nanoTime();
        List<Process> processes = subject.start(folder, port, addresses);
        try {
            awaitAnswer(subject.question(port));
            long ready = (System.nanoTime() - begun) / 1_000_000;
            Thread.sleep(SETTLED_AFTER.toMillis());
            long resident = 0;
            for (Process process : processes) {
                resident += residentKib(process.pid());
            }
            return new Measured(ready, resident);
        } finally {
            for (Process process : processes) {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private static void awaitAnswer(HttpRequest question) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                // a path that no route has yet is answered with 404
                if (client.send(question, BodyHandlers.discarding()).statusCode() != 404) {
                    return;
                }
            } catch (IOException e) {
                // it does not listen yet
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
        throw new IllegalStateException("no answer to " + question);
    }

    private static long residentKib(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The folder with routes/ in it, here or above. */
    static Path project() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("routes")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("start it in the project"));
    }

    private static Optional<Path> file(Path folder, String pattern) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            for (Path file : files) {
                return Optional.of(file);
            }
            return Optional.empty();
        }
    }

    private static Path unpack(Path archive, Path folder) throws IOException, InterruptedException {
        Files.createDirectory(folder);
        new ProcessBuilder("tar", "-xzf", archive.toString(), "--strip-components=1", "-C", folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        return folder;
    }

    /** What is started. */
    interface Subject {
        List<Process> start(Path folder, int port, List<String> addresses) throws IOException, InterruptedException;

        HttpRequest question(int port);

        /** The application; its settings go between the two parts of the command. */
        static Subject application(List<String> program, List<String> arguments) {
            return new ApplicationSubject(program, arguments, Optional.empty());
        }

        /** The application by its start script; what that keeps from run to run is beside it. */
        static Subject archive(Path home) {
            return new ApplicationSubject(
                    List.of(home.resolve("bin/polygator").toString()), List.of(), Optional.of(home));
        }
    }

    private record ApplicationSubject(List<String> program, List<String> arguments, Optional<Path> home)
            implements Subject {
        @Override
        public List<Process> start(Path folder, int port, List<String> addresses) throws IOException {
            List<String> command = new ArrayList<>(program);
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile());
            builder.environment()
                    .put("POLYGATOR_ROUTES", project().resolve("routes").toString());
            builder.environment().put("POLYGATOR_HTTP_PORT", String.valueOf(port));
            builder.environment().put("POLYGATOR_HTTP_USER", "bench");
            builder.environment().put("POLYGATOR_HTTP_PASSWORD", "bench");
            builder.environment().put("QUARKUS_HTTP_PORT", "0");
            Path settings = home.map(there -> there.resolve("conf/application.properties"))
                    .orElse(folder.resolve("config/application.properties"));
            Files.createDirectories(settings.getParent());
            Files.writeString(
                    settings,
                    "camel.component.polygator.store-file=" + folder.resolve("store.db")
                            + "\ncamel.component.polygator.gateways.g8.module=M10\n"
                            + "camel.component.polygator.gateways.g8.address=" + String.join(",", addresses) + "\n");
            return List.of(builder.start());
        }

        @Override
        public HttpRequest question(int port) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/channels"))
                    .header("Authorization", CREDENTIALS)
                    .timeout(Duration.ofSeconds(5))
                    .build();
        }
    }

    private record KannelSubject() implements Subject {
        @Override
        public List<Process> start(Path folder, int port, List<String> addresses)
                throws IOException, InterruptedException {
            Path configuration = folder.resolve("kannel.conf");
            int boxPort = freePort();
            StringBuilder text = new StringBuilder("group = core\nadmin-port = " + freePort()
                    + "\nadmin-password = x\nsmsbox-port = " + boxPort + "\nlog-level = 3\n\n");
            for (String address : addresses) {
                URI at = URI.create(address.replaceFirst("^tcp:", "tcp://"));
                text.append("group = smsc\nsmsc = at\nmodemtype = auto\ndevice = rawtcp\nhost = ")
                        .append(at.getHost())
                        .append("\nport = ")
                        .append(at.getPort())
                        .append("\n\n");
            }
            text.append("group = modems\nid = generic\nname = generic\n\n")
                    .append("group = smsbox\nbearerbox-host = 127.0.0.1\nsendsms-port = ")
                    .append(port)
                    .append("\nlog-level = 3\n\n")
                    .append("group = sendsms-user\nusername = bench\npassword = bench\n\n")
                    .append("group = sms-service\nkeyword = default\ntext = none\nmax-messages = 0\n");
            Files.writeString(configuration, text);
            Process bearerbox = box("/usr/sbin/bearerbox", configuration);
            Process smsbox = box("/usr/sbin/smsbox", configuration);
            return List.of(smsbox, bearerbox);
        }

        private static Process box(String program, Path configuration) throws IOException {
            return new ProcessBuilder(program, configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(configuration
                            .resolveSibling(Path.of(program).getFileName() + ".log")
                            .toFile())
                    .start();
        }

        @Override
        public HttpRequest question(int port) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cgi-bin/sendsms"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
        }
    }
}
