package io.polygator.gsm.virtualmodem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each grant changes at a modem that stands for somebody else's channels, and that none of them reaches those. */
class ServedModemGrantsTest {
    private static final String REFUSED = "\r\n+CME ERROR: 3\r\n";

    private static PortBench.Client client(PortBench bench) {
        PortBench.Client client = bench.connect();
        client.type("ATE0;+CMEE=1\r");
        return client;
    }

    private static PortBench granting(CommandGrant... grants) {
        return new PortBench(AtServerSettings.forClients().withPolicy(new CommandPolicy(Set.of(grants))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DIAL|ATD+380671234567;|NO CARRIER",
                "USSD|AT+CUSD=1,\"*100#\",15|OK",
                "PASSWORD|AT+CPIN=\"1234\"|+CME ERROR: 3",
                "PASSWORD|AT+CPIN=\"12345678\",\"1234\"|+CME ERROR: 3",
                "PASSWORD|AT+CPWD=\"SC\",\"1234\",\"4321\"|+CME ERROR: 4",
                "FACILITY_LOCK|AT+CLCK=\"SC\",1,\"1234\"|+CME ERROR: 4",
                "POWER_OFF|AT+CFUN=0|OK",
                "POWER_OFF|AT+CFUN=4|OK",
                "RESET|AT+CFUN=1,1|OK"
            })
    void answersSoOnceItIsGrantedAndRefusesItOtherwise(CommandGrant grant, String command, String answer) {
        assertThat(client(granting(grant)).type(command + "\r")).isEqualTo("\r\n" + answer + "\r\n");
        assertThat(client(granting()).type(command + "\r")).isEqualTo(REFUSED);
    }

    @Test
    void aUssdCodeReachesTheOwnerOnlyOfWhoIsGrantedIt() {
        PortBench refused = granting(CommandGrant.DIAL, CommandGrant.PASSWORD);
        assertThat(client(refused).type("AT+CUSD=1,\"*100#\",15\r")).isEqualTo(REFUSED);
        assertThat(refused.ussd).isEmpty();

        PortBench granted = granting(CommandGrant.USSD);
        client(granted).type("AT+CUSD=1,\"*100#\",15\r");
        assertThat(granted.ussd).containsExactly("*100#");
    }

    @Test
    void whoSwitchesOffOrRestartsSilencesNobody() {
        PortBench bench = granting(CommandGrant.POWER_OFF, CommandGrant.RESET);
        PortBench.Client one = client(bench);
        PortBench.Client other = client(bench);
        one.type("AT+CFUN=0\r");
        one.type("AT+CFUN=1,1\r");
        assertThat(other.type("AT+CFUN?\r")).contains("+CFUN: 1");
        assertThat(one.type("AT+CREG?\r")).contains("+CREG: 0,1");
    }

    @Test
    void theSimStaysAsItIs() {
        PortBench.Client client = client(granting(CommandGrant.PASSWORD, CommandGrant.FACILITY_LOCK));
        client.type("AT+CLCK=\"SC\",1,\"1234\"\r");
        assertThat(client.type("AT+CLCK=\"SC\",2\r")).contains("+CLCK: 0");
        assertThat(client.type("AT+CPIN?\r")).contains("+CPIN: READY");
    }
}
