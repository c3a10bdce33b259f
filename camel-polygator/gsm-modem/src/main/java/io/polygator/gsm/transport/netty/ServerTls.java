package io.polygator.gsm.transport.netty;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.polygator.gsm.transport.ClientCertificates;
import java.util.List;
import javax.net.ssl.SSLContext;

/** TLS 1.2 and 1.3 for connections that come in. Immutable. */
public final class ServerTls {
    /** What is spoken with clients. */
    public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private final SslContext context;

    private ServerTls(SslContext context) {
        this.context = context;
    }

    /**
     * With the keys of an application.
     *
     * @param keys ours, and those whom we trust to vouch for clients
     */
    public static ServerTls of(SSLContext keys, ClientCertificates clientCertificates) {
        return new ServerTls(new JdkSslContext(
                keys,
                false,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                ApplicationProtocolConfig.DISABLED,
                clientAuth(clientCertificates),
                PROTOCOLS.toArray(String[]::new),
                false));
    }

    /** What Netty makes its handlers of. */
    public SslContext context() {
        return context;
    }

    private static ClientAuth clientAuth(ClientCertificates certificates) {
        return switch (certificates) {
            case NONE -> ClientAuth.NONE;
            case OPTIONAL -> ClientAuth.OPTIONAL;
            case REQUIRED -> ClientAuth.REQUIRE;
        };
    }
}
