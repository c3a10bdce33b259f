package io.polygator.gsm.transport.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.RecordingListener;
import io.polygator.gsm.transport.memory.ManualLoop;
import io.polygator.gsm.transport.memory.MemoryNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracingTransportTest {
    private final ManualLoop loop = new ManualLoop();
    private final MemoryNetwork network = new MemoryNetwork(loop);
    private final RecordingListener client = new RecordingListener();
    private final RecordingListener modem = new RecordingListener();
    private final List<String> lines = new ArrayList<>();
    private final TracingTransport transport = new TracingTransport(network.transport("modem"), lines::add);

    @Test
    void writesDownADialogueWithItsTimes() throws LinkException {
        connect();
        client.link().write("AT+CMGS=23\r".getBytes(US_ASCII));
        loop.advance(Duration.ofMillis(250));
        modem.link().write("AT+CMGS=23\r\r\n> ".getBytes(US_ASCII));
        loop.runPending();
        client.link().write("0011000B919761214365F70000AA04D4F29C0E\u001A".getBytes(US_ASCII));
        loop.advance(Duration.ofSeconds(3));
        modem.link().write("\r\n+CMGS: 5\r\n\r\nOK\r\n".getBytes(US_ASCII));
        loop.runPending();
        client.link().close();
        loop.runPending();

        assertThat(lines)
                .containsExactly(
                        "2026-01-01T00:00:00Z # open to modem",
                        "2026-01-01T00:00:00Z > AT+CMGS=23",
                        "2026-01-01T00:00:00.250Z < AT+CMGS=23",
                        "2026-01-01T00:00:00.250Z < >",
                        "2026-01-01T00:00:00.250Z > (PDU of 19 octets) <SUB>",
                        "2026-01-01T00:00:03.250Z < +CMGS: 5",
                        "2026-01-01T00:00:03.250Z < OK",
                        "2026-01-01T00:00:03.250Z # closed, LOCAL: closed here");
    }

    @Test
    void changesNothingOfWhatItCarries() throws LinkException {
        connect();
        client.link().write("AT+CPIN=1234\r".getBytes(US_ASCII));
        modem.link().write("\r\nOK\r\n".getBytes(US_ASCII));
        loop.runPending();

        assertThat(modem.text()).isEqualTo("AT+CPIN=1234\r");
        assertThat(client.text()).isEqualTo("\r\nOK\r\n");
        assertThat(transport.address()).isEqualTo("modem");
        assertThat(client.link().loop()).isSameAs(loop);
        assertThat(client.link().peer()).isEqualTo("modem");
    }

    @Test
    void writesDownThatNoLinkCameAbout() {
        transport.connect(client);
        loop.runPending();

        assertThat(client.end().cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(lines).singleElement().asString().contains("# closed, UNREACHABLE");
    }

    @Test
    void keepsWhatWasBegunWhenTheLinkBreaks() throws LinkException {
        connect();
        modem.link().write("\r\n+CSQ: 2".getBytes(US_ASCII));
        loop.runPending();
        modem.link().close();
        loop.runPending();

        assertThat(lines).contains("2026-01-01T00:00:00Z < +CSQ: 2");
    }

    @Test
    void boundsALineThatNeverEnds() throws LinkException {
        connect();
        for (int piece = 0; piece < 100; piece++) {
            modem.link().write(new byte[1000]);
        }
        modem.link().write("\r\n".getBytes(US_ASCII));
        loop.runPending();

        assertThat(lines).last().asString().endsWith("< (2048 characters)");
    }

    private void connect() throws LinkException {
        network.acceptor("modem").listen(() -> modem);
        transport.connect(client);
        loop.runPending();
    }
}
