package io.polygator.camel.polygator;

import io.polygator.gateway.SmsGateway;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.CamelContextHelper;
import org.jspecify.annotations.Nullable;

/**
 * The component {@code polygator:}. Owns the gateway that its endpoints share, unless the registry holds an {@link
 * SmsGateway}: then that one is used, and left open.
 */
@Component(PolygatorConstants.SCHEME)
public class PolygatorComponent extends PolygatorOptions {

    private @Nullable Gatekeeper ownGatekeeper;
    private final StoreTrouble storeTrouble = new StoreTrouble(InstantSource.system());
    private @Nullable OpenGateway open;
    private @Nullable StoreHealthCheck storeHealth;
    private @Nullable ExecutorService executor;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        PolygatorEndpoint endpoint =
                new PolygatorEndpoint(uri, this, remaining, getConfiguration().copy());
        EndpointOptions.check(parameters);
        setProperties(endpoint, parameters);
        endpoint.getConfiguration().validate();
        return endpoint;
    }

    /** The gateway that the endpoints share, with every configured channel defined; made when first asked for. */
    public SmsGateway smsGateway() {
        return openGateway().gateway();
    }

    /** Who may use the gateway and how fast; asked by every door. */
    public Gatekeeper gatekeeper() {
        lock.lock();
        try {
            Gatekeeper given = getGatekeeper();
            if (given != null) {
                return given;
            }
            if (ownGatekeeper == null) {
                String file = getAccountsFile();
                ownGatekeeper =
                        file == null || file.isBlank() ? Gatekeeper.ofNobody() : Gatekeeper.ofFile(Path.of(file));
            }
            return ownGatekeeper;
        } finally {
            lock.unlock();
        }
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
                SmsGateway given = getGateway();
                SmsGateway found = given == null ? inRegistry() : given;
                open = found == null
                        ? OpenGateway.owned(
                                OwnGateway.open(
                                        ComponentSettings.of(this),
                                        StoreOptions.of(this),
                                        ChannelTraces.in(getTraceDirectory())),
                                getGateways())
                        : OpenGateway.borrowed(found, getGateways());
                watchStore(open.gateway(), found == null ? storePlace() : "a gateway of the registry");
            }
            return open;
        } finally {
            lock.unlock();
        }
    }

    private void watchStore(SmsGateway watched, String place) {
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(getCamelContext());
        if (registry != null) {
            storeHealth = new StoreHealthCheck(watched, storeTrouble, place);
            registry.register(storeHealth);
        }
    }

    private void watchStoreNoMore() {
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(getCamelContext());
        if (registry != null && storeHealth != null) {
            registry.unregister(storeHealth);
            storeHealth = null;
        }
    }

    StoreTrouble storeTrouble() {
        return storeTrouble;
    }

    /** How many messages were not accepted because the store could not take them, since the component was made. */
    public long storeRefusals() {
        return storeTrouble.refusals();
    }

    /** Where messages are kept, in words for people, without a password. */
    public String storePlace() {
        return StoreOptions.of(this).describe();
    }

    /**
     * What is wrong with the options of the component and of its gateways and what helps, one by one. Opens nothing and
     * connects to nothing, and does not read the file of accounts.
     */
    public List<String> configurationProblems() {
        return ConfigurationProblems.of(this);
    }

    private @Nullable SmsGateway inRegistry() {
        return CamelContextHelper.findSingleByType(getCamelContext(), SmsGateway.class);
    }

    @Override
    protected void doStop() throws Exception {
        lock.lock();
        try {
            watchStoreNoMore();
            if (open != null) {
                open.close();
                open = null;
            }
            if (executor != null) {
                getCamelContext().getExecutorServiceManager().shutdownGraceful(executor);
                executor = null;
            }
            if (ownGatekeeper != null) {
                ownGatekeeper.close();
                ownGatekeeper = null;
            }
        } finally {
            lock.unlock();
        }
        super.doStop();
    }
}
