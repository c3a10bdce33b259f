package io.polygator.simulator.programs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.TransportAddress.Tcp;
import io.polygator.gsm.transport.netty.NettyLoops;
import io.polygator.gsm.transport.netty.TcpAcceptor;
import io.polygator.gsm.transport.netty.TcpLimits;
import io.polygator.gsm.transport.netty.TcpTransport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that stands between us and the modem on real boards. */
@Tag("interop")
class Ser2netInteropTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final NettyLoops loops = new NettyLoops();
    private final TcpAcceptor modem = new TcpAcceptor(loops.next(), 0, TcpLimits.defaults());
    private final LinkRecorder modemSide = new LinkRecorder();
    private final LinkRecorder client = new LinkRecorder();
    private final Path folder;
    private PseudoTerminal tty;

    Ser2netInteropTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("ser2net", "socat")).isEmpty();
    }

    @BeforeEach
    void startModem() throws Exception {
        Tcp address = (Tcp) TransportAddress.parse(modem.listen(() -> modemSide));
        tty = PseudoTerminal.inFrontOf(address.port(), folder.resolve("ttyPG0"));
    }

    @AfterEach
    void close() {
        tty.close();
        modem.close();
        loops.close();
    }

    @Test
    void talksToTheModemBehindIt() {
        try (Ser2net gateway = Ser2net.serve(tty.device(), Duration.ZERO, folder)) {
            transport(gateway).connect(client);
            exchange();
        }
        assertThat(client.end().cause()).isIn(Cause.PEER, Cause.BROKEN);
    }

    @Test
    void talksToTheModemBehindAnOlderConfiguration() {
        try (Ser2net gateway = Ser2net.serveClassic(tty.device(), Duration.ZERO)) {
            transport(gateway).connect(client);
            exchange();
        }
    }

    @Test
    void isToldThatAnotherClientHoldsThePort() {
        try (Ser2net gateway = Ser2net.serve(tty.device(), Duration.ZERO, folder)) {
            transport(gateway).connect(client);
            exchange();

            LinkRecorder second = new LinkRecorder();
            transport(gateway).connect(second);

            assertThat(second.end().cause()).isEqualTo(Cause.PEER);
            assertThat(second.text().strip()).isEqualTo("Port already in use");
            exchange();
        }
    }

    @Test
    void isToldThatTheModemIsMissing() {
        try (Ser2net gateway = Ser2net.serve(folder.resolve("ttyPG7"), Duration.ZERO, folder)) {
            transport(gateway).connect(client);

            assertThat(client.end().cause()).isEqualTo(Cause.PEER);
            assertThat(client.text()).startsWith("Device open failure");
        }
    }

    @Test
    void seesTheCloseAfterIdleTimeAndConnectsAgain() {
        try (Ser2net gateway = Ser2net.serve(tty.device(), Duration.ofSeconds(2), folder)) {
            transport(gateway).connect(client);
            exchange();

            assertThat(client.end().cause()).isEqualTo(Cause.PEER);

            // Refused for as long as the gateway takes to close the device.
            await().atMost(PATIENCE).until(() -> reaches(gateway, "AT+AGAIN\r"));
        }
    }

    @Test
    void staysConnectedWhileSomethingIsSaid() {
        try (Ser2net gateway = Ser2net.serve(tty.device(), Duration.ofSeconds(2), folder)) {
            transport(gateway).connect(client);
            CountDownLatch kept = new CountDownLatch(8);
            Link link = client.link();
            link.loop().execute(() -> keepAlive(link, kept));

            assertThat(counted(kept)).isTrue();
            assertThat(client.isClosed()).isFalse();
        }
    }

    // Together twice as long as the idle time.
    private static void keepAlive(Link link, CountDownLatch remaining) {
        link.write("AT\r".getBytes(US_ASCII));
        remaining.countDown();
        if (remaining.getCount() > 0) {
            link.loop().schedule(Duration.ofMillis(500), () -> keepAlive(link, remaining));
        }
    }

    private static boolean counted(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void exchange() {
        client.send("AT\r");
        modemSide.awaitText("AT\r");
        modemSide.send("\r\nOK\r\n");
        client.awaitText("\r\nOK\r\n");
    }

    private boolean reaches(Ser2net gateway, String command) {
        LinkRecorder again = new LinkRecorder();
        transport(gateway).connect(again);
        again.send(command);
        await().atMost(PATIENCE)
                .until(() -> again.isClosed() || modemSide.text().contains(command));
        return modemSide.text().contains(command);
    }

    private TcpTransport transport(Ser2net gateway) {
        return new TcpTransport(loops.next(), new Tcp(Tcp.LOOPBACK, gateway.port()), TcpLimits.defaults());
    }
}
