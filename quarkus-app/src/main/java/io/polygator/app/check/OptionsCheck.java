package io.polygator.app.check;

import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.support.PropertyBindingSupport;

/** The options {@code camel.component.*}: does the component have them, and can they be what they are set to. */
final class OptionsCheck implements Check {
    private static final String PREFIX = "camel.component.";

    private final SmallRyeConfig config;
    private final CamelContext context;
    private final PropertyPlaces places;

    OptionsCheck(SmallRyeConfig config, CamelContext context, PropertyPlaces places) {
        this.config = config;
        this.context = context;
        this.places = places;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        config.getPropertyNames().forEach(names::add);
        for (String name : names) {
            if (name.startsWith(PREFIX)) {
                problem(name).ifPresent(words -> findings.add(new Finding(places.of(name), words)));
            }
        }
        return findings;
    }

    private Optional<String> problem(String name) {
        String[] parts = name.substring(PREFIX.length()).split("\\.", 2);
        Component component = context.getComponent(parts[0], true, false);
        if (component == null) {
            return Optional.of(name + ": there is no component " + parts[0] + ", correct its name or remove the line");
        }
        return parts.length < 2
                ? Optional.of(name + ": the option is missing after the name of the component")
                : bind(component, name, parts[1]);
    }

    /** Values are not repeated: they may be secrets. */
    private Optional<String> bind(Component component, String name, String option) {
        try {
            boolean known = PropertyBindingSupport.build()
                    .withCamelContext(context)
                    .withTarget(component)
                    .withConfigurer(component.getComponentPropertyConfigurer())
                    .withIgnoreCase(true)
                    .withProperty(option, config.getRawValue(name))
                    .bind();
            return known ? Optional.empty() : Optional.of(name + " is not known: correct its name or remove the line");
        } catch (RuntimeException e) {
            return Optional.of(name + " cannot have this value: see the component's page for what it takes");
        }
    }
}
