package io.polygator.benchmarks;

import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.programs.FreePort;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

    private StartUp() {}

    public static void main(String[] arguments) throws Exception {
        Path work = Files.createTempDirectory("startup");
        System.out.println(Machine.describe(work));
        System.out.println("| | ready after | resident |");
        System.out.println("|---|---|---|");
        Path target = project().resolve("quarkus-app/target");
        Path jar = target.resolve("quarkus-app/quarkus-run.jar");
        if (Files.exists(jar)) {
            print(
                    "Java, as `java -jar`",
                    work,
                    ApplicationStart.plain(List.of("java"), List.of("-jar", jar.toString())));
        }
        Optional<Path> archive = file(target, "polygator-*[!e].tar.gz");
        if (archive.isPresent()) {
            print(
                    "Java, as `bin/polygator`",
                    work,
                    ApplicationStart.archive(unpack(archive.get(), work.resolve("jvm"))));
        }
        Optional<Path> binary = file(target, "*-runner");
        if (binary.isPresent()) {
            print("native", work, ApplicationStart.plain(List.of(binary.get().toString()), List.of()));
        }
        if (Files.isExecutable(Path.of("/usr/sbin/bearerbox")) && Files.isExecutable(Path.of("/usr/sbin/smsbox"))) {
            print("Kannel, bearerbox and smsbox", work, new KannelStart());
        }
        System.exit(0);
    }

    private static void print(String name, Path work, StartedProgram program) throws Exception {
        List<Long> ready = new ArrayList<>();
        List<Long> resident = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Path folder = Files.createTempDirectory(work, "run");
            try (PolygatorSimulator simulator = PolygatorSimulator.builder()
                    .channels(CHANNELS)
                    .firstPort(0)
                    .build()
                    .start()) {
                Measured measured = measure(program, folder, simulator.addresses());
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

    private static Measured measure(StartedProgram program, Path folder, List<String> addresses) throws Exception {
        int port = FreePort.any();
        long begun = System.nanoTime();
        List<Process> processes = program.start(folder, port, addresses);
        try {
            awaitAnswer(program, port);
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

    private static void awaitAnswer(StartedProgram program, int port) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<Void> answer = client.send(program.question(port), BodyHandlers.discarding());
                if (program.isReady(answer.statusCode())) {
                    return;
                }
            } catch (IOException e) {
                // it does not listen yet
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
        throw new IllegalStateException("no answer to " + program.question(port));
    }

    private static long residentKib(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
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
}
