package io.polygator.smpp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** A name with a key and a certificate signed by itself, made by the JDK's keytool; also in PEM files. */
record Identity(PrivateKey key, Certificate certificate, Path keyFile, Path certificateFile) {
    private static final String PASSWORD = "changeit";

    static Identity make(Path folder, String name) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "me",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
            throw new AssertionError("keytool made no certificate");
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        PrivateKey key = (PrivateKey) keys.getKey("me", PASSWORD.toCharArray());
        Certificate certificate = keys.getCertificate("me");
        return new Identity(
                key,
                certificate,
                pem(folder.resolve(name + ".key"), "PRIVATE KEY", key.getEncoded()),
                pem(folder.resolve(name + ".crt"), "CERTIFICATE", certificate.getEncoded()));
    }

    private static Path pem(Path file, String kind, byte[] octets) throws IOException {
        String lines = Base64.getMimeEncoder().encodeToString(octets);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
    }
}
