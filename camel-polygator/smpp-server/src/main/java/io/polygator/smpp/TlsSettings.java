package io.polygator.smpp;

import io.polygator.gsm.transport.ClientCertificates;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** How the encrypted port proves who we are, and whether clients have to. */
public sealed interface TlsSettings {

    /** 0 for one of the system's choice. */
    int port();

    /**
     * Keys from PEM files.
     *
     * @param certificates ours, with the chain behind it
     * @param key its PKCS#8 key without a password
     * @param clientAuthorities who signs the certificates of clients; those must show one then
     */
    record PemFiles(int port, Path certificates, Path key, Optional<Path> clientAuthorities) implements TlsSettings {}

    /** Keys from the embedding application. */
    record Context(int port, SSLContext context, ClientCertificates clientCertificates) implements TlsSettings {}
}
