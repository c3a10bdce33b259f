package io.polygator.camel.polygator;

import java.util.ArrayList;
import java.util.List;

/** What the gateway would refuse of a component's options, found without opening anything. */
final class ConfigurationProblems {
    private final List<String> problems = new ArrayList<>();

    private ConfigurationProblems() {}

    static List<String> of(PolygatorComponent component) {
        ConfigurationProblems found = new ConfigurationProblems();
        found.lookAt(() -> ComponentSettings.withoutAccounts(component));
        found.lookAt(component::storePlace);
        component.getGateways().forEach((name, gateway) -> found.lookAt(() -> ChannelDefinitions.of(name, gateway)));
        return List.copyOf(found.problems);
    }

    private void lookAt(Runnable part) {
        try {
            part.run();
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }
}
