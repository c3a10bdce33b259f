package io.polygator.app;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A root folder with dpkg's own files, users, and systemd as far as the scripts of a package speak to it. */
final class DebianRoot {
    /** It keeps whether the service runs and is enabled as files, and writes down what it is asked. */
    private static final String SYSTEMCTL =
            """
            #!/bin/sh
            echo "$*" >>"$SYSTEMD/asked"
            case $1 in
            start) touch "$SYSTEMD/active" ;;
            stop) rm -f "$SYSTEMD/active" ;;
            enable) mkdir -p "$SYSTEMD_WANTS" && ln -s /lib/systemd/system/polygator.service "$SYSTEMD_WANTS" ;;
            is-active) test -e "$SYSTEMD/active" ;;
            esac
            """;

    private final Path folder;
    private final Path root;
    private final Path systemd;
    private final Path programs;

    private DebianRoot(Path folder) {
        this.folder = folder;
        root = folder.resolve("root");
        systemd = folder.resolve("systemd");
        programs = folder.resolve("programs");
    }

    /** Makes it in the folder. */
    static DebianRoot in(Path folder) throws IOException, InterruptedException {
        DebianRoot made = new DebianRoot(folder);
        for (String place :
                List.of("var/lib/dpkg/info", "var/lib/dpkg/updates", "var/lib/dpkg/triggers", "etc", "run")) {
            Files.createDirectories(made.root.resolve(place));
        }
        Files.createFile(made.root.resolve("var/lib/dpkg/status"));
        Files.writeString(made.root.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
        Files.writeString(made.root.resolve("etc/group"), "root:x:0:\ndialout:x:20:\n");
        Files.writeString(made.root.resolve("etc/shadow"), "root:*:1::::::\n");
        // the service user comes through here
        Command.of(folder, "chmod", "a+x", folder.toString()).output();
        return made;
    }

    /** From now on systemd runs in it. */
    void runSystemd() throws IOException {
        Files.createDirectories(root.resolve("run/systemd/system"));
        Files.createDirectories(systemd);
        Files.writeString(
                Files.createFile(
                        Files.createDirectories(programs).resolve("systemctl"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"))),
                SYSTEMCTL);
    }

    Path path(String place) {
        return root.resolve(place);
    }

    /** Scripts run outside of the root folder, which has no shell; Java is not installed in it either. */
    void dpkg(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "dpkg",
                "--root=" + root,
                "--log=/dev/null",
                "--force-script-chrootless",
                "--force-depends",
                "--force-confold"));
        words.addAll(List.of(arguments));
        new Command(words, folder, environment()).output();
    }

    private Map<String, String> environment() {
        return Map.of(
                "PATH", programs + ":" + System.getenv("PATH"),
                "SYSTEMD", systemd.toString(),
                "SYSTEMD_WANTS",
                        path("etc/systemd/system/multi-user.target.wants").toString());
    }

    /** What systemd has been asked since the last time. */
    List<String> asked() throws IOException {
        Path asked = systemd.resolve("asked");
        List<String> lines = Files.readAllLines(asked);
        Files.delete(asked);
        return lines;
    }

    boolean isActive() {
        return Files.exists(systemd.resolve("active"));
    }

    boolean isEnabled() {
        return Files.isSymbolicLink(path("etc/systemd/system/multi-user.target.wants/polygator.service"));
    }

    /** As an administrator does. */
    void stopService() throws IOException {
        Files.delete(systemd.resolve("active"));
    }

    /** As an administrator does. */
    void disableService() throws IOException {
        Files.delete(path("etc/systemd/system/multi-user.target.wants/polygator.service"));
    }

    void append(String place, String lines) throws IOException {
        Files.writeString(path(place), lines, CREATE, APPEND);
    }

    /** The number of a user, or of a group. */
    String id(String file, String name) throws IOException {
        return fields(file, name)[2];
    }

    /** The number of the user's own group. */
    String groupOf(String user) throws IOException {
        return fields("passwd", user)[3];
    }

    private String[] fields(String file, String name) throws IOException {
        return Files.readAllLines(path("etc").resolve(file)).stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.split(":", -1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name + " in " + file));
    }
}
