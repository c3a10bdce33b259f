package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.http.Events;
import io.polygator.camel.http.HttpAccess;
import io.polygator.camel.http.HttpProblems;
import io.polygator.simulator.programs.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Processor;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.stub.StubComponent;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes that our pages show start as they stand there. */
class YamlExamplesTest extends PolygatorTestSupport {
    private static final Path TOP = Path.of("..", "..");
    private static final Pattern BLOCK = Pattern.compile("(?m)^ *```yaml\\n(.*?)^ *```$", Pattern.DOTALL);

    @Override
    protected Properties useOverridePropertiesWithPropertiesComponent() {
        Properties properties = new Properties();
        properties.setProperty("polygator.http.host", "127.0.0.1");
        properties.setProperty("polygator.http.port", String.valueOf(FreePort.any()));
        properties.setProperty("callhome.url", "https://home.example.org/");
        properties.setProperty("mail.user", "sms");
        properties.setProperty("mail.password", "secret");
        properties.setProperty("smpp.port", String.valueOf(FreePort.any()));
        properties.setProperty("kafka.brokers", "127.0.0.1:9092");
        return properties;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "routes/README.md",
                "camel-polygator/docs/polygator-endpoint.md",
                "camel-polygator/docs/webhooks.md"
            })
    void everyRouteOfThePageStarts(String page) throws Exception {
        context.getRegistry().bind("httpAccess", new HttpAccess(Optional.empty()));
        context.getRegistry().bind("httpProblems", new HttpProblems());
        context.getRegistry().bind("events", new Events());
        context.getRegistry().bind("guardedHttp", (Processor) exchange -> {});
        for (String elsewhere : List.of("imaps", "jms", "kafka")) {
            context.addComponent(elsewhere, new StubComponent());
        }
        load(ResourceHelper.resolveResource(context, "file:" + TOP.resolve("routes/http-errors.yaml")));

        Matcher block = BLOCK.matcher(Files.readString(TOP.resolve(page)));
        int blocks = 0;
        for (; block.find(); blocks++) {
            load(ResourceHelper.fromString(
                    "example-" + blocks + ".yaml", block.group(1).stripIndent()));
        }

        assertThat(blocks).isPositive();
        assertThat(context.getRoutes())
                .filteredOn(route -> !route.isCreatedByKamelet())
                .hasSize(blocks);
        assertThat(context.getRoutes())
                .allSatisfy(route -> assertThat(context.getRouteController().getRouteStatus(route.getRouteId()))
                        .isEqualTo(ServiceStatus.Started));
    }

    private void load(Resource resource) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(resource);
    }
}
