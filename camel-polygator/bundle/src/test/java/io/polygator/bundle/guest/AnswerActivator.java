package io.polygator.bundle.guest;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Runs a YAML route, which camel-blueprint would do in fewer words if it could be had. */
public final class AnswerActivator implements BundleActivator {
    /** Where the gateway is. */
    public static final String GATEWAY = "answer.gateway";
    /** The file of the route. */
    public static final String ROUTE = "answer.route";
    /** The file of the store. */
    public static final String STORE = "answer.store";

    private @Nullable CamelContext context;

    @Override
    public void start(BundleContext bundle) throws Exception {
        OsgiDefaultCamelContext camel = new OsgiDefaultCamelContext(bundle);
        context = camel;
        // found as a service, as for any route: this bundle does not say of which class it is
        PolygatorComponent polygator = camel.getComponent("polygator", PolygatorComponent.class);
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(bundle.getProperty(GATEWAY));
        polygator.getGateways().put("g1", gateway);
        polygator.setStoreFile(bundle.getProperty(STORE));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:" + bundle.getProperty(ROUTE)));
        camel.start();
    }

    @Override
    public void stop(BundleContext bundle) {
        if (context != null) {
            context.stop();
        }
    }
}
