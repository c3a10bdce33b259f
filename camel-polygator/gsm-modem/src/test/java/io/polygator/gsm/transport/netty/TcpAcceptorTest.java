package io.polygator.gsm.transport.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.RecordingListener;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.TransportAddress.Tcp;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpAcceptorTest {
    private final NettyLoops loops = new NettyLoops(2, InstantSource.system());
    private final BlockingQueue<RecordingListener> accepted = new LinkedBlockingQueue<>();
    private final NettyLoop loop = loops.next();
    private final TcpAcceptor acceptor = new TcpAcceptor(loop, 0, TcpLimits.defaults());

    @AfterEach
    void close() {
        acceptor.close();
        loops.close();
    }

    @Test
    void listensOnLoopbackAndTellsThePortThatWasChosen() throws LinkException {
        TransportAddress address = TransportAddress.parse(acceptor.listen(this::listener));

        assertThat(address).isInstanceOfSatisfying(Tcp.class, tcp -> {
            assertThat(tcp.host()).isEqualTo("127.0.0.1");
            assertThat(tcp.port()).isPositive();
        });
    }

    @Test
    void carriesBytesBothWays() throws Exception {
        RecordingListener client = connect(acceptor.listen(this::listener));
        RecordingListener server = nextAccepted();

        client.send("AT\r");
        server.awaitText("AT\r");
        server.send("OK\r\n");
        client.awaitText("OK\r\n");

        assertThat(server.link().peer()).contains("127.0.0.1");
    }

    @Test
    void keepsAllItsLinksOnItsLoop() throws Exception {
        String address = acceptor.listen(this::listener);
        for (int client = 0; client < 5; client++) {
            connect(address);
            assertThat(nextAccepted().link().loop()).isEqualTo(loop);
        }
    }

    @Test
    void closesItsLinksAndFreesItsPort() throws Exception {
        String address = acceptor.listen(this::listener);
        RecordingListener client = connect(address);
        RecordingListener server = nextAccepted();
        server.link();

        acceptor.close();

        assertThat(server.end().cause()).isEqualTo(Cause.LOCAL);
        assertThat(client.end().cause()).isEqualTo(Cause.PEER);
        TcpAcceptor successor = new TcpAcceptor(loops.next(), tcp(address), TcpLimits.defaults());
        assertThat(successor.listen(this::listener)).isEqualTo(address);
        successor.close();
    }

    @Test
    void canListenAndCloseOnItsOwnLoop() throws Exception {
        CompletableFuture<String> address = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                address.complete(acceptor.listen(this::listener));
            } catch (LinkException e) {
                address.completeExceptionally(e);
            }
        });
        RecordingListener client =
                connect(address.orTimeout(20, TimeUnit.SECONDS).join());
        nextAccepted().link();

        loop.execute(acceptor::close);

        assertThat(client.end().cause()).isEqualTo(Cause.PEER);
    }

    @Test
    void namesTheAddressThatIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            int port = other.getLocalPort();
            TcpAcceptor late = new TcpAcceptor(loop, port, TcpLimits.defaults());
            assertThatThrownBy(() -> late.listen(this::listener))
                    .isInstanceOf(LinkException.class)
                    .hasMessageContainingAll("tcp:127.0.0.1:" + port, "choose a port that is free");
        }
    }

    @Test
    void refusesToListenTwice() throws LinkException {
        acceptor.listen(this::listener);
        assertThatThrownBy(() -> acceptor.listen(this::listener)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closesAtOnceWhatExceedsTheNumberOfLinks() throws Exception {
        try (TcpAcceptor narrow = new TcpAcceptor(loop, 0, new TcpLimits(Duration.ofSeconds(5), 1024, 1))) {
            String address = narrow.listen(this::listener);
            RecordingListener first = connect(address);
            RecordingListener firstAccepted = nextAccepted();
            firstAccepted.link();

            assertThat(connect(address).end().cause()).isIn(Cause.PEER, Cause.BROKEN);
            first.close();
            firstAccepted.end();

            connect(address);
            assertThat(nextAccepted().link()).isNotNull();
        }
    }

    @Test
    void givesUpAClientThatNeverReads() throws Exception {
        Tcp address = tcp(acceptor.listen(this::listener));
        try (Socket client = new Socket(address.host(), address.port())) {
            Link link = nextAccepted().link();
            RecordingListener other = connect(address.toString());
            nextAccepted().send("still served");
            link.loop().execute(() -> {
                for (int megabyte = 0; megabyte < 64; megabyte++) {
                    link.write(new byte[1024 * 1024]);
                }
            });

            other.awaitText("still served");
            assertThat(client.getInputStream().readAllBytes().length).isLessThan(64 * 1024 * 1024);
        }
    }

    @Test
    void doesNotLoseWhatItSaysBeforeItCloses() throws Exception {
        Tcp address = tcp(acceptor.listen(this::listener));
        try (Socket client = new Socket(address.host(), address.port())) {
            RecordingListener server = nextAccepted();
            server.send("Port already in use\n\r");
            server.close();
            assertThat(client.getInputStream().readAllBytes()).isEqualTo("Port already in use\n\r".getBytes(US_ASCII));
        }
    }

    private RecordingListener listener() {
        RecordingListener listener = new RecordingListener();
        accepted.add(listener);
        return listener;
    }

    private RecordingListener nextAccepted() throws InterruptedException {
        RecordingListener next = accepted.poll(20, TimeUnit.SECONDS);
        return next;
    }

    private RecordingListener connect(String address) {
        RecordingListener client = new RecordingListener();
        new TcpTransport(loops.next(), tcp(address), TcpLimits.defaults()).connect(client);
        return client;
    }

    private static Tcp tcp(String address) {
        return (Tcp) TransportAddress.parse(address);
    }
}
