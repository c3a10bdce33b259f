package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteFileLoaderTest {
    private static final String ROUTE =
            "- route:\n    id: only\n    from:\n      uri: direct:in\n      steps:\n      - to: log:out\n";
    private static final String BEAN = "- beans:\n  - name: list\n    type: java.util.ArrayList\n";

    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void bind() {
        context.getRegistry().bind("loader", new RouteFileLoader());
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void routesAreLoaded() throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(file(ROUTE));

        assertThat(context.getRoute("only")).isNotNull();
    }

    @Test
    void beansBesideRoutesAreLoadedToo() throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(file(BEAN + ROUTE));

        assertThat(context.getRoute("only")).isNotNull();
        assertThat(context.getRegistry().lookupByName("list")).isNotNull();
    }

    @Test
    void beansAreThereBeforeTheRoutesAre() throws Exception {
        RouteFileLoader loader = new RouteFileLoader();
        loader.setCamelContext(context);
        loader.start();

        loader.preParseRoute(file(BEAN + ROUTE));

        assertThat(context.getRegistry().lookupByName("list")).isNotNull();
        assertThat(context.getRoute("only")).isNull();
    }

    private static Resource file(String yaml) {
        return ResourceHelper.fromString("routes.yaml", yaml);
    }
}
