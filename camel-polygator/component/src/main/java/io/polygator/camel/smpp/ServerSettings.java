package io.polygator.camel.smpp;

import io.polygator.camel.door.DoorKeys;
import io.polygator.smpp.SmppServerSettings;
import io.polygator.smpp.TlsSettings;
import io.polygator.smpp.session.BindErrors;
import io.polygator.smpp.session.SessionLimits;
import io.polygator.smpp.session.SessionTimers;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The options of an endpoint as settings of its server. */
final class ServerSettings {
    private ServerSettings() {}

    /** @throws IllegalArgumentException if the certificates cannot be used */
    static SmppServerSettings of(String host, int port, PolygatorSmppConfiguration options, CamelContext context) {
        SmppServerSettings settings = SmppServerSettings.on(host, port)
                .withSystemId(options.getSystemId())
                .with(timers(options))
                .with(SessionLimits.standard()
                        .withConnections(options.getConnections(), options.getConnectionsPerAddress()))
                // which error an account is told is among its own options
                .with(BindErrors.LEGACY);
        return tls(options, context).map(settings::withTls).orElse(settings);
    }

    private static SessionTimers timers(PolygatorSmppConfiguration options) {
        SessionTimers timers = SessionTimers.standard()
                .withInit(Duration.ofMillis(options.getBindTimeout()))
                .withEnquireLink(Duration.ofMillis(options.getEnquireLink()))
                .withResponse(Duration.ofMillis(options.getResponseTimeout()));
        Long inactivity = options.getInactivity();
        return inactivity == null ? timers : timers.withInactivity(Duration.ofMillis(inactivity));
    }

    private static Optional<TlsSettings> tls(PolygatorSmppConfiguration options, CamelContext context) {
        Integer port = options.getTlsPort();
        SSLContextParameters parameters = options.getSslContextParameters();
        if (port == null || parameters == null) {
            return Optional.empty();
        }
        return Optional.of(new TlsSettings.Context(
                port,
                DoorKeys.of(PolygatorSmppComponent.SCHEME, parameters, context),
                options.getClientCertificates()));
    }
}
