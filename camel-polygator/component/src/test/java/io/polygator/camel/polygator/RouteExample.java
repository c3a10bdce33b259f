package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A route that routes/README.md offers to copy. */
final class RouteExample {
    private static final Path README = Path.of("..", "..", "routes", "README.md");

    private final String id;
    private final String yaml;

    private RouteExample(String id, String yaml) {
        this.id = id;
        this.yaml = yaml;
    }

    static RouteExample of(String id) throws IOException {
        Matcher block = Pattern.compile("```yaml\\n(- route:\\n    id: " + id + "\\n.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README));
        assertThat(block.find()).as(id).isTrue();
        return new RouteExample(id, block.group(1));
    }

    /** The same with something of the reader's own: an address, a pause. */
    RouteExample with(String words, String own) {
        assertThat(yaml).as(id).containsOnlyOnce(words);
        return new RouteExample(id, yaml.replace(words, own));
    }

    void load(CamelContext context) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(id + ".yaml", yaml));
    }
}
