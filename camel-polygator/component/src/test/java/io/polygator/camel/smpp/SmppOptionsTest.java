package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.smpp.SmppServerSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of the endpoint reach the server, and wrong ones are named. */
class SmppOptionsTest {
    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void everyOptionReachesTheServer() {
        context.getRegistry().bind("tls", new SSLContextParameters());
        PolygatorSmppEndpoint endpoint = context.getEndpoint(
                "polygator-smpp:[::1]:2775?systemId=SMSC&tlsPort=3550&sslContextParameters=#tls"
                        + "&clientCertificates=REQUIRED&enquireLink=20s&responseTimeout=15s&bindTimeout=5s&inactivity=1h"
                        + "&connections=50&connectionsPerAddress=5",
                PolygatorSmppEndpoint.class);

        SmppServerSettings settings =
                ServerSettings.of(endpoint.getHost(), endpoint.getPort(), endpoint.getConfiguration(), context);

        assertThat(settings.host()).isEqualTo("::1");
        assertThat(settings.port()).isEqualTo(2775);
        assertThat(settings.systemId()).isEqualTo("SMSC");
        assertThat(settings.tls().orElseThrow().port()).isEqualTo(3550);
        assertThat(settings.timers().enquireLink()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.timers().response()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.timers().init()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.timers().inactivity()).contains(Duration.ofHours(1));
        assertThat(settings.limits().connections()).isEqualTo(50);
        assertThat(settings.limits().connectionsPerAddress()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "polygator-smpp:2775, write polygator-smpp:HOST:PORT",
        "polygator-smpp:localhost:99999, write polygator-smpp:HOST:PORT",
        "polygator-smpp:localhost:2775?systemId=averyveryverylongname, option systemId=averyveryverylongname",
        "polygator-smpp:localhost:2775?tlsPort=3550, it together with sslContextParameters",
        "polygator-smpp:localhost:2775?enquireLink=0, option enquireLink=0",
        "polygator-smpp:localhost:2775?connections=0, option connections=0",
        "polygator-smpp:localhost:2775?bindTimout=5s, bindTimout"
    })
    void aWrongOneIsNamed(String uri, String complaint) {
        assertThatThrownBy(() -> context.getEndpoint(uri)).hasStackTraceContaining(complaint);
    }

    @Test
    void withoutAServerTheProducerNamesTheRemedy() {
        assertThatThrownBy(() -> context.createProducerTemplate()
                        .sendBodyAndHeaders(
                                "polygator-smpp:localhost:2775",
                                "hello",
                                Map.of(
                                        "CamelPolygatorAccount", "crm",
                                        "CamelPolygatorEvent", "inbound",
                                        "CamelPolygatorFrom", "+380671234567",
                                        "CamelPolygatorChannel", "g8-1",
                                        "CamelPolygatorReceivedAt", Instant.EPOCH)))
                .hasStackTraceContaining("no server listens on localhost:2775: start a route from polygator-smpp:");
    }
}
