package io.polygator.http.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for an address, signed by itself, made by the JDK's keytool. */
record Certificate(KeyStore keys) {
    private static final char[] PASSWORD = "changeit".toCharArray();

    static Certificate make(Path folder, String address)
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
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
            throw new AssertionError("keytool made no certificate");
        }
        return new Certificate(KeyStore.getInstance(store.toFile(), PASSWORD));
    }

    ServerSocket listen() throws IOException, GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), null, null);
        return tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    SSLContext trustingClient() throws GeneralSecurityException {
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
        tls.init(null, peers.getTrustManagers(), null);
        return tls;
    }
}
