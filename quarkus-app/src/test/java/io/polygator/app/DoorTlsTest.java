package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.camel.modem.PolygatorModemComponent;
import io.polygator.camel.modem.PolygatorModemConfiguration;
import io.polygator.camel.smpp.PolygatorSmppComponent;
import io.polygator.camel.smpp.PolygatorSmppConfiguration;
import io.polygator.gsm.transport.ClientCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings {@code polygator.modem.tls.…} and {@code polygator.smpp.tls.…} become options of the components. */
class DoorTlsTest {
    private final CamelContext context = new DefaultCamelContext();
    private final String keystore;

    DoorTlsTest(@TempDir Path folder) throws IOException {
        keystore = Files.createFile(folder.resolve("modem.p12")).toString();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private record Settings(
            Optional<String> ports,
            Optional<String> host,
            Optional<String> keystore,
            Optional<String> password,
            Optional<String> truststore,
            Optional<String> truststorePassword)
            implements PolygatorSettings.Modem.Tls {}

    private PolygatorModemConfiguration configured(Optional<String> ports, Optional<String> truststore) {
        Settings settings = new Settings(
                ports,
                Optional.of("0.0.0.0"),
                Optional.of(keystore),
                Optional.of("secret"),
                truststore,
                Optional.of("another"));
        DoorTls.configure(settings, context);
        return context.getComponent(PolygatorModemComponent.SCHEME, PolygatorModemComponent.class)
                .getConfiguration();
    }

    private record SmppSettings(
            OptionalInt port,
            Optional<String> keystore,
            Optional<String> password,
            Optional<String> truststore,
            Optional<String> truststorePassword)
            implements PolygatorSettings.Smpp.Tls {}

    private PolygatorSmppConfiguration configured(OptionalInt port, Optional<String> truststore) {
        SmppSettings settings = new SmppSettings(
                port, Optional.of(keystore), Optional.of("secret"), truststore, Optional.of("another"));
        DoorTls.configure(settings, context);
        return context.getComponent(PolygatorSmppComponent.SCHEME, PolygatorSmppComponent.class)
                .getConfiguration();
    }

    @Test
    void portAndKeysReachTheSmppServer() {
        PolygatorSmppConfiguration options = configured(OptionalInt.of(3550), Optional.empty());

        assertThat(options.getTlsPort()).isEqualTo(3550);
        assertThat(options.getClientCertificates()).isEqualTo(ClientCertificates.NONE);
        assertThat(options.getSslContextParameters()).isNotNull().satisfies(keys -> {
            assertThat(keys.getKeyManagers().getKeyStore().getResource()).isEqualTo("file:" + keystore);
            assertThat(keys.getTrustManagers()).isNull();
        });
    }

    @Test
    void withATruststoreEsmesMustShowACertificate() {
        PolygatorSmppConfiguration options = configured(OptionalInt.of(3550), Optional.of(keystore));

        assertThat(options.getClientCertificates()).isEqualTo(ClientCertificates.REQUIRED);
        assertThat(options.getSslContextParameters()).isNotNull().satisfies(keys -> assertThat(
                        keys.getTrustManagers().getKeyStore().getPassword())
                .isEqualTo("another"));
    }

    @Test
    void portsAndKeysReachTheModems() {
        PolygatorModemConfiguration options = configured(Optional.of("9201-9208"), Optional.empty());

        assertThat(options.getTlsPorts()).isEqualTo("9201-9208");
        assertThat(options.getTlsHost()).isEqualTo("0.0.0.0");
        assertThat(options.getClientCertificates()).isEqualTo(ClientCertificates.NONE);
        assertThat(options.getSslContextParameters()).isNotNull().satisfies(keys -> {
            assertThat(keys.getKeyManagers().getKeyPassword()).isEqualTo("secret");
            assertThat(keys.getKeyManagers().getKeyStore().getResource()).isEqualTo("file:" + keystore);
            assertThat(keys.getTrustManagers()).isNull();
        });
    }

    @Test
    void withATruststoreClientsMustShowACertificate() {
        PolygatorModemConfiguration options = configured(Optional.of("9201"), Optional.of(keystore));

        assertThat(options.getClientCertificates()).isEqualTo(ClientCertificates.REQUIRED);
        assertThat(options.getSslContextParameters()).isNotNull().satisfies(keys -> assertThat(
                        keys.getTrustManagers().getKeyStore().getPassword())
                .isEqualTo("another"));
    }

    @Test
    void withoutPortsThereIsNoTls() {
        assertThat(configured(Optional.empty(), Optional.of(keystore)).getTlsPorts())
                .isNull();
    }

    @Test
    void aFileThatIsNotThereIsNamedWithItsSetting() {
        assertThatThrownBy(() -> configured(Optional.of("9201"), Optional.of("nowhere.p12")))
                .isInstanceOf(StartupProblem.class)
                .hasMessage("polygator.modem.tls.truststore=nowhere.p12 cannot be read: give a PKCS #12 file");
    }
}
