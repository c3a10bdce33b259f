package io.polygator.gsm.at.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.polygator.gsm.at.AtCommand;
import io.polygator.gsm.at.session.AtExchange.Urgency;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whatever a module says and whenever, every exchange is answered once and no payload is written without a prompt. */
class AtSessionFuzzTest {
    private static final int MAX_STEPS = 200;
    private static final List<AnswerShape> SHAPES = List.of(
            new AnswerShape.None(),
            new AnswerShape.Bare(),
            new AnswerShape.Prefixed("+CREG:"),
            new AnswerShape.Prefixed("+CMGS:"),
            new AnswerShape.PrefixedPdu("+CMGL:"));
    private static final List<String> COMMANDS =
            List.of("AT", "AT+CGSN", "AT+CREG?", "AT+CMGL=4", "ATH", "AT+CUSD?", "AT+CMGS=18");
    private static final List<String> PHRASES = List.of(
            "\r\nOK\r\n",
            "\r\nERROR\r\n",
            "\r\n> ",
            ">",
            "\r\n+CMGS: 1\r\n",
            "\r\n+CMT: ,29\r\n",
            "0011AA\r\n",
            "\r\n+CUSD: 1,\"x",
            "\",15\r\n",
            "\r\nRDY\r\n",
            "\r\n+CMS ERROR: 38\r\n",
            "AT+CMGS=18\r",
            "\r\n+CREG: 0,1\r\n",
            "353358011000000\r\n");

    @FuzzTest(maxDuration = "5m")
    void answersEveryExchangeOnce(FuzzedDataProvider data) {
        SessionBench bench = SessionBench.opened();
        Tally tally = new Tally(bench);
        for (int step = 0; step < MAX_STEPS && data.remainingBytes() > 0; step++) {
            play(data, bench, tally);
        }
        bench.hangUp();
        bench.pass(Duration.ofMinutes(10));

        assertThat(tally.answered).isEqualTo(tally.asked);
        assertThat(bench.session.isIdle()).isTrue();
        assertThat(bench.events.stream().filter(event -> event.startsWith("closed")))
                .hasSize(1);
        assertThat(bench.events.stream()
                        .filter(event -> event.startsWith("LATE"))
                        .count())
                .isLessThanOrEqualTo(bench.events.stream()
                        .filter(event -> event.contains(" -> SILENT"))
                        .count());
        assertThat(tally.payloads()).isLessThanOrEqualTo(tally.prompts);
    }

    private static void play(FuzzedDataProvider data, SessionBench bench, Tally tally) {
        switch (data.consumeInt(0, 9)) {
            case 0, 1 -> tally.ask(data.pickValue(COMMANDS), data.pickValue(SHAPES), data.pickValue(Urgency.values()));
            case 2 -> tally.say(data.consumeBytes(64));
            case 3 -> bench.pass(Duration.ofMillis(data.consumeInt(0, 70_000)));
            case 4 -> bench.pass(Duration.ofMillis(data.consumeInt(0, 1000)));
            case 5 -> {
                if (data.consumeInt(0, 7) == 0) {
                    bench.session.abandonRunning();
                }
            }
            case 6 -> {
                if (data.consumeInt(0, 31) == 0) {
                    bench.session.close();
                }
            }
            default -> tally.say(data.pickValue(PHRASES).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static final class Tally {
        private final SessionBench bench;
        private int asked;
        private int answered;
        private int prompts;

        Tally(SessionBench bench) {
            this.bench = bench;
        }

        void ask(String line, AnswerShape shape, Urgency urgency) {
            Optional<String> payload = line.startsWith("AT+CMGS") ? Optional.of("0011AA") : Optional.empty();
            AtExchange exchange = new AtExchange(new AtCommand(line), payload, shape, SessionBench.DEADLINE, urgency);
            asked++;
            bench.session.exchange(exchange).thenAccept(reply -> {
                answered++;
                bench.events.add(line + " -> " + SessionBench.describe(reply));
            });
            bench.loop.runPending();
        }

        void say(byte[] bytes) {
            for (byte octet : bytes) {
                prompts += octet == '>' ? 1 : 0;
            }
            bench.say(bytes);
        }

        long payloads() {
            return bench.written.chars().filter(c -> c == 0x1A).count();
        }
    }
}
