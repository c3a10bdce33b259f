package io.polygator.app;

import io.polygator.camel.smpp.PolygatorSmppComponent;
import io.polygator.camel.smpp.PolygatorSmppConfiguration;
import io.polygator.camel.smpp.PolygatorSmppConfiguration.ClientCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** Gives the SMPP server its encrypted port, if one is configured. */
final class SmppTls {
    private SmppTls() {}

    static void configure(PolygatorSettings.Smpp.Tls tls, CamelContext context) {
        if (tls.port().isEmpty()) {
            return;
        }
        SSLContextParameters parameters = parameters(tls);
        PolygatorSmppConfiguration configuration = context.getComponent(
                        PolygatorSmppComponent.SCHEME, PolygatorSmppComponent.class)
                .getConfiguration();
        configuration.setTlsPort(tls.port().getAsInt());
        configuration.setSslContextParameters(parameters);
        configuration.setClientCertificates(
                tls.truststore().isPresent() ? ClientCertificates.REQUIRED : ClientCertificates.NONE);
    }

    private static SSLContextParameters parameters(PolygatorSettings.Smpp.Tls tls) {
        SSLContextParameters parameters = new SSLContextParameters();
        String password = tls.password().orElse("");
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(store("polygator.smpp.tls.keystore", tls.keystore(), password));
        keys.setKeyPassword(password);
        parameters.setKeyManagers(keys);
        if (tls.truststore().isPresent()) {
            TrustManagersParameters trusted = new TrustManagersParameters();
            trusted.setKeyStore(store(
                    "polygator.smpp.tls.truststore",
                    tls.truststore(),
                    tls.truststorePassword().orElse("")));
            parameters.setTrustManagers(trusted);
        }
        return parameters;
    }

    private static KeyStoreParameters store(String setting, Optional<String> file, String password) {
        Path path = Path.of(file.orElseThrow(() ->
                new StartupProblem("polygator.smpp.tls.port is set: name the server's certificate in " + setting)));
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
