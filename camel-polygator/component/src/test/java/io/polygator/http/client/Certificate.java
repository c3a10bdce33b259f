package io.polygator.http.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.jspecify.annotations.Nullable;

/** A certificate for an address, signed by itself, made by the JDK's keytool; also in a PKCS #12 file and as PEM. */
public record Certificate(KeyStore keys, Path store) {
    /** Of the file. */
    public static final String STORE_PASSWORD = "changeit";

    private static final char[] PASSWORD = STORE_PASSWORD.toCharArray();

    /** Makes it in the folder. */
    public static Certificate make(Path folder, String address)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("identity.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "me",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + address,
                        "-ext",
                        "SAN=ip:" + address,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
            throw new AssertionError("keytool made no certificate");
        }
        return new Certificate(KeyStore.getInstance(store.toFile(), PASSWORD), store);
    }

    ServerSocket listen() throws IOException, GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), null, null);
        return tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** What an endpoint needs that shows it, and trusts the other one if clients must show theirs. */
    public SSLContextParameters serverTrusting(Certificate other) {
        KeyManagersParameters own = new KeyManagersParameters();
        own.setKeyStore(parameters());
        own.setKeyPassword(STORE_PASSWORD);
        TrustManagersParameters trusted = new TrustManagersParameters();
        trusted.setKeyStore(other.parameters());
        SSLContextParameters keys = new SSLContextParameters();
        keys.setKeyManagers(own);
        keys.setTrustManagers(trusted);
        return keys;
    }

    private KeyStoreParameters parameters() {
        KeyStoreParameters parameters = new KeyStoreParameters();
        parameters.setType("PKCS12");
        parameters.setResource("file:" + store);
        parameters.setPassword(STORE_PASSWORD);
        return parameters;
    }

    /** The certificate for programs that trust it. */
    public String pem() throws GeneralSecurityException {
        String lines =
                Base64.getMimeEncoder().encodeToString(keys.getCertificate("me").getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }

    /** A client that has none itself. */
    public SSLContext trustingClient() throws GeneralSecurityException {
        return trustingClient(null);
    }

    /** A client that shows the other one. */
    public SSLContext clientShowing(Certificate own) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(own.keys, PASSWORD);
        return trustingClient(managers.getKeyManagers());
    }

    private SSLContext trustingClient(KeyManager @Nullable [] own) throws GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        trusted.setCertificateEntry("peer", keys.getCertificate("me"));
        TrustManagerFactory peers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        peers.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own, peers.getTrustManagers(), null);
        return tls;
    }
}
