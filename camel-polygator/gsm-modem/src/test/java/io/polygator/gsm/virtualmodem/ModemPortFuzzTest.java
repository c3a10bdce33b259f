package io.polygator.gsm.virtualmodem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.virtualmodem.ClientLogin.Verdict;
import java.util.Arrays;
import java.util.Optional;

/** Whatever the clients of a virtual modem type at once, it serves the next one. */
class ModemPortFuzzTest {
    private static final String HELLO = "07918350000005F0040C9183051032547600006210311052638005E8329BFD06";
    private static final String REPORT = "07918350000005F006070C91830510325476621031105263806210311052738000";
    private static final int LONGEST_TPDU = 164;

    @FuzzTest(maxDuration = "5m")
    void servesWhateverIsTyped(byte[] typed) {
        serves(typed, AtServerSettings.forClients(), "");
    }

    @FuzzTest(maxDuration = "5m")
    void servesWhoeverIsHandedMessages(byte[] typed) {
        serves(typed, AtServerSettings.forClients(), "AT+CSMS=1;+CNMI=1,2,0,1,0;+CMEE=2\r");
    }

    @FuzzTest(maxDuration = "5m")
    void servesWhoeverLogsIn(byte[] typed) {
        ClientLogin login = (user, secret, verdict) ->
                verdict.accept(secret.equals("s3cret") ? Verdict.ACCEPTED : Verdict.REJECTED);
        serves(typed, AtServerSettings.forClients().withLogin(login), "AT+LOGIN=\"kannel\",\"s3cret\"\r");
    }

    private static void serves(byte[] typed, AtServerSettings settings, String first) {
        PortBench bench = new PortBench(settings);
        PortBench.Client one = bench.connect();
        PortBench.Client other = bench.connect();
        one.type(first);
        other.type("AT+CMGF=1\r" + first);
        String text = new String(typed, ISO_8859_1);
        one.type(text.substring(text.length() / 2));
        bench.announce(HELLO);
        bench.deliver(REPORT);
        other.type(text.substring(0, text.length() / 2));
        // what a network delivers need not be well-formed
        bench.port.deliver(IncomingTpdu.of(new PduModeFrame(Optional.empty(), tpdu(typed))), bench.delivered::add);
        one.type(text);
        assertThat(bench.port.octetsHeld()).isLessThanOrEqualTo(2 * AtServerFuzzTest.MOST_HELD);
        bench.loop.advance(PortBench.SEND_TIME.multipliedBy(1000));
        one.leave();
        other.leave();
        assertThat(bench.port.octetsHeld()).as("nobody is there").isZero();

        assertThat(bench.connect().type("ATE0V1\r")).endsWith("\r\nOK\r\n");
        assertThat(bench.storage.used()).isLessThanOrEqualTo(bench.storage.capacity());
    }

    private static Octets tpdu(byte[] typed) {
        return Octets.copyOf(Arrays.copyOfRange(typed, Math.max(0, typed.length - LONGEST_TPDU), typed.length));
    }
}
