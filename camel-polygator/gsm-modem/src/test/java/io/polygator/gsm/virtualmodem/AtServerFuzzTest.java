package io.polygator.gsm.virtualmodem;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.polygator.gsm.transport.memory.ManualLoop;
import java.util.ArrayList;
import java.util.List;

/** Whatever a client types, the server stays alive, bounded, and ready for the next command. */
class AtServerFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void survivesWhateverIsTyped(byte[] typed) {
        ManualLoop loop = new ManualLoop();
        List<String> results = new ArrayList<>();
        AtServer server = new AtServer(
                loop,
                new BenchModem(loop),
                CommandSet.forClients(),
                AtServerSettings.ofModule(),
                new Listening(results));
        server.receive(typed);
        loop.advance(BenchModem.SEND_TIME.multipliedBy(1000));
        results.clear();
        server.receive("\u001b\rATV1Q0\r".getBytes(US_ASCII));
        loop.advance(BenchModem.SEND_TIME.multipliedBy(1000));
        assertThat(results).endsWith("OK");
    }

    /** Keeps the final results only, as everything else may be anything. */
    private record Listening(List<String> results) implements AtOutput {
        @Override
        public void echo(byte[] bytes) {}

        @Override
        public void information(String text) {}

        @Override
        public void finalResult(String text) {
            results.add(text);
        }

        @Override
        public void unsolicited(String text) {}

        @Override
        public void prompt() {}

        @Override
        public void hangUp() {}
    }
}
