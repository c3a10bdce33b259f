package io.polygator.gsm.virtualmodem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandPolicyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DIAL|ATD+380671234567;|BUSY",
                "USSD|AT+CUSD=1,\"*100#\",15|OK",
                "PASSWORD|AT+CPIN=\"1234\"|OK",
                "PASSWORD|AT+CPWD=\"SC\",\"1234\",\"4321\"|+CME ERROR: 4",
                "FACILITY_LOCK|AT+CLCK=\"SC\",1,\"1234\"|+CME ERROR: 4",
                "POWER_OFF|AT+CFUN=0|OK",
                "RESET|AT+CFUN=1,1|OK"
            })
    void letsThroughWhatIsGrantedOnly(CommandGrant grant, String command, String answer) {
        CommandPolicy policy = new CommandPolicy(Set.of(grant));
        Bench granted = Bench.quiet(AtServerSettings.forClients().withPolicy(policy));
        assertThat(granted.type(command + "\r")).isEqualTo("\r\n" + answer + "\r\n");

        Bench refused = Bench.quiet(AtServerSettings.forClients());
        assertThat(refused.type(command + "\r")).isEqualTo("\r\n+CME ERROR: 3\r\n");
        assertThat(refused.type("AT+CMEE=0;" + command.substring(2) + "\r")).isEqualTo("\r\nERROR\r\n");
        assertThat(refused.modem.happened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AT+CUSD=1|OK",
                "AT+CUSD=2|OK",
                "AT+CFUN=1|OK",
                "AT+CFUN?|+CFUN: 1",
                "AT+CLCK=\"SC\",2|+CLCK: 1",
                "AT+CPIN?|+CPIN: READY",
                "ATH|OK"
            })
    void neverRefusesQuestions(String command, String answer) {
        Bench bench = Bench.quiet(AtServerSettings.forClients());
        assertThat(bench.type(command + "\r")).startsWith("\r\n" + answer).endsWith("\r\nOK\r\n");
    }
}
