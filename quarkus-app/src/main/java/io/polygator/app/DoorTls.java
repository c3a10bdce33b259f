package io.polygator.app;

import io.polygator.camel.modem.PolygatorModemComponent;
import io.polygator.camel.modem.PolygatorModemConfiguration;
import io.polygator.camel.smpp.PolygatorSmppComponent;
import io.polygator.camel.smpp.PolygatorSmppConfiguration;
import io.polygator.gsm.transport.ClientCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** Gives the doors their encrypted ports, where these are configured. */
final class DoorTls {
    private static final String SMPP = "polygator.smpp.tls";
    private static final String MODEM = "polygator.modem.tls";

    private DoorTls() {}

    static void configure(PolygatorSettings.Smpp.Tls tls, CamelContext context) {
        if (tls.port().isEmpty()) {
            return;
        }
        SSLContextParameters keys = keys(SMPP, "port", tls);
        PolygatorSmppConfiguration configuration = context.getComponent(
                        PolygatorSmppComponent.SCHEME, PolygatorSmppComponent.class)
                .getConfiguration();
        configuration.setTlsPort(tls.port().getAsInt());
        configuration.setSslContextParameters(keys);
        configuration.setClientCertificates(clientCertificates(tls));
    }

    static void configure(PolygatorSettings.Modem.Tls tls, CamelContext context) {
        if (tls.ports().isEmpty()) {
            return;
        }
        SSLContextParameters keys = keys(MODEM, "ports", tls);
        PolygatorModemConfiguration configuration = context.getComponent(
                        PolygatorModemComponent.SCHEME, PolygatorModemComponent.class)
                .getConfiguration();
        configuration.setTlsPorts(tls.ports().get());
        configuration.setTlsHost(tls.host().orElse(null));
        configuration.setSslContextParameters(keys);
        configuration.setClientCertificates(clientCertificates(tls));
    }

    private static ClientCertificates clientCertificates(PolygatorSettings.TlsKeys tls) {
        return tls.truststore().isPresent() ? ClientCertificates.REQUIRED : ClientCertificates.NONE;
    }

    /** @param asked the setting below the prefix that asks for TLS */
    private static SSLContextParameters keys(String prefix, String asked, PolygatorSettings.TlsKeys tls) {
        String setting = prefix + ".keystore";
        String file = tls.keystore()
                .orElseThrow(() -> new StartupProblem(
                        prefix + "." + asked + " is set: name the server's certificate in " + setting));
        SSLContextParameters parameters = new SSLContextParameters();
        String password = tls.password().orElse("");
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(store(setting, file, password));
        keys.setKeyPassword(password);
        parameters.setKeyManagers(keys);
        Optional<String> truststore = tls.truststore();
        if (truststore.isPresent()) {
            TrustManagersParameters trusted = new TrustManagersParameters();
            trusted.setKeyStore(store(
                    prefix + ".truststore",
                    truststore.get(),
                    tls.truststorePassword().orElse("")));
            parameters.setTrustManagers(trusted);
        }
        return parameters;
    }

    private static KeyStoreParameters store(String setting, String file, String password) {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            throw new StartupProblem(setting + "=" + path + " cannot be read: give a PKCS #12 file");
        }
        KeyStoreParameters parameters = new KeyStoreParameters();
        parameters.setType("PKCS12");
        parameters.setResource("file:" + path);
        parameters.setPassword(password);
        return parameters;
    }
}
