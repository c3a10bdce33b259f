package io.polygator.camel.polygator;

import io.polygator.gateway.SmsGateway;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.HealthCheckComponent;
import org.jspecify.annotations.Nullable;

/**
 * The component {@code polygator:}. Owns the gateway that its endpoints share, unless the registry holds an {@link
 * SmsGateway}: then that one is used, and left open.
 */
@Component(PolygatorConstants.SCHEME)
public class PolygatorComponent extends HealthCheckComponent {

    @Metadata(
            description = "The gateways by name. Each has an address (tcp:HOST:FIRST-LAST or serial:TTY), and may have"
                    + " module, pin, groups, smsc, keepAlive, sendDeadline, sweep, supervision and hangUp:"
                    + " camel.component.polygator.gateways.g8.address=tcp:192.168.2.154:9101-9108")
    private final Map<String, PolygatorGatewayConfiguration> gateways = new PolygatorGateways();

    @Metadata(defaultValue = "memory", enums = "memory,none")
    private StoreKind store = StoreKind.memory;

    @Metadata(
            label = "security",
            defaultValue = "${user.home}/.camel-polygator",
            description = "The directory that remembers which PIN was tried on which SIM, so that a wrong PIN is not"
                    + " tried again after a restart: three wrong attempts lock a SIM")
    private String pinDirectory = System.getProperty("user.home") + "/.camel-polygator";

    @Metadata(
            label = "advanced",
            description =
                    "The directory to write a transcript of each channel's AT dialogue to, in two files of at most"
                            + " 2 MB: g8-1.trace and the one before. Texts, PINs and numbers are left out. Without it nothing is"
                            + " written")
    private @Nullable String traceDirectory;

    @Metadata(label = "advanced")
    private PolygatorConfiguration configuration = new PolygatorConfiguration();

    @Metadata(label = "advanced")
    private @Nullable SmsGateway gateway;

    private @Nullable OpenGateway open;
    private @Nullable ExecutorService executor;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        PolygatorEndpoint endpoint = new PolygatorEndpoint(uri, this, remaining, configuration.copy());
        EndpointOptions.check(parameters);
        setProperties(endpoint, parameters);
        endpoint.getConfiguration().validate();
        return endpoint;
    }

    /** The gateway that the endpoints share, with every configured channel defined; made when first asked for. */
    public SmsGateway smsGateway() {
        return openGateway().gateway();
    }

    /** Where exchanges go on after the gateway has answered, so that they do not hold up its own threads. */
    ExecutorService executor() {
        lock.lock();
        try {
            if (executor == null) {
                executor =
                        getCamelContext().getExecutorServiceManager().newDefaultThreadPool(this, "PolygatorExchange");
            }
            return executor;
        } finally {
            lock.unlock();
        }
    }

    OpenGateway openGateway() {
        lock.lock();
        try {
            if (open == null) {
                SmsGateway found = gateway == null ? inRegistry() : gateway;
                open = found == null
                        ? OpenGateway.owned(
                                OwnGateway.open(Path.of(pinDirectory), ChannelTraces.in(traceDirectory)), gateways)
                        : OpenGateway.borrowed(found, gateways);
            }
            return open;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable SmsGateway inRegistry() {
        return CamelContextHelper.findSingleByType(getCamelContext(), SmsGateway.class);
    }

    @Override
    protected void doStop() throws Exception {
        lock.lock();
        try {
            if (open != null) {
                open.close();
                open = null;
            }
            if (executor != null) {
                getCamelContext().getExecutorServiceManager().shutdownGraceful(executor);
                executor = null;
            }
        } finally {
            lock.unlock();
        }
        super.doStop();
    }

    public Map<String, PolygatorGatewayConfiguration> getGateways() {
        return gateways;
    }

    /** The gateways by name. */
    public void setGateways(Map<String, PolygatorGatewayConfiguration> gateways) {
        if (gateways != this.gateways) {
            this.gateways.clear();
            this.gateways.putAll(gateways);
        }
    }

    public StoreKind getStore() {
        return store;
    }

    /**
     * Where messages wait for a channel: memory, or none, which makes each exchange wait for the network's answer.
     */
    public void setStore(StoreKind store) {
        this.store = store;
    }

    public String getPinDirectory() {
        return pinDirectory;
    }

    public void setPinDirectory(String pinDirectory) {
        this.pinDirectory = pinDirectory;
    }

    public @Nullable String getTraceDirectory() {
        return traceDirectory;
    }

    public void setTraceDirectory(@Nullable String traceDirectory) {
        this.traceDirectory = traceDirectory;
    }

    public PolygatorConfiguration getConfiguration() {
        return configuration;
    }

    /** Defaults for the options of endpoints. */
    public void setConfiguration(PolygatorConfiguration configuration) {
        this.configuration = configuration;
    }

    public @Nullable SmsGateway getGateway() {
        return gateway;
    }

    /** A gateway to use instead of one made from the configuration; it is not closed by the component. */
    public void setGateway(@Nullable SmsGateway gateway) {
        this.gateway = gateway;
    }
}
