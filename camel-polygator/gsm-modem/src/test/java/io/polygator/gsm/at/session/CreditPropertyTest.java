package io.polygator.gsm.at.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.transport.memory.ManualLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * However slow the module is with prompts and references: a reference is credited to its own message or to none, and a
 * message that the module took is never said to be unwritten.
 */
class CreditPropertyTest {
    private static final int MESSAGES = 8;
    private static final Pattern REFERENCE = Pattern.compile("AT\\+CMGS=(\\d+).*\\+CMGS: (\\d+)\\].*");

    @Property(tries = 200)
    void creditsEveryReferenceToItsOwnMessage(@ForAll long seed, @ForAll SlowModule.WhileBusy whileBusy) {
        SessionBench bench = SessionBench.opened();
        SlowModule module = new SlowModule(bench, new Random(seed), whileBusy);
        for (int i = 0; i < MESSAGES; i++) {
            bench.send("AT+CMGS=" + (100 + i), "00" + (100 + i));
        }
        for (int step = 0; step < 10_000 && !bench.session.isIdle(); step++) {
            module.step();
        }

        Map<Integer, Integer> credited = new HashMap<>();
        for (String event : bench.events) {
            Matcher matcher = REFERENCE.matcher(event);
            if (matcher.matches()) {
                credited.put(Integer.valueOf(matcher.group(1)), Integer.valueOf(matcher.group(2)));
            }
        }
        assertThat(module.accepted).as("of %s", bench.events).containsAllEntriesOf(credited);
        assertThat(module.misplaced).as("texts that went to another prompt").isZero();
        module.accepted.keySet().forEach(message -> assertThat(bench.events)
                .noneMatch(event -> event.startsWith("AT+CMGS=" + message) && event.contains("NOT_WRITTEN")));
        assertThat(bench.session.isIdle()).isTrue();
    }

    /** Takes messages one by one, each in its own time, and says what it took. */
    static final class SlowModule {
        /** What becomes of bytes that come while a command runs. */
        enum WhileBusy {
            KEPT,
            DROPPED
        }

        private static final Duration STEP = Duration.ofMillis(100);

        private final SessionBench bench;
        private final ManualLoop loop;
        private final Random random;
        private final WhileBusy whileBusy;
        private final StringBuilder input = new StringBuilder();
        private final Map<Integer, Integer> accepted = new HashMap<>();
        private Instant busyUntil;
        private Runnable whenDone = () -> {};
        private boolean takesText;
        private int message;
        private int misplaced;

        SlowModule(SessionBench bench, Random random, WhileBusy whileBusy) {
            this.bench = bench;
            this.loop = bench.loop;
            this.random = random;
            this.whileBusy = whileBusy;
            this.busyUntil = loop.instant();
        }

        void step() {
            bench.pass(STEP);
            input.append(bench.written);
            bench.written.setLength(0);
            if (loop.instant().isBefore(busyUntil)) {
                input.setLength(whileBusy == WhileBusy.DROPPED ? 0 : input.length());
                return;
            }
            Runnable done = whenDone;
            whenDone = () -> {};
            done.run();
            while (!loop.instant().isBefore(busyUntil) && (takesText ? readText() : readLine())) {
                // goes on until a command takes its time or the input is used up
            }
        }

        private boolean readLine() {
            int end = input.indexOf("\r");
            if (end < 0) {
                return false;
            }
            String line = input.substring(0, end).replace("\u001B", "");
            input.delete(0, end + 1);
            if (line.startsWith("AT+CMGS=")) {
                message = Integer.parseInt(line.substring("AT+CMGS=".length()));
                work(7, () -> {
                    takesText = true;
                    bench.say("\r\n> ");
                });
            } else if (line.equals("AT")) {
                bench.say("\r\nOK\r\n");
            }
            return true;
        }

        private boolean readText() {
            int escape = input.indexOf("\u001B");
            int end = input.indexOf("\u001A");
            if (escape >= 0 && (end < 0 || escape < end)) {
                input.delete(0, escape + 1);
                takesText = false;
                bench.say("\r\nOK\r\n");
                return true;
            }
            if (end < 0) {
                return false;
            }
            misplaced += input.substring(0, end).equals("00" + message) ? 0 : 1;
            input.delete(0, end + 1);
            takesText = false;
            int taken = message;
            accepted.put(taken, accepted.size() + 1);
            work(75, () -> bench.say("\r\n+CMGS: " + accepted.get(taken) + "\r\n\r\nOK\r\n"));
            return true;
        }

        /** Mostly quick, sometimes longer than the session waits. */
        private void work(int atMostSeconds, Runnable result) {
            int bound = random.nextInt(3) == 0 ? atMostSeconds * 1000 : 300;
            busyUntil = loop.instant().plusMillis(random.nextInt(bound));
            whenDone = result;
        }
    }
}
