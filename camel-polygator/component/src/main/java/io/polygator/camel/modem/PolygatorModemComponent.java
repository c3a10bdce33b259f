package io.polygator.camel.modem;

import io.polygator.camel.door.DoorComponent;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.gateway.SmsGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/**
 * The component {@code polygator-modem:}. The modems of an endpoint listen while its consumer runs; producers of the same
 * address give them what came in.
 */
@Component(PolygatorModemComponent.SCHEME)
public class PolygatorModemComponent extends DoorComponent<VirtualModems> {

    /** The scheme of the endpoints. */
    public static final String SCHEME = "polygator-modem";

    @Metadata(label = "advanced")
    private PolygatorModemConfiguration configuration = new PolygatorModemConfiguration();

    public PolygatorModemComponent() {
        super("PolygatorModemExchange");
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        PolygatorModemEndpoint endpoint =
                new PolygatorModemEndpoint(uri, this, remaining, ports(uri, remaining), configuration.copy());
        setProperties(endpoint, parameters);
        endpoint.getConfiguration().validate();
        return endpoint;
    }

    private static ModemPorts ports(String uri, String address) {
        try {
            return ModemPorts.parse(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(uri + ": " + e.getMessage(), e);
        }
    }

    /**
     * What an endpoint with the options of the component would refuse when it opens. Opens nothing.
     *
     * @param address as in its URI, {@code tcp:127.0.0.1:9101-9108}
     * @param channels as its option of that name
     * @param gateways by their names; what is wrong with these themselves is not told
     */
    public List<ModemProblem> configurationProblems(
            String address, String channels, Map<String, PolygatorGatewayConfiguration> gateways) {
        PolygatorModemConfiguration options = configuration.copy();
        options.setChannels(channels);
        return ModemProblems.of(() -> ports(SCHEME + ":" + address, address), options, names(gateways));
    }

    /** None at all when one of the gateways has none. */
    private static List<ChannelNames> names(Map<String, PolygatorGatewayConfiguration> gateways) {
        List<ChannelNames> names = new ArrayList<>();
        try {
            gateways.forEach(
                    (name, gateway) -> gateway.channels(name).forEach(channel -> names.add(ChannelNames.of(channel))));
            return names;
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** The gateway that the modems stand for: that of the {@code polygator} component. */
    SmsGateway gateway() {
        return polygator().smsGateway();
    }

    public PolygatorModemConfiguration getConfiguration() {
        return configuration;
    }

    /** Defaults for the options of endpoints. */
    public void setConfiguration(PolygatorModemConfiguration configuration) {
        this.configuration = configuration;
    }
}
