package io.polygator.gsm.virtualmodem;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.transport.memory.ManualLoop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whatever a client types, the server stays alive, bounded, and ready for the next command. */
class AtServerFuzzTest {
    /** A message with all that is told of it, or the longest answer to a question. */
    static final int LONGEST_SAID_AT_ONCE = 2048;

    /** What is typed meanwhile, a text, the last line, and a hundred lines that wait to be said. */
    static final int MOST_HELD = 16 * 1024;

    @FuzzTest(maxDuration = "5m")
    void survivesWhateverIsTyped(byte[] typed) {
        survives(typed, AtServerSettings.ofModule());
    }

    @FuzzTest(maxDuration = "5m")
    void survivesWhateverAClientTypesInTextMode(byte[] typed) {
        byte[] textMode = "AT+CMGF=1;+CSDH=1;+CNMI=2,2,0,1,0;+CMEE=1\r".getBytes(US_ASCII);
        byte[] both = Arrays.copyOf(textMode, textMode.length + typed.length);
        System.arraycopy(typed, 0, both, textMode.length, typed.length);
        survives(both, AtServerSettings.forClients());
    }

    private static void survives(byte[] typed, AtServerSettings settings) {
        ManualLoop loop = new ManualLoop();
        List<String> results = new ArrayList<>();
        AtServer server =
                new AtServer(loop, new BenchModem(loop), CommandSet.forClients(), settings, new Listening(results));
        server.receive(typed);
        assertThat(server.octetsHeld()).isLessThanOrEqualTo(MOST_HELD);
        server.deliver(IncomingTpdu.of(new PduModeFrame(Optional.empty(), tpdu(typed))), result -> {});
        assertThat(server.octetsHeld()).isLessThanOrEqualTo(MOST_HELD);
        loop.advance(BenchModem.SEND_TIME.multipliedBy(1000));
        results.clear();
        server.receive("\u001b\rATV1Q0\r".getBytes(US_ASCII));
        loop.advance(BenchModem.SEND_TIME.multipliedBy(1000));
        assertThat(results).endsWith("OK");
    }

    private static Octets tpdu(byte[] typed) {
        return Octets.copyOf(Arrays.copyOfRange(typed, Math.max(0, typed.length - 164), typed.length));
    }

    /**
     * Keeps the final results only, as everything else may be anything; but nothing is so long that the link could not
     * first notice that the client does not read.
     */
    private record Listening(List<String> results) implements AtOutput {
        @Override
        public void echo(byte[] bytes) {}

        @Override
        public void information(String text) {
            isShort(text);
        }

        @Override
        public void finalResult(String text) {
            isShort(text);
            results.add(text);
        }

        @Override
        public void unsolicited(String text) {
            isShort(text);
        }

        private static void isShort(String text) {
            assertThat(text).hasSizeLessThanOrEqualTo(LONGEST_SAID_AT_ONCE);
        }

        @Override
        public void prompt() {}

        @Override
        public void hangUp() {}
    }
}
