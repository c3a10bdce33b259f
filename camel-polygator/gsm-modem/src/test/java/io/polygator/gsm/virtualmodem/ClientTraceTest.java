package io.polygator.gsm.virtualmodem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.at.AtLine;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What SMS programs really type, answered by a port. A trace: {@code >} the program types (a line ends with CR unless a
 * control character ends it), {@code <} the error that it gets instead of OK, {@code !} the network delivers a PDU, puts
 * one into the storage ({@code STORED}) or lets it ring ({@code RING}), {@code ~ NEW} the program connects anew.
 */
class ClientTraceTest {
    private static final String HELLO = "07918350000005F0040C9183051032547600006210311052638005E8329BFD06";

    static Stream<Path> traces() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ClientTraceTest.class.getResource("/virtualmodem/clients"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traces")
    void answersEveryLine(Path trace) throws IOException {
        List<String> lines = Files.readAllLines(trace);
        PortBench bench = new PortBench();
        PortBench.Client client = bench.connect();
        int answered = 0;
        for (int i = 0; i < lines.size(); i++) {
            String what = lines.get(i).substring(2);
            switch (lines.get(i).charAt(0)) {
                case '>' -> {
                    assertAnswered(what, client.send(unspelt(what)), expected(lines, i));
                    answered++;
                }
                case '!' -> {
                    happen(bench, what);
                    assertPdus(linesOf(client.heard()));
                }
                case '~' -> client = reconnect(bench, client);
                default -> assertThat(lines.get(i).charAt(0)).isIn('#', '<');
            }
        }
        assertThat(answered).isPositive();
        assertThat(bench.delivered).doesNotContain(DeliveryResult.MEMORY_FULL);
    }

    private static PortBench.Client reconnect(PortBench bench, PortBench.Client before) {
        before.leave();
        return bench.connect();
    }

    private static void happen(PortBench bench, String what) {
        switch (what) {
            case "RING" -> bench.port.ring(Optional.empty());
            case "STORED" -> bench.storage.store(MessageStatus.RECEIVED_UNREAD, PortBench.frame(HELLO), slot -> {});
            default -> bench.deliver(what);
        }
    }

    private static String expected(List<String> lines, int index) {
        boolean refused = index + 1 < lines.size() && lines.get(index + 1).startsWith("< ");
        return refused ? lines.get(index + 1).substring(2) : "OK";
    }

    /** What the program types, octet by octet. */
    static String unspelt(String line) {
        String text = line.replace("<SUB>", "\u001a").replace("<ESC>", "\u001b");
        return text.equals(line) ? text + "\r" : text;
    }

    /** The program's own parser would want an information of the command's name, whole PDUs, and one final result. */
    private static void assertAnswered(String typed, String heard, String expected) {
        if (typed.endsWith("<ESC>") || typed.isEmpty()) {
            return;
        }
        if (typed.startsWith("AT+CMGS=")) {
            assertThat(heard).as(typed).endsWith("\r\n> ");
            return;
        }
        List<String> lines =
                linesOf(heard).stream().filter(line -> !line.equals(typed)).toList();
        List<AtLine> answer = new ArrayList<>();
        for (String line : lines) {
            answer.add(AtLine.of(line));
            if (answer.get(answer.size() - 1) instanceof AtLine.Final) {
                break;
            }
        }
        assertThat(answer).as("%s: %s", typed, heard).isNotEmpty();
        assertThat(answer.get(answer.size() - 1)).as(typed).isInstanceOf(AtLine.Final.class);
        assertThat(answer.get(answer.size() - 1).text()).as(typed).isEqualTo(expected);
        answer.stream()
                .filter(AtLine.Named.class::isInstance)
                .map(AtLine.Named.class::cast)
                .forEach(line -> assertInformation(typed, line));
        assertPdus(lines);
    }

    private static List<String> linesOf(String heard) {
        return Arrays.stream(heard.split("[\r\n]+"))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static void assertInformation(String typed, AtLine.Named line) {
        boolean isResultOfSending = typed.endsWith("<SUB>") && line.name().equals("+CMGS");
        assertThat(isResultOfSending || typed.contains(line.name()))
                .as("%s: %s", typed, line.text())
                .isTrue();
    }

    private static void assertPdus(List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).matches("\\+(CMT|CDS|CMGR|CMGL): .*\\d")) {
                String length = lines.get(i)
                        .substring(lines.get(i).lastIndexOf(',') + 1)
                        .replaceAll("\\D+", "");
                PduModeFrame frame = PortBench.frame(lines.get(i + 1));
                assertThat(frame.tpduLength()).as(lines.get(i)).isEqualTo(Integer.parseInt(length));
            }
        }
    }
}
