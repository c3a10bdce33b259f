package io.polygator.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.smpp.esme.BindDecision;
import io.polygator.smpp.esme.BindRules;
import io.polygator.smpp.esme.EsmeListener;
import io.polygator.smpp.esme.EsmeProfile;
import io.polygator.smpp.session.SessionLimits;
import io.polygator.smpp.session.SessionTimers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Many strangers at once. */
class StormTest {
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

    @Test
    void twoHundredHalfOpenConnectionsKeepNobodyOutAndGo() throws IOException {
        SessionLimits limits = SessionLimits.standard().withConnections(1_000, 1_000);
        List<SocketPeer> strangers = new ArrayList<>();
        try (SmppServer server = server(limits, Duration.ofSeconds(1))) {
            for (int i = 0; i < 200; i++) {
                SocketPeer stranger = SocketPeer.connect(server.port());
                stranger.write(new byte[] {0, 0, 0});
                strangers.add(stranger);
            }

            try (SocketPeer friend = SocketPeer.bound(server.port())) {
                friend.works();
            }
            for (SocketPeer stranger : strangers) {
                assertThat(stranger.isClosedByPeer()).isTrue();
            }
        } finally {
            for (SocketPeer stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void beyondItsConnectionsAnAddressIsTurnedAway() throws IOException {
        SessionLimits limits = SessionLimits.standard().withConnections(10, 1);
        try (SmppServer server = server(limits, Duration.ofSeconds(10));
                SocketPeer first = SocketPeer.bound(server.port())) {
            try (SocketPeer second = SocketPeer.connect(server.port())) {
                assertThat(second.isClosedByPeer()).isTrue();
            }
            first.works();
        }
    }
}
