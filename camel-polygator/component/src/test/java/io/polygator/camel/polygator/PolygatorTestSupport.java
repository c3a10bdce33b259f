package io.polygator.camel.polygator;

import org.apache.camel.CamelContext;
import org.apache.camel.test.junit5.CamelTestSupport;

/** A context whose component uses a {@link RememberingGateway} and knows the gateways g8 and k32. */
abstract class PolygatorTestSupport extends CamelTestSupport {

    final RememberingGateway gateway = new RememberingGateway();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        PolygatorComponent component = new PolygatorComponent();
        component.setGateway(gateway);
        component.getGateways().put("g8", gateway("tcp:192.168.2.154:9101-9108", "moscow,all-day"));
        component.getGateways().put("k32", gateway("tcp:192.168.2.155:9101-9102", "moscow"));
        context.addComponent(PolygatorConstants.SCHEME, component);
        return context;
    }

    /** The port that a property names. */
    int port(String property) {
        return Integer.parseInt(context.resolvePropertyPlaceholders("{{" + property + "}}"));
    }

    static PolygatorGatewayConfiguration gateway(String address, String groups) {
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(address);
        gateway.setGroups(groups);
        return gateway;
    }
}
