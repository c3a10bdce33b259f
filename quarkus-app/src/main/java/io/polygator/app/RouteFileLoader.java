package io.polygator.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;
import org.apache.camel.spi.Resource;

/**
 * Loads route files as Camel does, without reading each of them twice. Camel 4.17 parses every file once before its
 * configuration is known, for the beans that settings may refer to, and once more for the routes: where a file has no
 * beans, the first time finds nothing.
 */
final class RouteFileLoader extends YamlRoutesBuilderLoader {

    @Override
    public void preParseRoute(Resource file) throws Exception {
        if (!file.exists() || mayHaveBeans(file)) {
            super.preParseRoute(file);
        }
    }

    /** Beans of a file of routes, or a resource of Kubernetes (Camel K), which brings its own. */
    private static boolean mayHaveBeans(Resource file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            // what is looked for is ASCII, which this charset never refuses
            String yaml = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
            return yaml.contains("beans") || yaml.contains("apiVersion");
        }
    }
}
