package io.polygator.app;

import io.polygator.camel.modem.ModemProblem;
import io.polygator.camel.modem.PolygatorModemComponent;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;

/** What would keep the virtual modems from opening, by the settings that the routes {@code modem-…} make them of. */
final class VirtualModemChecks {
    private static final String PREFIX = "polygator.modem.";

    private VirtualModemChecks() {}

    /**
     * Opens nothing.
     *
     * @param context with its component configured, and not started
     * @param gateways by their names
     */
    static List<String> problems(
            PolygatorSettings.Modem modem, CamelContext context, Map<String, PolygatorGatewayConfiguration> gateways) {
        return context
                .getComponent(PolygatorModemComponent.SCHEME, PolygatorModemComponent.class)
                .configurationProblems("tcp:" + modem.host() + ":" + modem.ports(), modem.channels(), gateways)
                .stream()
                .map(problem -> words(problem, modem))
                .toList();
    }

    private static String words(ModemProblem problem, PolygatorSettings.Modem modem) {
        String setting =
                switch (problem.subject()) {
                    case ADDRESS, CHANNELS -> "ports=" + modem.ports();
                    case STRANGERS -> "host=" + modem.host();
                    case TLS_PORTS -> "tls.ports=" + modem.tls().ports().orElse("");
                    case TLS_STRANGERS -> "tls.host=" + modem.tls().host().orElse("");
                };
        return PREFIX + setting + ": " + problem.words();
    }
}
