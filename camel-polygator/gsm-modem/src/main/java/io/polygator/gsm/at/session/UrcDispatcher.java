package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtLine;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the lines that make one unsolicited result: a +CMT, +CDS or +CBM header binds the next line, whatever command
 * runs; a +CUSD text with line breaks goes on to its closing quote. What stays incomplete is reported as far as it got,
 * and the lines that turn out not to belong to it are given back.
 */
final class UrcDispatcher {
    static final Duration PDU_WAIT = Duration.ofSeconds(3);
    static final Duration TEXT_WAIT = Duration.ofSeconds(2);
    static final int MAX_TEXT_LENGTH = 2000;

    private static final Set<String> PDU_HEADERS = Set.of("+CMT", "+CDS", "+CBM");
    /** A closing quote, and the coding scheme after it if there is one; possessive, so that hostile text costs little. */
    private static final Pattern TEXT_END = Pattern.compile("\"\\s*+(?:,\\s*+\\d*+\\s*+,?\\s*+)?+$");

    /** Hears what was gathered. */
    interface Sink {
        void onUrc(Urc urc);

        /** The line belongs to no unsolicited result after all and is to be looked at on its own. */
        void onGivenBack(String line);

        /** A wait ended, so that the next line is looked at with other eyes. */
        void onWaitEnded();
    }

    private final Loop loop;
    private final Sink sink;
    private final List<String> text = new ArrayList<>();
    private AtLine.@Nullable Named header;
    private Loop.@Nullable Timer timer;
    private int textLength;

    UrcDispatcher(Loop loop, Sink sink) {
        this.loop = loop;
        this.sink = sink;
    }

    /** Whether the next line is the PDU that a header announced. */
    boolean isPduDue() {
        return header != null && text.isEmpty();
    }

    /** Whether the next line continues a text. */
    boolean isTextOpen() {
        return !text.isEmpty();
    }

    /** An unsolicited result begins. */
    void begin(AtLine.Named line) {
        if (PDU_HEADERS.contains(line.name())) {
            await(line, PDU_WAIT);
        } else if (line.name().equals("+CUSD") && opensText(line.arguments())) {
            await(line, TEXT_WAIT);
            append(line.text());
        } else {
            report(line);
        }
    }

    /** An unsolicited result without a name. */
    void begin(AtLine.Text line) {
        report(AtLine.Named.of(line.text()));
    }

    /** Takes the line if it is the PDU that is due; a header that something else follows is reported without PDU. */
    boolean takePdu(AtLine line) {
        AtLine.Named announced = header;
        if (announced == null || isTextOpen()) {
            return false;
        }
        boolean fits = line instanceof AtLine.Text bare && bare.isHexadecimal();
        reset();
        sink.onUrc(new Urc(
                announced.name(),
                announced.arguments(),
                Optional.of(line.text()).filter(pdu -> fits)));
        return fits;
    }

    /** Takes the next line of an open text. */
    void takeText(String line) {
        append(line);
        if (endsText(line)) {
            AtLine.Named whole = joined(text.size());
            reset();
            report(whole);
        } else if (textLength > MAX_TEXT_LENGTH) {
            giveUp();
        }
    }

    /** Reports what is incomplete as it is. */
    void giveUp() {
        AtLine.Named announced = header;
        if (announced == null) {
            return;
        }
        List<String> lines = List.copyOf(text);
        int own = ownLines(lines);
        AtLine.Named complete = lines.isEmpty() ? announced : joined(own);
        reset();
        report(complete);
        lines.subList(own, lines.size()).forEach(sink::onGivenBack);
    }

    /** Forgets what is incomplete. */
    void reset() {
        if (timer != null) {
            timer.cancel();
        }
        timer = null;
        header = null;
        text.clear();
        textLength = 0;
    }

    private void await(AtLine.Named line, Duration wait) {
        header = line;
        timer = loop.schedule(wait, () -> {
            giveUp();
            sink.onWaitEnded();
        });
    }

    private void append(String line) {
        text.add(line);
        textLength += line.length() + 1;
    }

    private void report(AtLine.Named line) {
        sink.onUrc(new Urc(line.name(), line.arguments(), Optional.empty()));
    }

    private AtLine.Named joined(int lines) {
        return AtLine.Named.of(String.join("\n", text.subList(0, lines)));
    }

    /** How many of the lines before the text was given up can be its own: up to the first that means something. */
    private static int ownLines(List<String> lines) {
        int own = Math.min(1, lines.size());
        while (own < lines.size() && isMeaningless(AtLine.of(lines.get(own)))) {
            own++;
        }
        return own;
    }

    private static boolean isMeaningless(AtLine line) {
        return line instanceof AtLine.Text bare && !UrcCatalogue.isUnsolicited(bare);
    }

    /** Whether the line closes the text that an earlier one opened. */
    static boolean endsText(String line) {
        return TEXT_END.matcher(line).find();
    }

    /** Whether there is a quote that no other one closes. */
    private static boolean opensText(String arguments) {
        int quote = arguments.indexOf('"');
        return quote >= 0 && !endsText(arguments.substring(quote + 1));
    }
}
