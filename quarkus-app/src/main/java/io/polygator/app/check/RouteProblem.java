package io.polygator.app.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Camel says of a route that it cannot read or make, with the line that it most probably means. */
final class RouteProblem {
    /** Camel gives the line of the field's contents. */
    private static final Pattern FIELD = Pattern.compile("(?:Unsupported field|Unknown node id): (\\S+)");

    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    /** What Camel's sentences quote from the file, the most telling first. */
    private static final List<Pattern> QUOTED = List.of(
            Pattern.compile("Unknown parameters=\\[\\{([^=}]+)"),
            Pattern.compile("[Pp]roperty with key \\[([^\\]]+)\\]"),
            Pattern.compile("[Nn]o (?:component|endpoint|language|data format|bean)[^:]*: ?([A-Za-z0-9.-]+)"),
            Pattern.compile("with (?:scheme|name|id): ?([A-Za-z0-9.-]+)"),
            Pattern.compile("://([^?\\s]+)"));

    private RouteProblem() {}

    static Finding of(Path file, Exception failure) {
        String words = words(failure);
        return new Finding(line(file, words).map(line -> file + ":" + line).orElse(file.toString()), words);
    }

    private static String words(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static Optional<Integer> line(Path file, String words) {
        return lineOf(FIELD, file, words)
                .or(() -> LINE.matcher(words).results().findFirst().map(line -> Integer.valueOf(line.group(1))))
                .or(() -> QUOTED.stream()
                        .flatMap(pattern -> lineOf(pattern, file, words).stream())
                        .findFirst());
    }

    private static Optional<Integer> lineOf(Pattern quoting, Path file, String words) {
        Matcher quoted = quoting.matcher(words);
        return quoted.find() ? lineWith(file, quoted.group(1)) : Optional.empty();
    }

    private static Optional<Integer> lineWith(Path file, String text) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int index = 0; index < lines.size(); index++) {
                if (lines.get(index).contains(text)) {
                    return Optional.of(index + 1);
                }
            }
        } catch (IOException e) {
            // then the file is named without a line
        }
        return Optional.empty();
    }
}
