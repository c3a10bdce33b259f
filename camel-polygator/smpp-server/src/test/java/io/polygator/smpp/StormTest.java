package io.polygator.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.smpp.esme.BindDecision;
import io.polygator.smpp.esme.BindRules;
import io.polygator.smpp.esme.EsmeListener;
import io.polygator.smpp.esme.EsmeProfile;
import io.polygator.smpp.session.SessionLimits;
import io.polygator.smpp.session.SessionTimers;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Many strangers, and many who come back at once. */
class StormTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final EsmeProfile PROFILE =
            EsmeProfile.of("shop").with(BindRules.standard().withMost(2_000));

    private static SmppServer server(SessionLimits limits, Duration init) throws IOException {
        return SmppServer.start(
                SmppServerSettings.on("127.0.0.1", 0)
                        .with(limits)
                        .with(SessionTimers.standard().withInit(init)),
                request -> CompletableFuture.completedFuture(new BindDecision.Granted(PROFILE)),
                new Engine(),
                EsmeListener.none());
    }

    private static byte[] bind() {
        byte[] body = ("me\0secret\0\0" + (char) 0x34 + "\0\0\0").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(16 + body.length)
                .putInt(16 + body.length)
                .putInt(2)
                .putInt(0)
                .putInt(1)
                .put(body)
                .array();
    }

    private static int bindOn(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bind());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] rest = new byte[in.readInt() - 4];
        in.readFully(rest);
        return ByteBuffer.wrap(rest).getInt(4);
    }

    @Test
    void twoHundredHalfOpenConnectionsKeepNobodyOutAndGo() throws IOException {
        SessionLimits limits = SessionLimits.standard().withConnections(1_000, 1_000);
        List<Socket> strangers = new ArrayList<>();
        try (SmppServer server = server(limits, Duration.ofSeconds(1))) {
            for (int i = 0; i < 200; i++) {
                Socket stranger = new Socket("127.0.0.1", server.port());
                stranger.getOutputStream().write(new byte[] {0, 0, 0});
                strangers.add(stranger);
            }

            try (Socket friend = new Socket("127.0.0.1", server.port())) {
                assertThat(bindOn(friend)).isZero();
            }
            for (Socket stranger : strangers) {
                stranger.setSoTimeout((int) SOON.toMillis());
                assertThat(stranger.getInputStream().read()).isEqualTo(-1);
            }
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void aThousandBindsOneAfterTheOtherAllSucceedAndLeaveNothing() throws IOException {
        SessionLimits limits = SessionLimits.standard().withConnections(2_000, 2_000);
        try (SmppServer server = server(limits, Duration.ofSeconds(10))) {
            for (int i = 0; i < 1_000; i++) {
                try (Socket socket = new Socket("127.0.0.1", server.port())) {
                    assertThat(bindOn(socket)).isZero();
                }
            }

            await().atMost(SOON).untilAsserted(() -> assertThat(server.binds()).isEmpty());
            try (Socket last = new Socket("127.0.0.1", server.port())) {
                assertThat(bindOn(last)).isZero();
            }
        }
    }

    @Test
    void beyondItsConnectionsAnAddressIsTurnedAway() throws IOException {
        SessionLimits limits = SessionLimits.standard().withConnections(10, 1);
        try (SmppServer server = server(limits, Duration.ofSeconds(10));
                Socket first = new Socket("127.0.0.1", server.port())) {
            assertThat(bindOn(first)).isZero();
            try (Socket second = new Socket("127.0.0.1", server.port())) {
                second.setSoTimeout((int) SOON.toMillis());
                assertThat(second.getInputStream().read()).isEqualTo(-1);
            }
        }
    }
}
