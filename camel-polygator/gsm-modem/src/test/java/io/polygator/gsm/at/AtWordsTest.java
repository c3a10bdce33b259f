package io.polygator.gsm.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtWordsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/vectors/at-lines.csv", delimiter = ';', quoteCharacter = '\'')
    void tellsTheKindOfALine(String line, String kind) {
        assertThat(kindOf(AtLine.of(line))).isEqualTo(kind);
    }

    @Test
    void explainsErrors() {
        assertThat(new CmsError(38).describe()).isEqualTo("CMS error 38: network out of order");
        assertThat(new CmsError(513).describe()).isEqualTo("CMS error 513: an error of the manufacturer");
        assertThat(new CmsError(400).describe()).isEqualTo("CMS error 400: not a standard error");
        assertThat(new CmeError(13).describe()).isEqualTo("CME error 13: SIM failure");
    }

    @Test
    void buildsCommands() {
        assertThat(AtCommand.execute("+CSQ").line()).isEqualTo("AT+CSQ");
        assertThat(AtCommand.read("+CREG").line()).isEqualTo("AT+CREG?");
        assertThat(AtCommand.set("+CMGF", "0").line()).isEqualTo("AT+CMGF=0");
        assertThat(AtCommand.test("+CNMI").line()).isEqualTo("AT+CNMI=?");
        assertThat(AtCommand.test("+cnmi").name()).isEqualTo("+CNMI");
        assertThat(new AtCommand("ATH0").concernsCall()).isTrue();
        assertThat(new AtCommand("AT").concernsCall()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+CSQ", "AT\r", "AT+CUSD=1,\"é\"", "AT+X=\u001A"})
    void refusesWhatIsNoCommandLine(String line) {
        assertThatThrownBy(() -> new AtCommand(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesALineThatNoModuleHasRoomFor() {
        assertThatThrownBy(() -> AtCommand.set("+X", "1".repeat(AtCommand.MAX_LENGTH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1024");
    }

    @Test
    void printsNoNumberTextOrPin() {
        assertThat(new AtCommand("AT+CPIN=1234")).hasToString("AT+CPIN=…");
        assertThat(new AtCommand("AT+CUSD=1,\"*100#\",15")).hasToString("AT+CUSD=1,\"…\",15");
        assertThat(new AtCommand("ATD+380501234567;")).hasToString("ATD…");
        assertThat(new AtCommand("AT+CMGF=0")).hasToString("AT+CMGF=0");
    }

    @Test
    void onlyAnEvenNumberOfHexadecimalDigitsCanBeAPdu() {
        assertThat(new AtLine.Text("0791aF").isHexadecimal()).isTrue();
        assertThat(new AtLine.Text("0791A").isHexadecimal()).isFalse();
        assertThat(new AtLine.Text("٠٧").isHexadecimal()).isFalse();
    }

    private static String kindOf(AtLine line) {
        if (line instanceof AtLine.Final end) {
            return kindOf(end.result());
        }
        return line instanceof AtLine.Named named ? named.name() + "|" + named.arguments() : "text";
    }

    private static String kindOf(FinalResult result) {
        if (result instanceof FinalResult.Cms cms) {
            return "CMS " + cms.error().code();
        }
        if (result instanceof FinalResult.Cme cme) {
            return "CME " + cme.error().code();
        }
        return result instanceof FinalResult.Call ? "call" : result.isOk() ? "ok" : "error";
    }
}
