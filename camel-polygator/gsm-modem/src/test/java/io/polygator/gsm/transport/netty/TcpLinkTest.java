package io.polygator.gsm.transport.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.socket.nio.NioSocketChannel;
import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.RecordingListener;
import io.polygator.gsm.transport.TransportAddress.Tcp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpLinkTest {
    private final NettyLoops loops = new NettyLoops(1, InstantSource.system());
    private final RecordingListener client = new RecordingListener();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        loops.close();
        server.close();
    }

    @Test
    void carriesBytesBothWays() throws IOException {
        try (Socket modem = connected()) {
            client.send("AT\r");
            assertThat(modem.getInputStream().readNBytes(3)).isEqualTo("AT\r".getBytes(US_ASCII));

            say(modem, "\r\nOK\r\n");
            client.awaitText("\r\nOK\r\n");
            assertThat(client.link().peer()).contains(String.valueOf(server.getLocalPort()));
        }
    }

    @Test
    void saysThatThePeerClosed() throws IOException {
        connected().close();
        assertThat(client.end().cause()).isEqualTo(Cause.PEER);
    }

    @Test
    void saysThatItWasClosedHereAndDropsWhatIsWrittenAfterwards() throws IOException {
        try (Socket modem = connected()) {
            Link link = client.link();
            link.loop().execute(() -> {
                link.write("last".getBytes(US_ASCII));
                link.close();
                link.write("lost".getBytes(US_ASCII));
                link.close();
            });

            assertThat(client.end().cause()).isEqualTo(Cause.LOCAL);
            assertThat(modem.getInputStream().readAllBytes()).isEqualTo("last".getBytes(US_ASCII));
            assertThat(client.closings()).isEqualTo(1);
        }
    }

    @Test
    void saysThatTheConnectionBroke() throws IOException {
        try (Socket modem = connected()) {
            modem.setSoLinger(true, 0); // closing now sends a reset
        }
        assertThat(client.end().cause()).isEqualTo(Cause.BROKEN);
    }

    @Test
    void givesUpAPeerThatNeverReads() throws IOException {
        try (Socket modem = connected()) {
            Link link = client.link();
            link.loop().execute(() -> {
                for (int megabyte = 0; megabyte < 64; megabyte++) {
                    link.write(new byte[1024 * 1024]);
                }
            });

            assertThat(client.end().cause()).isEqualTo(Cause.BROKEN);
            assertThat(client.end().detail()).contains("does not read");
            assertThat(modem.isConnected()).isTrue();
        }
    }

    @Test
    void closesTheLinkOfAListenerThatFails() throws IOException {
        CompletableFuture<LinkClosed> end = new CompletableFuture<>();
        transport().connect(new LinkListener() {
            @Override
            public void onOpen(Link link) {
                throw new IllegalStateException("a fault of the listener");
            }

            @Override
            public void onBytes(byte[] bytes) {}

            @Override
            public void onClosed(LinkClosed closed) {
                end.complete(closed);
            }
        });
        try (Socket modem = server.accept()) {
            assertThat(modem.getInputStream().read()).isEqualTo(-1);
            assertThat(end.orTimeout(20, TimeUnit.SECONDS).join().detail()).contains("a fault of the listener");
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        server.close();
        transport().connect(client);

        assertThat(client.end().cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(client.end().detail())
                .contains("nobody listens", "check the port", transport().address());
        assertThat(client.isOpened()).isFalse();
    }

    @Test
    void saysThatTheHostIsNotKnown() {
        transport(new Tcp("gateway.invalid", 9101), Duration.ofSeconds(15)).connect(client);

        assertThat(client.end().cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(client.end().detail()).contains("gateway.invalid", "name service");
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        List<Socket> fillers = fillTheBacklog();
        transport(address(), Duration.ofMillis(200)).connect(client);

        assertThat(client.end().cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(client.end().detail()).contains("no answer within 200 ms");
        for (Socket filler : fillers) {
            filler.close();
        }
    }

    // Nobody accepts, so that the kernel stops to answer once its queue of two is full.
    private List<Socket> fillTheBacklog() throws IOException {
        List<Socket> fillers = new ArrayList<>();
        for (int filler = 0; filler < 2; filler++) {
            fillers.add(new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort()));
        }
        return fillers;
    }

    @Test
    void tellsNothingBeforeConnectHasReturned() throws IOException {
        server.close();
        CompletableFuture<Boolean> heardTooEarly = new CompletableFuture<>();
        transport().loop().execute(() -> {
            transport().connect(client);
            heardTooEarly.complete(client.isClosed());
        });

        assertThat(client.end().cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(heardTooEarly).isCompletedWithValue(false);
    }

    @Test
    void closesWithItsLoop() throws IOException {
        try (Socket modem = connected()) {
            loops.close();
            assertThat(client.end().cause()).isEqualTo(Cause.LOCAL);
            assertThat(modem.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void deliversTheLastWordsEvenIfAResetFollowsThem() throws IOException {
        try (Socket gateway = connected()) {
            client.send("AT\r");
            await().until(() -> gateway.getInputStream().available() == 3); // not read, so that closing resets
            say(gateway, "Port already in use\r\n");
        }
        assertThat(client.end().cause()).isIn(Cause.BROKEN, Cause.PEER);
        assertThat(client.text()).isEqualTo("Port already in use\r\n");
    }

    @Test
    void allSocketOptionsAreKnownToThisSystem() {
        NioSocketChannel channel = new NioSocketChannel();
        assertThat(channel.config().setOptions(TcpSocketOptions.ALL)).isTrue();
        channel.unsafe().closeForcibly();
    }

    private static void say(Socket from, String text) throws IOException {
        from.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private Socket connected() throws IOException {
        transport().connect(client);
        Socket accepted = server.accept();
        client.link();
        return accepted;
    }

    private Tcp address() {
        return new Tcp(Tcp.LOOPBACK, server.getLocalPort());
    }

    private TcpTransport transport() {
        return transport(address(), Duration.ofSeconds(10));
    }

    private TcpTransport transport(Tcp address, Duration connectTimeout) {
        return new TcpTransport(loops.next(), address, new TcpLimits(connectTimeout, 64 * 1024, 1));
    }
}
