package io.polygator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.network.AirLog;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
    private static final FaultPlan QUIET = FaultPlan.seeded(5).withErrors(38);

    /** What the client hears after Ctrl-Z, and whether the message was on the air. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ERROR|+CMS ERROR: 38|0",
                "LINK_CUT_UNSENT||0",
                "LINK_CUT_SENT||1",
                "RESTART_UNSENT||0",
                "RESTART_SENT||1",
                "OK_LOST|+CMGS: 0|1",
                "SILENCE_UNSENT||0",
                "SILENCE_SENT||1",
                "LATE_RESULT||1",
                "REFERENCE_MISSING|+CMGS: 0,OK|1",
                "CROSSING_URC|+CMGS: 0,+CIEV: 2;4,OK|1"
            })
    void spoilsAMessageInEveryWay(Fault fault, String heard, long timesOnAir) {
        Stage stage = new Stage(builder -> builder.faults(QUIET.at(0, 1, fault)));
        AtClient client = stage.ready(0);
        client.ask("AT+CNMI=2,1,0,0,0\r", "OK");
        String expected = heard == null ? "" : framed(heard);
        assertThat(stage.send(client, "spoiled")).isEqualTo(expected);
        assertThat(stage.timesOnAir("spoiled")).isEqualTo(timesOnAir);
        assertThat(client.isOpen()).isEqualTo(!fault.name().startsWith("LINK_CUT"));
    }

    private static String framed(String lines) {
        return "\r\n" + lines.replace(",", "\r\n\r\n").replace(';', ',') + "\r\n";
    }

    @Test
    void refusesInsteadOfPrompting() {
        Stage stage = new Stage(builder -> builder.faults(QUIET.at(0, 1, Fault.ERROR_BEFORE_PROMPT)));
        assertThat(stage.ready(0).ask("AT+CMGS=20\r", "ERROR")).isEqualTo("\r\n+CMS ERROR: 38\r\n");
    }

    @Test
    void doesNotPromptAndStillTakesTheNextCommandsForText() {
        Stage stage = new Stage(
                builder -> builder.faults(QUIET.at(0, 1, Fault.NO_PROMPT)).idleTimeout(Duration.ZERO));
        AtClient client = stage.ready(0);
        client.type("AT+CMGS=20\r");
        stage.pass(Duration.ofSeconds(30));
        client.type("AT\r");
        stage.pass(Duration.ofSeconds(30));
        assertThat(client.take()).isEmpty();
        assertThat(client.ask("\u001b", "OK")).isEqualTo("\r\nOK\r\n");
        assertThat(client.ask("AT\r", "OK")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void promptsLate() {
        Stage stage = new Stage(builder -> builder.faults(QUIET.at(0, 1, Fault.LATE_PROMPT)));
        AtClient client = stage.ready(0);
        client.type("AT+CMGS=20\r");
        stage.pass(Duration.ofSeconds(6));
        assertThat(client.take()).isEmpty();
        stage.pass(Duration.ofSeconds(2));
        assertThat(client.take()).isEqualTo("\r\n> ");
    }

    @Test
    void cutsTheLinkAtThePrompt() {
        Stage stage = new Stage(builder -> builder.faults(QUIET.at(0, 1, Fault.LINK_CUT_AT_PROMPT)));
        AtClient client = stage.ready(0);
        client.type("AT+CMGS=20\r");
        stage.loop.runPending();
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void tellsTheResultThreeMinutesLate() {
        Stage stage = new Stage(
                builder -> builder.faults(QUIET.at(0, 1, Fault.LATE_RESULT)).idleTimeout(Duration.ZERO));
        AtClient client = stage.ready(0);
        assertThat(stage.send(client, "late")).doesNotContain("+CMGS");
        assertThat(client.ask("AT\r", "OK")).doesNotContain("+CMGS");
        stage.pass(Duration.ofMinutes(3));
        assertThat(client.take()).contains("\r\n+CMGS: 0\r\n\r\nOK\r\n");
    }

    @ParameterizedTest
    @CsvSource({"BARE_PROMPT,>", "PROMPT_WITH_LINE_END,<>>"})
    void promptsInOtherWays(Fault fault, String prompt) {
        Stage stage = new Stage(builder -> builder.faults(QUIET.at(0, 1, fault)));
        String expected = prompt.replace("<", "\r\n").replace(">>", ">\r\n");
        assertThat(stage.ready(0).ask("AT+CMGS=20\r", ">")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"LINE_FEED_ONLY,nOKn", "DOUBLE_CARRIAGE_RETURN,rnOKrrn", "NUL_BYTE,0rnOKrn"})
    void framesLinesInOtherWays(Fault fault, String line) {
        Stage stage = new Stage(builder -> builder.faults(QUIET.at(0, 2, fault)));
        String expected = line.replace('n', '\n').replace('r', '\r').replace('0', '\0');
        assertThat(stage.ready(0).ask("AT\r", "OK")).isEqualTo(expected);
    }

    @Test
    void gluesAnAnnouncementToWhatFollows() {
        Stage stage = new Stage(builder -> builder.faults(QUIET.at(0, 1, Fault.GLUED_URC)));
        AtClient client = stage.ready(0);
        stage.simulator.channel(0).receiveSegments(Stage.SOMEBODY, List.of(Submits.text("x")));
        stage.loop.runPending();
        client.type("ATE1\r");
        stage.loop.runPending();
        client.type("AT\r");
        stage.loop.runPending();
        assertThat(client.take()).startsWith("\r\n+CMTI: \"SM\",1\r\nOK\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "REPORT_DUPLICATE,2,00",
        "REPORT_LATE,0,00",
        "REPORT_LOST,0,00",
        "REPORT_RESERVED_STATUS,1,80",
        "REPORT_TEMPORARY_FIRST,2,22",
        "REPORT_OTHER_TYPE_OF_NUMBER,1,00"
    })
    void spoilsReports(Fault fault, int reports, String firstStatus) {
        Stage stage = new Stage(builder -> builder.faults(QUIET.at(0, 1, fault)).idleTimeout(Duration.ZERO));
        AtClient client = stage.ready(0);
        String heard = stage.send(client, "reported");
        stage.pass(Duration.ofMinutes(1));
        heard += client.take();
        assertThat(heard.split("\\+CDS: ", -1)).hasSize(reports + 1);
        if (heard.contains("+CDS")) {
            assertThat(Submits.report(heard).status().value()).isEqualTo(Integer.parseInt(firstStatus, 16));
        }
        stage.pass(Duration.ofDays(3));
        assertThat(client.take().contains("+CDS")).isEqualTo(fault == Fault.REPORT_LATE);
    }

    @Test
    void reportsBeforeTheResult() {
        Stage stage = new Stage(builder -> builder.faults(QUIET.at(0, 1, Fault.REPORT_EARLY)));
        String heard = stage.send(stage.ready(0), "early");
        assertThat(heard.indexOf("+CDS")).isNotNegative().isLessThan(heard.indexOf("+CMGS"));
    }

    @Test
    void deliversTwice() {
        Stage stage = new Stage(builder -> builder.faults(QUIET.at(0, 1, Fault.INBOUND_DUPLICATE)));
        AtClient client = stage.ready(0);
        stage.simulator.channel(0).receiveSegments(Stage.SOMEBODY, List.of(Submits.text("twice")));
        stage.pass(Duration.ofSeconds(1));
        assertThat(client.take()).contains("\"SM\",1").contains("\"SM\",2");
    }

    @Test
    void deletesSlowly() {
        Stage stage = new Stage(builder -> builder.faults(QUIET.at(0, 1, Fault.SLOW_DELETE)));
        AtClient client = stage.ready(0);
        client.type("AT+CMGD=1\r");
        stage.pass(Duration.ofSeconds(6));
        assertThat(client.take()).isEmpty();
        assertThat(client.await("OK")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void countsReferencesFromZeroAfterARestart() {
        Stage stage = new Stage(
                builder -> builder.faults(QUIET.at(0, 1, Fault.REFERENCE_RESET)).idleTimeout(Duration.ZERO));
        AtClient client = stage.ready(0);
        stage.send(client, "one");
        assertThat(stage.send(client, "two")).contains("+CMGS: 1");
        stage.simulator.channel(0).restart();
        stage.pass(Duration.ofMinutes(1));
        assertThat(lastReference(client)).isEqualTo("01");
        assertThat(stage.send(client, "three")).contains("+CMGS: 0");
        assertThat(lastReference(client)).isEqualTo("00");
    }

    /** What left is counted on the SIM, whether or not the client hears of it; what did not leave is not. */
    @ParameterizedTest
    @CsvSource({
        "LINK_CUT_UNSENT, 00",
        "LINK_CUT_SENT, 01",
        "RESTART_UNSENT, 00",
        "RESTART_SENT, 01",
        "SILENCE_UNSENT, 00",
        "SILENCE_SENT, 01",
        "LATE_RESULT, 01",
        "OK_LOST, 01",
        "REFERENCE_MISSING, 01"
    })
    void theSimCountsWhatLeft(Fault fault, String last) {
        assertThat(countAfter(QUIET.at(0, 2, fault))).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"38, 01", "255, 01", "300, 00", "500, 00"})
    void theSimCountsWhatTheNetworkRefusesAndNotWhatTheModuleRefuses(int error, String last) {
        assertThat(countAfter(QUIET.withErrors(error).at(0, 2, Fault.ERROR))).isEqualTo(last);
    }

    /** The last reference after one message that meets no fault and another one. */
    private static String countAfter(FaultPlan plan) {
        Stage stage = new Stage(builder -> builder.faults(plan));
        AtClient client = stage.ready(0);
        stage.send(client, "first");
        stage.send(client, "second");
        stage.pass(Duration.ofMinutes(1));
        return lastReference(client.isOpen() ? client : stage.ready(0));
    }

    private static String lastReference(AtClient client) {
        return client.ask("AT+CRSM=176,28483,0,0,1\r", "OK").replaceAll("(?s).*144,0,\"([0-9A-F]+)\".*", "$1");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void readsEveryFaultFromText(Fault fault) {
        FaultPlan plan = FaultPlan.parse(fault.text() + ":1", 3);
        assertThat(plan.forChannel(0).draw(fault.occasion())).contains(fault);
    }

    @Test
    void namesWhatIsWrongInAPlan() {
        assertThatThrownBy(() -> FaultPlan.parse("flood:0.1", 1)).hasMessageContaining("\"flood\" is unknown");
        assertThatThrownBy(() -> FaultPlan.parse("error", 1)).hasMessageContaining("write name:rate");
        assertThatThrownBy(() -> FaultPlan.parse("error:2", 1)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> FaultPlan.parse("error:x", 1)).hasMessageContaining("must be a number");
    }

    @Test
    void givesTheSameRunForTheSameSeed() {
        assertThat(stormyRun(11)).isEqualTo(stormyRun(11)).isNotEqualTo(stormyRun(12));
    }

    private static List<AirLog.Entry> stormyRun(long seed) {
        Stage stage = new Stage(builder -> builder.faults(FaultPlan.storm(seed)).idleTimeout(Duration.ZERO));
        for (int message = 0; message < 100; message++) {
            AtClient client = stage.connect(message % 2);
            String line = Submits.line(Stage.SOMEBODY, "message " + message);
            client.type("ATE0\r" + Submits.command(line));
            stage.pass(Duration.ofSeconds(8));
            if (client.isOpen()) {
                client.type(line + Stage.CTRL_Z + "\u001b\r");
            }
            stage.pass(Duration.ofSeconds(30));
            stage.simulator.channel(message % 2).cutLink();
            stage.loop.runPending();
        }
        return stage.simulator.air().entries();
    }
}
