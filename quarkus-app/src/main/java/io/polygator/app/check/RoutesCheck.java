package io.polygator.app.check;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Predicate;
import org.apache.camel.RouteConfigurationsBuilder;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;

/** The routes: can each file be read, and do components, options, beans and placeholders exist. No route is started. */
final class RoutesCheck implements Check {
    private final SmallRyeConfig config;
    private final CamelContext context;
    private final List<Finding> findings = new ArrayList<>();

    RoutesCheck(SmallRyeConfig config, CamelContext context) {
        this.config = config;
        this.context = context;
    }

    @Override
    public List<Finding> findings() {
        Path folder = Path.of(config.getValue("polygator.routes", String.class));
        Set<Path> files = files(folder);
        if (files.isEmpty()) {
            findings.add(new Finding(
                    folder.toAbsolutePath().toString(),
                    "there are no routes (*.yaml): start in the folder that has routes/, or set polygator.routes"));
        }
        Map<Path, List<RoutesBuilder>> readable = new LinkedHashMap<>();
        files.forEach(file -> read(file).ifPresent(routes -> readable.put(file, routes)));
        // a route may go by the configuration in another file
        readable.forEach((file, routes) -> routes.forEach(part -> attempt(file, () -> addConfigurations(part))));
        readable.forEach((file, routes) -> routes.forEach(part -> attempt(file, () -> context.addRoutes(part))));
        model().getRouteDefinitions().forEach(route -> attempt(fileOf(route, readable.keySet()), () -> make(route)));
        return findings;
    }

    private Set<Path> files(Path folder) {
        Set<Path> files = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> routes = Files.newDirectoryStream(folder, "*.yaml")) {
                routes.forEach(files::add);
            } catch (IOException e) {
                findings.add(new Finding(folder.toString(), "cannot be read: " + e.getMessage()));
            }
        }
        return files;
    }

    private Optional<List<RoutesBuilder>> read(Path file) {
        try {
            Resource resource = PluginHelper.getResourceLoader(context).resolveResource("file:" + file);
            return Optional.of(List.copyOf(PluginHelper.getRoutesLoader(context).findRoutesBuilders(resource)));
        } catch (Exception e) {
            findings.add(RouteProblem.of(file, e));
            return Optional.empty();
        }
    }

    private void addConfigurations(RoutesBuilder routes) throws Exception {
        if (routes instanceof RouteConfigurationsBuilder configurations) {
            context.addRoutesConfigurations(configurations);
        }
    }

    private void make(RouteDefinition route) throws Exception {
        if (isWanted(route)) {
            model().getModelReifierFactory().createRoute(context, route);
        }
    }

    private boolean isWanted(RouteDefinition route) {
        if (route.getPrecondition() == null) {
            return true;
        }
        Predicate precondition = context.resolveLanguage("simple")
                .createPredicate(context.resolvePropertyPlaceholders(route.getPrecondition()));
        precondition.init(context);
        return precondition.matches(new DefaultExchange(context));
    }

    private Path fileOf(RouteDefinition route, Set<Path> files) {
        String location = String.valueOf(route.getResource().getLocation());
        return files.stream()
                .filter(file -> location.endsWith(file.toString()))
                .findFirst()
                .orElse(Path.of(location));
    }

    private void attempt(Path file, Step step) {
        try {
            step.run();
        } catch (Exception e) {
            findings.add(RouteProblem.of(file, e));
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private Model model() {
        return context.getCamelContextExtension().getContextPlugin(Model.class);
    }
}
