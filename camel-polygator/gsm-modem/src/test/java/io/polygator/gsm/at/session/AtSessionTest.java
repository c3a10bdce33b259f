package io.polygator.gsm.at.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AtSessionTest {
    private static final AnswerShape NONE = new AnswerShape.None();
    private final SessionBench bench = SessionBench.opened();

    @Test
    void answersACommand() {
        bench.ask("AT+CSQ", new AnswerShape.Prefixed("+CSQ:"));
        assertThat(bench.written()).isEqualTo("AT+CSQ<CR>");

        bench.say("AT+CSQ\r\r\n+CSQ: 21,0\r\n\r\nOK\r\n");

        assertThat(bench.events).containsExactly("AT+CSQ -> OK[+CSQ: 21,0]");
        assertThat(bench.session.isIdle()).isTrue();
    }

    @Test
    void writesThePayloadAfterThePromptOnly() {
        bench.send("AT+CMGS=18", "0011AA");
        assertThat(bench.written()).isEqualTo("AT+CMGS=18<CR>");

        bench.say("\r\n> ");
        assertThat(bench.written()).isEqualTo("0011AA<SUB>");

        bench.say("\r\n+CMGS: 66\r\n\r\nOK\r\n");
        assertThat(bench.events).containsExactly("AT+CMGS=18 -> OK[+CMGS: 66]");
    }

    @Test
    void aMissingPromptIsAnsweredSilentAndTheInputIsEndedBeforeAnythingElseIsWritten() {
        bench.send("AT+CMGS=18", "0011AA");
        bench.ask("AT+CSQ", new AnswerShape.Prefixed("+CSQ:"));
        bench.written();

        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.events).containsExactly("AT+CMGS=18 -> SILENT NOT_WRITTEN[]");
        assertThat(bench.written()).isEqualTo("<ESC>");

        bench.pass(Duration.ofMillis(300));
        assertThat(bench.written()).isEqualTo("AT<CR>");

        bench.say("\r\nOK\r\n");
        bench.pass(Duration.ofMillis(300));
        assertThat(bench.written()).isEqualTo("AT+CSQ<CR>");
    }

    @Test
    void aLateReferenceSettlesTheMessageThatWasGivenUpAndNoOther() {
        bench.send("AT+CMGS=18", "0011AA");
        bench.ask("AT+CSQ", new AnswerShape.Prefixed("+CSQ:"));
        bench.say("\r\n> ");
        bench.pass(SessionBench.DEADLINE);
        bench.say("\r\n+CMGS: 66\r\n\r\nOK\r\n");
        bench.pass(Duration.ofMillis(300));
        bench.say("\r\nOK\r\n");
        bench.pass(Duration.ofMillis(300));
        bench.say("\r\n+CSQ: 21,0\r\n\r\nOK\r\n");

        assertThat(bench.events)
                .containsExactly(
                        "AT+CMGS=18 -> SILENT WRITTEN[]", "LATE AT+CMGS=18 [+CMGS: 66] OK", "AT+CSQ -> OK[+CSQ: 21,0]");
    }

    @Test
    void silenceAfterEveryTryClosesTheLink() {
        bench.ask("AT+CSQ", NONE);
        bench.pass(SessionBench.DEADLINE.plusSeconds(30));

        assertThat(bench.written()).isEqualTo("AT+CSQ<CR><ESC>AT<CR><ESC>AT<CR><ESC><CR>AT<CR>");
        assertThat(bench.events).containsExactly("AT+CSQ -> SILENT NOT_WRITTEN[]", "unresponsive", "closed LOCAL");
    }
}
