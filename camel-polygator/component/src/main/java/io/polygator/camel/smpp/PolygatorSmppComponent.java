package io.polygator.camel.smpp;

import io.polygator.camel.door.DoorComponent;
import io.polygator.smpp.esme.BindStatus;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/**
 * The component {@code polygator-smpp:}. A server listens while the consumer of its endpoint runs; producers of the same
 * host and port tell its ESMEs things.
 */
@Component(PolygatorSmppComponent.SCHEME)
public class PolygatorSmppComponent extends DoorComponent<OpenServer> {

    /** The scheme of the endpoints. */
    public static final String SCHEME = "polygator-smpp";

    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([^\\]]+)\\]|([^:/]+)):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    @Metadata(label = "advanced")
    private PolygatorSmppConfiguration configuration = new PolygatorSmppConfiguration();

    public PolygatorSmppComponent() {
        super("PolygatorSmppExchange");
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Matcher address = ADDRESS.matcher(remaining);
        if (!address.matches() || Integer.parseInt(address.group(3)) > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    uri + ": write polygator-smpp:HOST:PORT, such as polygator-smpp:127.0.0.1:2775");
        }
        String host = address.group(1) == null ? address.group(2) : address.group(1);
        PolygatorSmppEndpoint endpoint =
                new PolygatorSmppEndpoint(uri, this, host, Integer.parseInt(address.group(3)), configuration.copy());
        setProperties(endpoint, parameters);
        endpoint.getConfiguration().validate();
        return endpoint;
    }

    /** The sessions that are bound to the servers of this component. */
    public List<BindStatus> binds() {
        return servers().stream().flatMap(server -> server.binds().stream()).toList();
    }

    public PolygatorSmppConfiguration getConfiguration() {
        return configuration;
    }

    /** Defaults for the options of endpoints. */
    public void setConfiguration(PolygatorSmppConfiguration configuration) {
        this.configuration = configuration;
    }
}
