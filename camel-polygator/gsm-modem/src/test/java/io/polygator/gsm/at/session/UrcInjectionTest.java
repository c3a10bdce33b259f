package io.polygator.gsm.at.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A URC that comes at any moment of a send is told, and the send does not suffer. */
class UrcInjectionTest {
    private static final String PDU = "0011000C918360173254460000A712F2B4FB0C1297CD6F79190497BFDB703A";
    private static final String DELIVERED =
            "0791836027201111040C918350909988770000621122816370000B63F97B3E4FBBCFA0E613";
    private static final String REPORTED = "079183602720111106010C91836017325426621122819340006211228193400000";

    private static final String ECHO = "AT+CMGS=30\r";
    private static final String PROMPT = "\r\n> ";
    private static final String PDU_ECHO = PDU + "\r";
    private static final String REFERENCE = "\r\n+CMGS: 66\r\n";
    private static final String OK = "\r\nOK\r\n";

    static Stream<Arguments> urcs() {
        return Stream.of(
                Arguments.of("\r\n+CMTI: \"SM\",3\r\n", "URC +CMTI|\"SM\",3"),
                Arguments.of("\r\n+CMT: ,29\r\n" + DELIVERED + "\r\n", "URC +CMT|,29|" + DELIVERED),
                Arguments.of("\r\n+CDS: 25\r\n" + REPORTED + "\r\n", "URC +CDS|25|" + REPORTED),
                Arguments.of("\r\nRING\r\n", "URC RING|"),
                Arguments.of(
                        "\r\n+CUSD: 1,\"1 balance\r\n> 2 OK\r\nOK\r\n0 exit\",15\r\n",
                        "URC +CUSD|1,\"1 balance\n> 2 OK\nOK\n0 exit\",15"),
                Arguments.of("\r\n+CREG: 1,\"00D5\",\"1234\"\r\n", "URC +CREG|1,\"00D5\",\"1234\""),
                Arguments.of("\r\nUNDER-VOLTAGE WARNNING\r\n", "URC UNDER-VOLTAGE WARNNING|"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("urcs")
    void betweenAnyTwoLines(String urc, String told) {
        List<String> beforePayload = List.of(ECHO, PROMPT);
        List<String> afterPayload = List.of(PDU_ECHO, REFERENCE, OK);
        for (int place = 0; place <= beforePayload.size(); place++) {
            assertUnharmed(inserted(beforePayload, place, urc), String.join("", afterPayload), told);
        }
        for (int place = 0; place <= afterPayload.size(); place++) {
            assertUnharmed(String.join("", beforePayload), inserted(afterPayload, place, urc), told);
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("urcs")
    void insideTheEchoAndThePromptAtAnyByte(String urc, String told) {
        String before = ECHO + PROMPT;
        for (int at = 0; at <= before.length(); at++) {
            assertUnharmed(before.substring(0, at) + urc + before.substring(at), PDU_ECHO + REFERENCE + OK, told);
        }
        for (int at = 0; at <= PDU_ECHO.length(); at++) {
            String echo = PDU_ECHO.substring(0, at) + urc + PDU_ECHO.substring(at);
            assertUnharmed(before, echo + REFERENCE + OK, told);
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("urcs")
    void withoutEcho(String urc, String told) {
        assertUnharmed(urc + PROMPT, REFERENCE + OK, told);
        assertUnharmed(PROMPT + urc, REFERENCE + OK, told);
        assertUnharmed(PROMPT, urc + REFERENCE + OK, told);
        assertUnharmed(PROMPT, REFERENCE + urc + OK, told);
        assertUnharmed(PROMPT, REFERENCE + OK + urc, told);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("urcs")
    void gluedToTheEchoWithoutLineEnd(String urc, String told) {
        String cut = urc.substring(0, urc.length() - 2);
        assertUnharmed(cut + ECHO + PROMPT, PDU_ECHO + REFERENCE + OK, told);
        if (!told.contains("|" + DELIVERED) && !told.contains("|" + REPORTED)) {
            assertUnharmed(ECHO + PROMPT, cut + PDU_ECHO + REFERENCE + OK, told);
        }
    }

    @Test
    void severalAtOnce() {
        StringBuilder all = new StringBuilder();
        List<String> told = new ArrayList<>();
        urcs().map(Arguments::get).forEach(urc -> {
            all.append(urc[0]);
            told.add((String) urc[1]);
        });
        SessionBench bench = played(ECHO + all + PROMPT, PDU_ECHO + all + REFERENCE + all + OK, position -> false);

        told.addAll(List.copyOf(told));
        assertThat(bench.events).containsSubsequence(told).contains("AT+CMGS=30 -> OK[+CMGS: 66]");
        assertThat(bench.events).hasSize(7 * 3 + 1);
    }

    private static void assertUnharmed(String beforePayload, String afterPayload, String told) {
        for (IntPredicate cuts : List.<IntPredicate>of(position -> false, position -> true)) {
            SessionBench bench = played(beforePayload, afterPayload, cuts);
            assertThat(bench.events)
                    .as("module says %s and then %s", beforePayload, afterPayload)
                    .containsExactlyInAnyOrder(told, "AT+CMGS=30 -> OK[+CMGS: 66]");
            assertThat(bench.session.isIdle()).isTrue();
        }
    }

    private static SessionBench played(String beforePayload, String afterPayload, IntPredicate cuts) {
        SessionBench bench = SessionBench.opened().cut(cuts);
        bench.send("AT+CMGS=30", PDU);
        bench.written();
        bench.say(beforePayload);
        assertThat(bench.written())
                .as("written after the module said %s", beforePayload)
                .isEqualTo(PDU + "<SUB>");
        bench.say(afterPayload);
        return bench;
    }

    private static String inserted(List<String> pieces, int place, String urc) {
        List<String> all = new ArrayList<>(pieces);
        all.add(place, urc);
        return String.join("", all);
    }
}
