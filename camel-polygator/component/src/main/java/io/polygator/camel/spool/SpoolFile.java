package io.polygator.camel.spool;

import io.polygator.gsm.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file of the spool: header lines, an empty line, and the body. Names of headers are case-sensitive; lines are octets,
 * so what is not understood stays as it was. Prints without its contents.
 *
 * @param lines the header lines, one character per octet
 * @param body everything behind the empty line
 */
record SpoolFile(List<String> lines, Octets body) {
    /** Much more than the longest message needs in any notation. */
    static final int MOST_OCTETS = 256 * 1024;

    private static final Set<String> POSITIVE = Set.of("true", "yes", "on", "1");

    SpoolFile {
        lines = List.copyOf(lines);
    }

    /** Reads what a program has written. */
    static SpoolFile parse(byte[] content) {
        List<String> lines = new ArrayList<>();
        int position = 0;
        while (position < content.length) {
            int end = lineEnd(content, position);
            String line = text(content, position, end);
            position = Math.min(end + 1, content.length);
            if (line.isBlank()) {
                break;
            }
            lines.add(line);
        }
        return new SpoolFile(lines, Octets.copyOf(content).slice(position, content.length));
    }

    private static int lineEnd(byte[] content, int from) {
        int end = from;
        while (end < content.length && content[end] != '\n') {
            end++;
        }
        return end;
    }

    private static String text(byte[] content, int from, int to) {
        return new String(content, from, to - from, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** The value of a header; the last line counts where there are several. */
    Optional<String> header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** The values of a header that may stand there more than once. */
    List<String> headers(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    /** A boolean header: every word but true, yes, on and 1 means no. */
    Optional<Boolean> flag(String name) {
        return header(name).map(value -> POSITIVE.contains(value.toLowerCase(Locale.ROOT)));
    }

    /** The same with this header, in the place of one that it had. */
    SpoolFile with(String name, String value) {
        List<String> changed = new ArrayList<>(lines);
        changed.removeIf(line -> line.startsWith(name + ":"));
        changed.add(name + ": " + value);
        return new SpoolFile(changed, body);
    }

    /** The same with what another file says behind it. */
    SpoolFile including(SpoolFile other) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(other.lines);
        return new SpoolFile(all, body.concat(other.body));
    }

    byte[] toByteArray() {
        String head = lines.stream().map(line -> line + "\n").collect(Collectors.joining()) + "\n";
        return Octets.copyOf(head.getBytes(StandardCharsets.ISO_8859_1))
                .concat(body)
                .toByteArray();
    }

    @Override
    public String toString() {
        return "SpoolFile[" + lines.size() + " headers, " + body.length() + " octets]";
    }
}
