package io.polygator.smpp;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import javax.net.ssl.SSLException;

/** TLS settings to what Netty needs. */
final class Encryption {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private Encryption() {}

    static SslContext of(TlsSettings settings) throws IOException {
        return settings instanceof TlsSettings.PemFiles files ? of(files) : of((TlsSettings.Context) settings);
    }

    private static SslContext of(TlsSettings.PemFiles files) throws IOException {
        try {
            SslContextBuilder builder = SslContextBuilder.forServer(
                            files.certificates().toFile(), files.key().toFile())
                    .sslProvider(SslProvider.JDK)
                    .protocols(PROTOCOLS);
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

    private static SslContext of(TlsSettings.Context settings) {
        return new JdkSslContext(
                settings.context(),
                false,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                ApplicationProtocolConfig.DISABLED,
                clientAuth(settings.clientCertificates()),
                PROTOCOLS,
                false);
    }

    private static ClientAuth clientAuth(TlsSettings.ClientCertificates certificates) {
        return switch (certificates) {
            case NONE -> ClientAuth.NONE;
            case OPTIONAL -> ClientAuth.OPTIONAL;
            case REQUIRED -> ClientAuth.REQUIRE;
        };
    }
}
