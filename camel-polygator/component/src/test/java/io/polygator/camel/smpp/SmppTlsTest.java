package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.http.client.Certificate;
import io.polygator.simulator.programs.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ESMEs that bind to an endpoint over TLS. */
class SmppTlsTest {
    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Certificate ours;
    private static Certificate theirs;
    private static Certificate strangers;

    private final int tlsPort = FreePort.any();

    @BeforeAll
    static void makeCertificates(@TempDir Path own, @TempDir Path others, @TempDir Path another) throws Exception {
        ours = Certificate.make(own, HOST);
        theirs = Certificate.make(others, HOST);
        strangers = Certificate.make(another, HOST);
    }

    private SmppDoor open(String options) throws Exception {
        return SmppDoor.open("?sslContextParameters=#keys&tlsPort=" + tlsPort + options, ours.serverTrusting(theirs));
    }

    /** What the server calls itself in its answer to a bind. */
    private String bind(SSLContext client) throws IOException {
        SMPPSession session = new SMPPSession(
                (host, port) -> new SocketConnection(client.getSocketFactory().createSocket(host, port)));
        try {
            return session.connectAndBind(
                    HOST,
                    tlsPort,
                    new BindParameter(
                            BindType.BIND_TRX,
                            "demo",
                            "demo",
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            ""),
                    PATIENCE.toMillis());
        } finally {
            session.unbindAndClose();
        }
    }

    @Test
    void anEsmeBindsEncryptedAndOthersStillPlainly() throws Exception {
        try (SmppDoor door = open("");
                TestEsme plain = TestEsme.bind(door.port(), "demo", "demo", BindType.BIND_TRX)) {
            assertThat(bind(ours.trustingClient())).isEqualTo("POLYGATOR");
            assertThat(plain.session().getSessionState().isBound()).isTrue();
        }
    }

    @Test
    void whoShowsACertificateThatIsTrustedBindsWhereOneIsRequired() throws Exception {
        SmppDoor door = open("&clientCertificates=REQUIRED");
        try (door) {
            assertThat(bind(ours.clientShowing(theirs))).isEqualTo("POLYGATOR");
        }
    }

    @Test
    void whoShowsNoneOrAStrangersDoesNot() throws Exception {
        try (SmppDoor door = open("&clientCertificates=REQUIRED")) {
            assertThatThrownBy(() -> bind(ours.trustingClient())).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> bind(ours.clientShowing(strangers))).isInstanceOf(IOException.class);
            assertThat(door.component().binds()).isEmpty();
        }
    }
}
