package io.polygator.gsm.transport.memory;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.transport.Acceptor;
import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.RecordingListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryNetworkTest {
    private final ManualLoop loop = new ManualLoop();
    private final MemoryNetwork network = new MemoryNetwork(loop);
    private final RecordingListener client = new RecordingListener();
    private final RecordingListener server = new RecordingListener();

    @Test
    void carriesBytesBothWays() throws LinkException {
        open(network);

        client.link().write("AT\r".getBytes(US_ASCII));
        server.link().write("OK\r\n".getBytes(US_ASCII));
        assertThat(server.text()).isEmpty();
        loop.runPending();

        assertThat(server.text()).isEqualTo("AT\r");
        assertThat(client.text()).isEqualTo("OK\r\n");
    }

    @Test
    void tellsNothingBeforeConnectHasReturned() throws LinkException {
        network.acceptor("modem").listen(() -> server);
        network.transport("modem").connect(client);
        assertThat(client.isOpened()).isFalse();

        loop.runPending();
        assertThat(client.isOpened()).isTrue();
    }

    @Test
    void saysThatNobodyListens() {
        network.transport("modem").connect(client);
        loop.runPending();

        assertThat(client.end().cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(client.end().detail()).contains("modem");
    }

    @Test
    void tellsBothEndsWhoClosed() throws LinkException {
        open(network);

        client.link().close();
        client.link().close();
        loop.runPending();

        assertThat(client.end().cause()).isEqualTo(Cause.LOCAL);
        assertThat(server.end().cause()).isEqualTo(Cause.PEER);
        assertThat(client.closings()).isEqualTo(1);
        assertThat(server.closings()).isEqualTo(1);
    }

    @Test
    void deliversWhatWasWrittenBeforeTheCloseAndDropsTheRest() throws LinkException {
        open(network);

        client.link().write("before".getBytes(US_ASCII));
        client.link().close();
        loop.runPending();
        client.link().write("after".getBytes(US_ASCII));
        loop.runPending();

        assertThat(server.text()).isEqualTo("before");
    }

    @Test
    void cutsWritesWhereTheTestWantsIt() throws LinkException {
        open(new MemoryNetwork(loop, MemoryNetworkTest::octetByOctet));
        client.link().write("AT+CSQ\r".getBytes(US_ASCII));

        loop.runPending();

        assertThat(server.text()).isEqualTo("AT+CSQ\r");
        assertThat(server.deliveries()).isEqualTo(7);
    }

    @Test
    void endsEveryLinkOfAnAcceptorThatCloses() throws LinkException {
        Acceptor acceptor = open(network);

        acceptor.close();
        loop.runPending();
        RecordingListener late = new RecordingListener();
        network.transport("modem").connect(late);
        loop.runPending();

        assertThat(server.end().cause()).isEqualTo(Cause.LOCAL);
        assertThat(client.end().cause()).isEqualTo(Cause.PEER);
        assertThat(late.end().cause()).isEqualTo(Cause.UNREACHABLE);
    }

    private Acceptor open(MemoryNetwork through) throws LinkException {
        Acceptor acceptor = through.acceptor("modem");
        assertThat(acceptor.listen(() -> server)).isEqualTo("modem");
        through.transport("modem").connect(client);
        loop.runPending();
        return acceptor;
    }

    private static List<byte[]> octetByOctet(byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        for (byte octet : bytes) {
            pieces.add(new byte[] {octet});
        }
        return pieces;
    }
}
