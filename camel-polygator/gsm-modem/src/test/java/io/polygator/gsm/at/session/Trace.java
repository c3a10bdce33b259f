package io.polygator.gsm.at.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * A dialogue as a file: {@code >} the session writes, {@code <} and {@code !} the module says a line or the PROMPT,
 * {@code :} it says exactly these bytes, {@code ~} time passes, {@code #} a comment, {@code =} what the session must
 * have told in the end, in this order. Control characters are spelt out: {@code <CR> <LF> <SUB> <ESC> <NUL>}.
 */
record Trace(String name, List<String> lines) {
    private static final Set<String> BARE = Set.of("AT+CGSN", "AT+CIMI", "AT+CGMM", "AT+CGMR", "AT+QCCID", "AT+CCID");
    private static final Set<String> WITH_PDU = Set.of("+CMGR", "+CMGL");
    private static final Set<String> ANSWERED = Set.of("+CSQ", "+CNUM", "+CPMS");

    /** Every trace among the test resources. */
    static Stream<Trace> all() throws IOException, URISyntaxException {
        Path root = Path.of(
                Objects.requireNonNull(Trace.class.getResource("/traces")).toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().endsWith(".at"))
                    .sorted()
                    .map(file -> read(root, file))
                    .toList()
                    .stream();
        }
    }

    private static Trace read(Path root, Path file) {
        try {
            return new Trace(root.relativize(file).toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }

    /** What the session must have told in the end. */
    List<String> expected() {
        return lines.stream()
                .filter(line -> line.startsWith("= "))
                .map(line -> unspelt(line.substring(2)))
                .toList();
    }

    /** Plays the module's part with its bytes cut before the given positions. */
    SessionBench play(IntPredicate cuts) {
        SessionBench bench = SessionBench.opened().cut(cuts);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > 2) {
                playLine(bench, i);
            }
        }
        return bench;
    }

    private void playLine(SessionBench bench, int index) {
        String text = lines.get(index).substring(2);
        switch (lines.get(index).charAt(0)) {
            case '>' -> expectWritten(bench, index, text);
            case '<', '!' -> bench.say(text.equals("PROMPT") ? "\r\n> " : "\r\n" + unspelt(text) + "\r\n");
            case ':' -> bench.say(unspelt(text));
            case '~' -> bench.pass(Duration.parse("PT" + text));
            case '#', '=' -> {
                // said elsewhere
            }
            default -> throw new AssertionError("unknown kind of line in " + name + ": " + lines.get(index));
        }
    }

    private void expectWritten(SessionBench bench, int index, String text) {
        if (bench.written.isEmpty()) {
            ask(bench, index, text);
        }
        boolean isLine = !text.endsWith(">");
        assertThat(bench.written()).as("%s line %d", name, index + 1).isEqualTo(isLine ? text + "<CR>" : text);
    }

    private void ask(SessionBench bench, int index, String line) {
        if (line.startsWith("AT+CMGS=")) {
            bench.send(line, payloadAfter(index));
        } else if (line.startsWith("AT")) {
            bench.ask(line, shapeOf(line));
        }
    }

    private String payloadAfter(int index) {
        return lines.stream()
                .skip(index)
                .filter(line -> line.startsWith("> ") && line.endsWith("<SUB>"))
                .map(line -> line.substring(2, line.length() - "<SUB>".length()))
                .findFirst()
                .orElse("00");
    }

    private static AnswerShape shapeOf(String line) {
        String name = line.substring(2).split("[=?]", 2)[0];
        if (BARE.contains(line)) {
            return new AnswerShape.Bare();
        }
        if (WITH_PDU.contains(name)) {
            return new AnswerShape.PrefixedPdu(name + ":");
        }
        return line.endsWith("?") || ANSWERED.contains(name)
                ? new AnswerShape.Prefixed(name + ":")
                : new AnswerShape.None();
    }

    private static String unspelt(String text) {
        return text.replace("<CR>", "\r")
                .replace("<LF>", "\n")
                .replace("<SUB>", "\u001A")
                .replace("<ESC>", "\u001B")
                .replace("<NUL>", "\0");
    }

    @Override
    public String toString() {
        return name;
    }
}
