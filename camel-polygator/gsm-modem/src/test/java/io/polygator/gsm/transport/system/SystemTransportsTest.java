package io.polygator.gsm.transport.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.RecordingListener;
import io.polygator.gsm.transport.Transport;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.netty.NettyLoops;
import io.polygator.gsm.transport.netty.TcpAcceptor;
import io.polygator.gsm.transport.netty.TcpLimits;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemTransportsTest {
    private final NettyLoops loops = new NettyLoops(1, InstantSource.system());
    private final SystemTransports transports = new SystemTransports(loops, TcpLimits.defaults());

    @Test
    void reachesModemsOverTcp() throws Exception {
        RecordingListener modem = new RecordingListener();
        RecordingListener client = new RecordingListener();
        try (transports;
                TcpAcceptor acceptor = new TcpAcceptor(loops.next(), 0, TcpLimits.defaults())) {
            Transport transport = transports.transport(TransportAddress.parse(acceptor.listen(() -> modem)));
            transport.connect(client);
            client.send("AT\r");
            modem.awaitText("AT\r");
            assertThat(transport.address()).startsWith("tcp:127.0.0.1:");
        }
        assertThat(client.end().cause()).isIn(Cause.PEER, Cause.LOCAL);
    }

    @Test
    void reachesModemsOverSerialDevices(@TempDir Path folder) {
        RecordingListener client = new RecordingListener();
        try (transports) {
            Transport transport = transports.transport(TransportAddress.parse("serial:" + folder + "/ttyPG0"));
            transport.connect(client);
            assertThat(client.end().detail()).contains("no such device", transport.address());
        }
    }

    @Test
    void usesTheUsualThreadsByDefault() {
        try (SystemTransports usual = new SystemTransports()) {
            Transport transport = usual.transport(TransportAddress.parse("tcp:127.0.0.1:9101"));
            assertThat(transport.loop().inLoop()).isFalse();
            assertThat(transport.address()).isEqualTo("tcp:127.0.0.1:9101");
        }
    }
}
