package io.polygator.camel.modem;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.SmsGateway;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.TransportAddress.Tcp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.jspecify.annotations.Nullable;

/**
 * The component {@code polygator-modem:}. The modems of an endpoint listen while its consumer runs; producers of the same
 * address give them what came in.
 */
@Component(PolygatorModemComponent.SCHEME)
public class PolygatorModemComponent extends HealthCheckComponent {

    /** The scheme of the endpoints. */
    public static final String SCHEME = "polygator-modem";

    @Metadata(label = "advanced")
    private PolygatorModemConfiguration configuration = new PolygatorModemConfiguration();

    @Metadata(label = "advanced,security", autowired = true)
    private @Nullable Gatekeeper gatekeeper;

    private final Map<String, VirtualModems> open = new ConcurrentHashMap<>();
    private @Nullable ExecutorService executor;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        PolygatorModemEndpoint endpoint =
                new PolygatorModemEndpoint(uri, this, remaining, ports(uri, remaining), configuration.copy());
        setProperties(endpoint, parameters);
        endpoint.getConfiguration().validate();
        return endpoint;
    }

    private static List<Tcp> ports(String uri, String address) {
        List<Tcp> ports = new ArrayList<>();
        try {
            for (String part : address.split(",", -1)) {
                TransportAddress.parseAll(part.strip()).forEach(one -> ports.add(tcp(one)));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(uri + ": " + e.getMessage(), e);
        }
        return ports;
    }

    private static Tcp tcp(TransportAddress address) {
        if (address instanceof Tcp tcp) {
            return tcp;
        }
        throw new IllegalArgumentException(
                "modems listen on TCP ports: write polygator-modem:tcp:HOST:PORTS, such as tcp:127.0.0.1:9101-9108");
    }

    /** The gateway that the modems stand for: that of the {@code polygator} component. */
    SmsGateway gateway() {
        return polygator().smsGateway();
    }

    /** Who may use them: the accounts of the {@code polygator} component unless others are set. */
    Gatekeeper gatekeeper() {
        return gatekeeper == null ? polygator().gatekeeper() : gatekeeper;
    }

    private PolygatorComponent polygator() {
        return getCamelContext().getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class);
    }

    /** Where exchanges run. */
    ExecutorService executor() {
        lock.lock();
        try {
            if (executor == null) {
                executor = getCamelContext()
                        .getExecutorServiceManager()
                        .newDefaultThreadPool(this, "PolygatorModemExchange");
            }
            return executor;
        } finally {
            lock.unlock();
        }
    }

    void opened(String address, VirtualModems modems) {
        open.put(address, modems);
    }

    void closed(String address, VirtualModems modems) {
        open.remove(address, modems);
    }

    /** The modems that listen there, while they do. */
    Optional<VirtualModems> modems(String address) {
        return Optional.ofNullable(open.get(address));
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

    public PolygatorModemConfiguration getConfiguration() {
        return configuration;
    }

    /** Defaults for the options of endpoints. */
    public void setConfiguration(PolygatorModemConfiguration configuration) {
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
