package io.polygator.gsm.virtualmodem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.virtualmodem.ClientLogin.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ClientLoginTest {
    private static final String HELLO = "07918350000005F0040C9183051032547600006210311052638005E8329BFD06";

    private final List<Consumer<Verdict>> asked = new ArrayList<>();
    private final PortBench bench = new PortBench(AtServerSettings.forClients().withLogin(this::verify));
    private final PortBench.Client client = bench.connect();

    private void verify(String user, String secret, Consumer<Verdict> verdict) {
        boolean right = user.equals("kannel") && secret.equals("s3cret");
        if (secret.equals("slow")) {
            asked.add(verdict);
        } else {
            verdict.accept(right ? Verdict.ACCEPTED : Verdict.REJECTED);
        }
    }

    @Test
    void answersOnlyWhatConcernsTheInterfaceBefore() {
        assertThat(client.type("ATZ\r")).endsWith("\r\nOK\r\n");
        assertThat(client.type("AT&FE0\r")).endsWith("\r\nOK\r\n");
        assertThat(client.type("AT+IFC=0,0;+CMEE=1;+CMGF=0\r")).isEqualTo("\r\nOK\r\n");
        assertThat(client.type("AT+CREG=2\r")).isEqualTo("\r\nOK\r\n");
        assertThat(client.type("AT+CREG?\r")).isEqualTo("\r\nERROR\r\n");
        assertThat(client.type("AT+CIMI\r")).isEqualTo("\r\nERROR\r\n");
        assertThat(client.type("AT+CMGS=21\r")).isEqualTo("\r\nERROR\r\n");
        assertThat(client.type("AT+CNMI=1,2,0,1,0\r")).isEqualTo("\r\nERROR\r\n");
        bench.deliver(HELLO);
        assertThat(client.heard()).isEmpty();
    }

    @Test
    void mayStandInAnInitString() {
        client.type("ATE0\r");
        assertThat(client.type("AT+LOGIN=\"kannel\",\"s3cret\";+CNMI=1,2,0,1,0\r"))
                .isEqualTo("\r\nOK\r\n");
        assertThat(client.type("AT+LOGIN?;+CIMI\r")).contains("+LOGIN: 1", "255010000000001");
    }

    @Test
    void waitsForTheVerdictBeforeItGoesOn() {
        client.type("ATE0\r");
        assertThat(client.type("AT+LOGIN=\"kannel\",\"slow\"\rAT+CIMI\r")).isEmpty();
        asked.get(0).accept(Verdict.ACCEPTED);
        bench.loop.runPending();
        assertThat(client.heard()).isEqualTo("\r\nOK\r\n\r\n255010000000001\r\n\r\nOK\r\n");
    }

    @Test
    void hangsUpAfterThreeFailures() {
        client.type("ATE0\r");
        for (int i = 0; i < 2; i++) {
            assertThat(client.type("AT+LOGIN=\"kannel\",\"guess\"\r")).isEqualTo("\r\nERROR\r\n");
        }
        assertThat(client.closed).isFalse();
        assertThat(client.type("AT+LOGIN=\"kannel\",\"guess\"\r")).isEqualTo("\r\nERROR\r\n");
        assertThat(client.closed).isTrue();
    }

    @Test
    void hangsUpOnOneThatNeverLogsIn() {
        bench.loop.advance(Duration.ofMinutes(2));
        assertThat(client.closed).isTrue();
    }

    @Test
    void isUnknownWhereNobodyAsksForIt() {
        assertThat(Bench.quiet().type("AT+LOGIN=\"kannel\",\"s3cret\"\r")).isEqualTo("\r\nERROR\r\n");
    }
}
