package io.polygator.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gsm.transport.ClientCertificates;
import io.polygator.smpp.esme.BindDecision;
import io.polygator.smpp.esme.BindRequest;
import io.polygator.smpp.esme.EsmeListener;
import io.polygator.smpp.esme.EsmeProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The encrypted port, with and without a certificate of the client. */
class TlsTest {
    // jSMPP does not notice that the server has hung up before the bind
    private static final long BIND_TIMEOUT = 10_000;

    private static final char[] NO_PASSWORD = {};

    private final List<BindRequest> binds = new CopyOnWriteArrayList<>();

    private static Identity ours;
    private static Identity theirs;
    private static Identity stranger;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        ours = Identity.make(folder, "ours");
        theirs = Identity.make(folder, "theirs");
        stranger = Identity.make(folder, "stranger");
    }

    private SmppServer server(TlsSettings tls) throws IOException {
        return SmppServer.start(
                SmppServerSettings.on("127.0.0.1", 0).withTls(tls),
                request -> {
                    binds.add(request);
                    return CompletableFuture.completedFuture(new BindDecision.Granted(EsmeProfile.of("shop")));
                },
                new Engine(),
                EsmeListener.none());
    }

    private TlsSettings.PemFiles files(Optional<Path> authorities) {
        return new TlsSettings.PemFiles(0, ours.certificateFile(), ours.keyFile(), authorities);
    }

    private static SSLContext context(PrivateKey key, Certificate certificate, Certificate trusted)
            throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, NO_PASSWORD);
        keys.setKeyEntry("me", key, NO_PASSWORD, new Certificate[] {certificate});
        keys.setCertificateEntry("other", trusted);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, NO_PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private String bind(SmppServer server, SSLContext context) throws IOException {
        SMPPSession client = new SMPPSession(
                (host, port) -> new SocketConnection(context.getSocketFactory().createSocket(host, port)));
        try {
            return client.connectAndBind(
                    "127.0.0.1",
                    server.tlsPort().orElseThrow(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            "me",
                            "secret",
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            ""),
                    BIND_TIMEOUT);
        } finally {
            client.unbindAndClose();
        }
    }

    private SSLContext client() throws GeneralSecurityException, IOException {
        return context(theirs.key(), theirs.certificate(), ours.certificate());
    }

    @Test
    void aClientBindsEncrypted() throws Exception {
        try (SmppServer server = server(files(Optional.empty()))) {
            assertThat(bind(server, client())).isEqualTo("POLYGATOR");
        }
        assertThat(binds.get(0).certificates()).isEmpty();
    }

    @Test
    void aClientWithTheRightCertificateBindsAndIsKnownByIt() throws Exception {
        try (SmppServer server = server(files(Optional.of(theirs.certificateFile())))) {
            assertThat(bind(server, client())).isEqualTo("POLYGATOR");
        }
        assertThat(binds.get(0).certificates()).containsExactly(theirs.certificate());
    }

    @Test
    void aClientWithoutTheRightCertificateDoesNotGetAsFarAsABind() throws Exception {
        try (SmppServer server = server(files(Optional.of(theirs.certificateFile())))) {
            SSLContext wrong = context(stranger.key(), stranger.certificate(), ours.certificate());

            assertThatThrownBy(() -> bind(server, wrong)).isInstanceOf(IOException.class);
        }
        assertThat(binds).isEmpty();
    }

    @Test
    void keysMayComeFromTheApplication() throws Exception {
        SSLContext own = context(ours.key(), ours.certificate(), theirs.certificate());
        TlsSettings tls = new TlsSettings.Context(0, own, ClientCertificates.REQUIRED);
        try (SmppServer server = server(tls)) {
            assertThat(bind(server, client())).isEqualTo("POLYGATOR");
        }
        assertThat(binds.get(0).certificates()).containsExactly(theirs.certificate());
    }

    @Test
    void filesThatAreNoKeysAreNamed() {
        TlsSettings.PemFiles wrong =
                new TlsSettings.PemFiles(0, ours.keyFile(), ours.certificateFile(), Optional.empty());

        assertThatThrownBy(() -> server(wrong)).isInstanceOf(IOException.class).hasMessageContaining("PKCS#8");
    }
}
