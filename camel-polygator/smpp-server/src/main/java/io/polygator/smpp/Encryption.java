package io.polygator.smpp;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.polygator.gsm.transport.netty.ServerTls;
import java.io.IOException;
import javax.net.ssl.SSLException;

/** TLS settings to what Netty needs. */
final class Encryption {
    private Encryption() {}

    static SslContext of(TlsSettings settings) throws IOException {
        if (settings instanceof TlsSettings.PemFiles files) {
            return of(files);
        }
        TlsSettings.Context keys = (TlsSettings.Context) settings;
        return ServerTls.of(keys.context(), keys.clientCertificates()).context();
    }

    private static SslContext of(TlsSettings.PemFiles files) throws IOException {
        try {
            SslContextBuilder builder = SslContextBuilder.forServer(
                            files.certificates().toFile(), files.key().toFile())
                    .sslProvider(SslProvider.JDK)
                    .protocols(ServerTls.PROTOCOLS);
            files.clientAuthorities().ifPresent(authorities -> builder.trustManager(authorities.toFile())
                    .clientAuth(ClientAuth.REQUIRE));
            return builder.build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new IOException(
                    "cannot use the TLS files " + files.certificates() + " and " + files.key() + ": " + e.getMessage()
                            + "; give a PEM certificate chain and its PKCS#8 key without a password",
                    e);
        }
    }
}
