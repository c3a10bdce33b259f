package io.polygator.app.check;

import io.polygator.camel.polygator.PolygatorComponent;
import java.util.List;

/** The gateways, their channels, and the store. */
final class GatewaysCheck implements Check {
    private static final String PREFIX = "camel.component.polygator.";

    private final PolygatorComponent component;
    private final PropertyPlaces places;

    GatewaysCheck(PolygatorComponent component, PropertyPlaces places) {
        this.component = component;
        this.places = places;
    }

    @Override
    public List<Finding> findings() {
        return component.configurationProblems().stream()
                .map(problem -> new Finding(places.ofSubject(problem, PREFIX).orElse("configuration"), problem))
                .toList();
    }
}
