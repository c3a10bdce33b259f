package io.polygator.gsm.at.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gsm.at.AtCommand;
import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.AtReply.PayloadProgress;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.at.session.AtExchange.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Order, bounds, and the ends of a session. */
class SessionLimitsTest {
    private static final AnswerShape NONE = new AnswerShape.None();
    private final SessionBench bench = SessionBench.opened();

    @Test
    void theMoreUrgentGoesFirstAndOtherwiseTheOlder() {
        ask("AT+A", Urgency.NORMAL);
        ask("AT+B", Urgency.BACKGROUND);
        ask("AT+C", Urgency.NORMAL);
        ask("AT+D", Urgency.NORMAL);
        ask("AT+CNMA", Urgency.ACKNOWLEDGE);
        for (int i = 0; i < 5; i++) {
            bench.say("OK\r\n");
        }

        assertThat(bench.written()).isEqualTo("AT+A<CR>AT+CNMA<CR>AT+C<CR>AT+D<CR>AT+B<CR>");
    }

    @Test
    void whatDoesNotFitIntoTheQueueIsLostAtOnce() {
        AtSessionSettings settings = new AtSessionSettings(Duration.ofSeconds(5), Duration.ofMillis(300), 512, 1);
        SessionBench small = new SessionBench(settings);
        small.session.open();
        small.loop.runPending();
        small.ask("AT+A", NONE);
        small.ask("AT+B", NONE);
        small.ask("AT+C", NONE);

        assertThat(small.events).containsExactly("open", "AT+C -> LOST NOT_WRITTEN[]");
    }

    @Test
    void anOverlongLineIsDroppedWholeAndTold() {
        bench.ask("AT+CSQ", new AnswerShape.Prefixed("+CSQ:"));
        bench.say("\r\n+CMT: ,29\r\n" + "A".repeat(5000) + "\r\n+CSQ: 21,0\r\nOK\r\n");

        assertThat(bench.events)
                .containsExactly(
                        "URC +CMT|,29",
                        "STRAY (a line of more than 4096 characters was dropped)",
                        "AT+CSQ -> OK[+CSQ: 21,0]");
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        bench.ask("AT+CSQ", new AnswerShape.Prefixed("+CSQ:"));
        bench.say("+CSQ: 1,1\r\n".repeat(Answer.MAX_LINES + 3) + "OK\r\n");

        assertThat(bench.events)
                .hasSize(4)
                .filteredOn(event -> event.startsWith("STRAY"))
                .hasSize(3);
    }

    @Test
    void anEndlessUssdTextIsCutOff() {
        bench.say("+CUSD: 1,\"" + "x\r\n".repeat(1100));

        assertThat(bench.events).hasSizeGreaterThan(1).first().asString().hasSizeLessThan(2100);
    }

    @Test
    void theLinkTakesEveryExchangeWithIt() {
        bench.send("AT+CMGS=18", "0011AA");
        bench.ask("AT+CSQ", NONE);
        bench.say("\r\n> ");
        bench.hangUp();
        bench.ask("AT+CREG?", NONE);

        assertThat(bench.events)
                .containsExactly(
                        "AT+CMGS=18 -> LOST WRITTEN[]",
                        "AT+CSQ -> LOST NOT_WRITTEN[]",
                        "closed PEER",
                        "AT+CREG? -> LOST NOT_WRITTEN[]");
    }

    @Test
    void aRestartEndsWhatRunsAndNothingElse() {
        bench.send("AT+CMGS=18", "0011AA");
        bench.ask("AT+CSQ", new AnswerShape.Prefixed("+CSQ:"));
        bench.say("\r\n> ");
        bench.session.abandonRunning();
        bench.say("\r\n+CSQ: 21,0\r\nOK\r\n");

        assertThat(bench.events).containsExactly("AT+CMGS=18 -> LOST WRITTEN[]", "AT+CSQ -> OK[+CSQ: 21,0]");
    }

    @Test
    void closingBeforeTheLinkIsOpenClosesItThen() {
        SessionBench closed = new SessionBench();
        closed.session.open();
        closed.session.close();
        closed.ask("AT", NONE);

        assertThat(closed.events).containsExactly("AT -> LOST NOT_WRITTEN[]", "closed LOCAL");
    }

    @Test
    void aSessionThatWasNeverOpenedAnswersAllTheSame() {
        SessionBench unopened = new SessionBench();
        unopened.ask("AT", NONE);
        unopened.session.close();

        assertThat(unopened.events).containsExactly("AT -> LOST NOT_WRITTEN[]");
        assertThatThrownBy(unopened.session::open).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRefusalWithoutLineEndIsReadWhenTheLinkCloses() {
        bench.say("Port already in use");
        bench.hangUp();

        assertThat(bench.events).containsExactly("closed BUSY");
    }

    @Test
    void aPromptThatComesTooLateIsLeftBeforeTheNextCommand() {
        bench.say("\r\n> ");
        bench.pass(Duration.ofSeconds(1));
        bench.ask("AT+CSQ", NONE);
        assertThat(bench.written()).isEqualTo("<ESC>");

        bench.pass(Duration.ofMillis(300));
        bench.say("\r\nOK\r\n");
        bench.pass(Duration.ofMillis(300));

        assertThat(bench.written()).isEqualTo("AT<CR>AT+CSQ<CR>");
    }

    @Test
    void aModuleThatNeverFallsQuietIsSpokenToAllTheSame() {
        bench.ask("AT+CSQ", NONE);
        bench.pass(SessionBench.DEADLINE.minusMillis(50));
        for (int i = 0; i < 100; i++) {
            bench.say("RING\r\n");
            bench.pass(Duration.ofMillis(100));
        }

        assertThat(bench.written()).startsWith("AT+CSQ<CR><ESC>AT<CR>");
    }

    @Test
    void neitherTextNorNumberNorPinIsPrinted() {
        AtExchange send = new AtExchange(
                new AtCommand("AT+CMGS=18"), Optional.of("0011AA"), NONE, SessionBench.DEADLINE, Urgency.NORMAL);

        assertThat(send).hasToString("AT+CMGS=18 with payload within PT1M");
        assertThat(new Urc("+CMT", ",29", Optional.of("0791"))).hasToString("+CMT with PDU");
        assertThat(new AtReply.Silent(PayloadProgress.WRITTEN, List.of("+CNUM: \"\",\"+380501234567\",145")))
                .hasToString("silent after 1 lines, payload WRITTEN");
        assertThat(new AtReply.Lost(PayloadProgress.NOT_WRITTEN, List.of()))
                .hasToString("lost after 0 lines, payload NOT_WRITTEN");
        assertThat(new AtReply.Completed(new FinalResult.Ok(), PayloadProgress.NOT_WRITTEN, List.of("0791")))
                .hasToString("Ok[] after 1 lines");
    }

    @Test
    void aPayloadThatWouldEndItselfIsRefused() {
        assertThatThrownBy(() -> bench.send("AT+CMGS=18", "0011\u001A"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AT+CMGS=18");
    }

    private void ask(String line, Urgency urgency) {
        bench.ask(new AtExchange(new AtCommand(line), Optional.empty(), NONE, SessionBench.DEADLINE, urgency));
    }
}
