package io.polygator.camel.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.netty.http.HttpServerBootstrapFactory;
import org.apache.camel.component.netty.http.HttpServerConsumerChannelFactory;
import org.apache.camel.component.netty.http.NettyHttpComponent;
import org.apache.camel.component.netty.http.NettyHttpComponentConfigurer;
import org.apache.camel.component.netty.http.NettyHttpConsumer;
import org.apache.camel.component.netty.http.NettyHttpEndpointConfigurer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.service.ServiceHelper;

/**
 * The component {@code netty-http} with one {@link HttpDoor} per port, which knows a route from the moment that Camel
 * creates it. Camel's own knows only routes that run, and tells everybody else that there is no such path.
 */
public final class HttpDoorComponent extends NettyHttpComponent {
    /** A text of ten segments in Cyrillic has 4,020 characters in a query already, where Camel's lines end at 4,096. */
    private static final int LONGEST_LINE = 16 * 1024;

    private final Map<Integer, HttpDoor> doors = new ConcurrentHashMap<>();
    /** By host and port, as Camel has them, which gives its own no other pipeline. */
    private final Map<String, HttpServerBootstrapFactory> servers = new ConcurrentHashMap<>();

    public HttpDoorComponent() {
        getConfiguration().setWorkerCount(connectionThreads());
        getConfiguration().setMaxInitialLineLength(LONGEST_LINE);
    }

    /**
     * Threads for the connections, of which Camel would take two per processor. They only read and write, since routes
     * have threads of their own; few wake up less often, and each time find more to do.
     */
    private static int connectionThreads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    @Override
    public HttpServerConsumerChannelFactory getMultiplexChannelHandler(int port) {
        return door(port);
    }

    @Override
    protected HttpServerBootstrapFactory getOrCreateHttpNettyServerBootstrapFactory(NettyHttpConsumer consumer) {
        // called when a consumer has been created; Camel creates all of them before it starts the first
        door(consumer.getConfiguration().getPort()).expect(consumer);
        return servers.computeIfAbsent(consumer.getConfiguration().getAddress(), any -> server(consumer));
    }

    private HttpServerBootstrapFactory server(NettyHttpConsumer consumer) {
        HttpServerBootstrapFactory bootstrap =
                new HttpServerBootstrapFactory(door(consumer.getConfiguration().getPort()));
        bootstrap.init(getCamelContext(), consumer.getConfiguration(), new HttpDoorPipeline(consumer));
        return bootstrap;
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(servers.values());
        servers.clear();
        super.doStop();
    }

    private HttpDoor door(int port) {
        return doors.computeIfAbsent(port, HttpDoor::new);
    }

    /** Camel finds the generated configurers by an annotation that is not inherited. */
    @Override
    public PropertyConfigurer getComponentPropertyConfigurer() {
        return new NettyHttpComponentConfigurer();
    }

    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return new NettyHttpEndpointConfigurer();
    }
}
