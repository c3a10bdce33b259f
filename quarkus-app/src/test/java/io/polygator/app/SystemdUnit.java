package io.polygator.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A unit of systemd, read for what this program needs to know of it. */
record SystemdUnit(Map<String, List<String>> settings) {

    static SystemdUnit read(Path file) throws IOException {
        Map<String, List<String>> settings = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.matches("[A-Z]\\w+=.*")) {
                String[] parts = line.split("=", 2);
                settings.put(parts[0], List.of(parts[1].split(" ")));
            }
        }
        return new SystemdUnit(settings);
    }

    /** The words of a setting, none if it is not there. */
    List<String> words(String setting) {
        return settings.getOrDefault(setting, List.of());
    }

    /** The one word of a setting. */
    String word(String setting) {
        List<String> words = words(setting);
        if (words.size() != 1) {
            throw new AssertionError(setting + "=" + String.join(" ", words) + " where one word is expected");
        }
        return words.get(0);
    }
}
