package io.polygator.app.check;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import java.util.List;
import org.apache.camel.CamelContext;

/** The gateways, their channels, and the store. */
final class GatewaysCheck implements Check {
    private static final String PREFIX = "camel.component.polygator.";

    private final CamelContext context;
    private final PropertyPlaces places;

    GatewaysCheck(CamelContext context, PropertyPlaces places) {
        this.context = context;
        this.places = places;
    }

    @Override
    public List<Finding> findings() {
        PolygatorComponent component = context.getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class);
        return component.configurationProblems().stream()
                .map(problem -> new Finding(places.ofSubject(problem, PREFIX).orElse("configuration"), problem))
                .toList();
    }
}
