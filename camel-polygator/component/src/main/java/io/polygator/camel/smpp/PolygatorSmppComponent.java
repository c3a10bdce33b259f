package io.polygator.camel.smpp;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.smpp.esme.BindStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.jspecify.annotations.Nullable;

/**
 * The component {@code polygator-smpp:}. A server listens while the consumer of its endpoint runs; producers of the same
 * host and port tell its ESMEs things.
 */
@Component(PolygatorSmppComponent.SCHEME)
public class PolygatorSmppComponent extends HealthCheckComponent {

    /** The scheme of the endpoints. */
    public static final String SCHEME = "polygator-smpp";

    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([^\\]]+)\\]|([^:/]+)):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    @Metadata(label = "advanced")
    private PolygatorSmppConfiguration configuration = new PolygatorSmppConfiguration();

    @Metadata(label = "advanced,security", autowired = true)
    private @Nullable Gatekeeper gatekeeper;

    private final Map<String, OpenServer> servers = new ConcurrentHashMap<>();
    private @Nullable ExecutorService executor;

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

    /** Who may bind: the accounts of the {@code polygator} component unless others are set. */
    Gatekeeper gatekeeper() {
        if (gatekeeper != null) {
            return gatekeeper;
        }
        return getCamelContext()
                .getComponent("polygator", PolygatorComponent.class)
                .gatekeeper();
    }

    /** Where exchanges run. */
    ExecutorService executor() {
        lock.lock();
        try {
            if (executor == null) {
                executor = getCamelContext()
                        .getExecutorServiceManager()
                        .newDefaultThreadPool(this, "PolygatorSmppExchange");
            }
            return executor;
        } finally {
            lock.unlock();
        }
    }

    void opened(String address, OpenServer server) {
        servers.put(address, server);
    }

    void closed(String address, OpenServer server) {
        servers.remove(address, server);
    }

    /** The server that listens there, while it does. */
    Optional<OpenServer> server(String address) {
        return Optional.ofNullable(servers.get(address));
    }

    /** The sessions that are bound to the servers of this component. */
    public List<BindStatus> binds() {
        return servers.values().stream()
                .flatMap(server -> server.binds().stream())
                .toList();
    }

    @Override
    protected void doStop() throws Exception {
        lock.lock();
        try {
            if (executor != null) {
                getCamelContext().getExecutorServiceManager().shutdownGraceful(executor);
                executor = null;
            }
        } finally {
            lock.unlock();
        }
        super.doStop();
    }

    public PolygatorSmppConfiguration getConfiguration() {
        return configuration;
    }

    /** Defaults for the options of endpoints. */
    public void setConfiguration(PolygatorSmppConfiguration configuration) {
        this.configuration = configuration;
    }

    public @Nullable Gatekeeper getGatekeeper() {
        return gatekeeper;
    }

    /** Accounts to use instead of those of the {@code polygator} component. */
    public void setGatekeeper(@Nullable Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }
}
