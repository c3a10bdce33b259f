package io.polygator.camel.door;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.HealthCheckComponent;
import org.jspecify.annotations.Nullable;

/**
 * A component through whose endpoints clients come in. A server listens while the consumer of its endpoint runs;
 * producers of the same address find it here. Thread-safe.
 *
 * @param <S> the server
 */
public abstract class DoorComponent<S extends OpenDoor> extends HealthCheckComponent {

    @Metadata(label = "advanced,security", autowired = true)
    private @Nullable Gatekeeper gatekeeper;

    private final Map<String, S> open = new ConcurrentHashMap<>();
    private final String threadName;
    private @Nullable ExecutorService executor;

    /** @param threadName of the threads on which exchanges run */
    protected DoorComponent(String threadName) {
        this.threadName = threadName;
    }

    /** Who may come in: the accounts of the {@code polygator} component unless others are set. */
    public Gatekeeper gatekeeper() {
        return gatekeeper == null ? polygator().gatekeeper() : gatekeeper;
    }

    /** The component whose gateway the door leads to. */
    protected PolygatorComponent polygator() {
        return getCamelContext().getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class);
    }

    /** Where exchanges run. */
    public ExecutorService executor() {
        lock.lock();
        try {
            if (executor == null) {
                executor = getCamelContext().getExecutorServiceManager().newDefaultThreadPool(this, threadName);
            }
            return executor;
        } finally {
            lock.unlock();
        }
    }

    void opened(String address, S server) {
        open.put(address, server);
    }

    void closed(String address, S server) {
        open.remove(address, server);
    }

    /** The server that listens there, while it does. */
    public Optional<S> server(String address) {
        return Optional.ofNullable(open.get(address));
    }

    /** The servers that listen. */
    protected List<S> servers() {
        return List.copyOf(open.values());
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

    public @Nullable Gatekeeper getGatekeeper() {
        return gatekeeper;
    }

    /** Accounts to use instead of those of the {@code polygator} component. */
    public void setGatekeeper(@Nullable Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }
}
