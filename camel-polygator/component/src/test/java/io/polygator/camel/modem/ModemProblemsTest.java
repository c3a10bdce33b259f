package io.polygator.camel.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.modem.ModemProblem.Subject;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;

/** What is said of modems that would not open, before anybody tries. */
class ModemProblemsTest {
    private final PolygatorModemConfiguration options = new PolygatorModemConfiguration();

    private static Map<String, PolygatorGatewayConfiguration> g8() {
        return gateway("tcp:192.168.2.154:9101-9108");
    }

    private static Map<String, PolygatorGatewayConfiguration> gateway(String address) {
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(address);
        return Map.of("g8", gateway);
    }

    private List<ModemProblem> problems(
            String address, String channels, Map<String, PolygatorGatewayConfiguration> gateways) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            PolygatorModemComponent component =
                    context.getComponent(PolygatorModemComponent.SCHEME, PolygatorModemComponent.class);
            component.setConfiguration(options);
            return component.configurationProblems(address, channels, gateways);
        }
    }

    @Test
    void nothingIsSaidOfModemsThatWouldOpen() throws Exception {
        assertThat(problems("tcp:127.0.0.1:9101-9108", "all", g8())).isEmpty();
        assertThat(problems("tcp:127.0.0.1:9101", "g8-1,g8-2", g8())).isEmpty();
        assertThat(problems("tcp:[::1]:9101-9102", "g8-1,g8-2", g8())).isEmpty();
    }

    @Test
    void anOpenEndGoesWithAnyNumberOfChannels() throws Exception {
        options.setTlsPorts("9201-");
        options.setSslContextParameters(new SSLContextParameters());

        assertThat(problems("tcp:127.0.0.1:9101-", "all", g8())).isEmpty();
        assertThat(problems("tcp:127.0.0.1:9101-", "g8-1", g8())).isEmpty();
        assertThat(problems("tcp:127.0.0.1:9101-", "all", gateway("somewhere"))).isEmpty();
    }

    @Test
    void anOpenEndIsRefusedWhereItMeansNothing() throws Exception {
        assertThat(problems("tcp:127.0.0.1:9101,tcp:127.0.0.1:9111-", "all", g8()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.subject()).isEqualTo(Subject.ADDRESS);
                    assertThat(problem.words()).contains("an open end stands alone");
                });
        assertThat(problems("tcp:127.0.0.1:65530-", "all", g8()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.subject()).isEqualTo(Subject.CHANNELS);
                    assertThat(problem.words()).contains("port 65536: must be from 1 to 65535");
                });
    }

    @Test
    void everyProblemIsToldWithItsSubject() throws Exception {
        options.setTlsPorts("9201-9203");
        options.setSslContextParameters(new SSLContextParameters());

        assertThat(problems("tcp:0.0.0.0:9101-9102", "g8", g8()))
                .extracting(ModemProblem::subject)
                .containsExactly(Subject.STRANGERS, Subject.TLS_PORTS, Subject.CHANNELS);
    }

    @Test
    void anAddressOfEncryptedPortsIsForWhomAnAccountAllows() throws Exception {
        options.setTlsPorts("9201");
        options.setTlsHost("0.0.0.0");
        options.setSslContextParameters(new SSLContextParameters());

        assertThat(problems("tcp:127.0.0.1:9101", "g8", g8())).singleElement().satisfies(problem -> {
            assertThat(problem.subject()).isEqualTo(Subject.TLS_STRANGERS);
            assertThat(problem.words()).contains("tcp:0.0.0.0:9201 can be reached from other machines");
        });
        options.setAccount("kannel");
        assertThat(problems("tcp:127.0.0.1:9101", "g8", g8())).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsToldAlone() throws Exception {
        assertThat(problems("tcp:127.0.0.1:many", "nobody", g8()))
                .singleElement()
                .extracting(ModemProblem::subject)
                .isEqualTo(Subject.ADDRESS);
    }

    @Test
    void ofAGatewayThatIsWrongItselfTheChannelsAreNotCounted() throws Exception {
        assertThat(problems("tcp:127.0.0.1:9101-9108", "all", gateway("somewhere")))
                .isEmpty();
    }
}
