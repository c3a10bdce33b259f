package io.polygator.gsm.transport.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.transport.memory.ManualLoop;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

/** Nothing private survives, whatever is said and however the network cuts it. */
class TranscriptPrivacyTest {
    // What a run of this many characters of a secret gives away is too much; fewer happen to be in lengths and indexes.
    private static final int WINDOW = 4;

    private final List<String> lines = new ArrayList<>();
    private final Transcript transcript = new Transcript(new ManualLoop(), lines::add);

    @Property(tries = 200)
    void noNumberNorTextNorPinSurvives(
            @ForAll @NumericChars @StringLength(min = 7, max = 15) String number,
            @ForAll @Chars({'q', 'x', 'z', 'w', 'Q', 'X', ' '}) @StringLength(min = 4, max = 160) String text,
            @ForAll @NumericChars @StringLength(min = 4, max = 8) String pin,
            @ForAll long seed) {
        String pdu = pduOf(text);
        Random cuts = new Random(seed);
        say("AT+CPIN=\"" + pin + "\"\r", cuts);
        hear("AT+CPIN=\"" + pin + "\"\r\r\nOK\r\n", cuts);
        say("AT+CMGS=" + pdu.length() / 2 + "\r", cuts);
        hear("\r\n> ", cuts);
        say(pdu + "\u001A", cuts);
        hear(pdu + "\r\n+CMGS: 5\r\n\r\nOK\r\n", cuts);
        say("AT+CMGS=\"+" + number + "\",145\r", cuts);
        hear("> ", cuts);
        say("AT " + text + "\r" + text + "\u001A", cuts);
        hear("\r\n+CMT: \"+" + number + "\",,\"26/01/01,10:00:00+12\"\r\n" + text + "\r\n", cuts);
        hear("\r\n+CMT: ,30\r\n" + pdu + "\r\n", cuts);
        say("AT+CUSD=1,\"" + text + "\",15\r", cuts);
        hear("\r\n+CUSD: 1,\"" + text + "\n" + text + " " + number + "\",15\r\n", cuts);
        say("ATD+" + number + ";\r", cuts);
        hear("\r\nRING\r\n+CLIP: \"" + number + "\",129,\"\",,\"" + text + "\",0\r\n" + number + "\r\n", cuts);
        transcript.end();

        assertThat(lines).hasSizeGreaterThan(20);
        assertNothingOf(number);
        assertNothingOf(text.strip());
        assertNothingOf(pin);
        assertNothingOf(pdu);
    }

    private void say(String text, Random cuts) {
        pieces(text, cuts).forEach(piece -> transcript.said(piece.getBytes(ISO_8859_1)));
    }

    private void hear(String text, Random cuts) {
        pieces(text, cuts).forEach(piece -> transcript.heard(piece.getBytes(ISO_8859_1)));
    }

    private static List<String> pieces(String text, Random cuts) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + 1 + cuts.nextInt(20));
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    private static String pduOf(String text) {
        return "0011000B919761214365F70000AA" + HexFormat.of().withUpperCase().formatHex(text.getBytes(ISO_8859_1));
    }

    private void assertNothingOf(String secret) {
        String all = String.join("\n", shown(lines));
        assertThat(windowsOf(secret)).noneMatch(all::contains);
    }

    private static List<String> windowsOf(String secret) {
        return IntStream.rangeClosed(0, secret.length() - WINDOW)
                .mapToObj(from -> secret.substring(from, from + WINDOW))
                .filter(window -> !window.isBlank())
                .toList();
    }

    /** The lines without their time. */
    private static List<String> shown(List<String> written) {
        return written.stream().map(line -> line.substring(line.indexOf(' '))).toList();
    }
}
