package io.polygator.camel.smpp;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.MemoryAccounts;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A route from an endpoint that takes every submission; behind it there is nothing. For the account demo. */
final class SmppDoor implements AutoCloseable {
    private static final String ROUTE = "smpp-server";

    private final CamelContext context = new DefaultCamelContext();

    /** @param options of the endpoint, which finds the bean {@code keys} */
    static SmppDoor open(String options, Object keys) throws Exception {
        SmppDoor door = new SmppDoor();
        PolygatorSmppComponent component = new PolygatorSmppComponent();
        component.setGatekeeper(Gatekeeper.of(MemoryAccounts.demo()));
        door.context.addComponent(PolygatorSmppComponent.SCHEME, component);
        door.context.getRegistry().bind("keys", keys);
        door.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("polygator-smpp:127.0.0.1:0" + options)
                        .routeId(ROUTE)
                        .setHeader(PolygatorConstants.MESSAGE_ID, constant("1001"));
            }
        });
        door.context.start();
        return door;
    }

    PolygatorSmppComponent component() {
        return context.getComponent(PolygatorSmppComponent.SCHEME, PolygatorSmppComponent.class);
    }

    int port() {
        return component().server("127.0.0.1:0").orElseThrow().port();
    }

    Consumer consumer() {
        return context.getRoute(ROUTE).getConsumer();
    }

    void stopRoute() throws Exception {
        context.getRouteController().stopRoute(ROUTE);
    }

    void startRoute() throws Exception {
        context.getRouteController().startRoute(ROUTE);
    }

    @Override
    public void close() {
        context.stop();
    }
}
