package io.polygator.camel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polygator.camel.http.Events;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route that docs/webhooks.md shows, before a receiver. */
class CallHomeTest {
    private static final Path PAGE = Path.of("..", "docs", "webhooks.md");

    @Test
    void theReceiverReadsTheNumberOfWhoRings(@TempDir Path folder) throws Exception {
        try (Receiver home = new Receiver("127.0.0.1", Receiver.FINE);
                HookedGateway gateway = new HookedGateway(folder, Duration.ofSeconds(20))) {
            gateway.start();
            gateway.context().getRegistry().bind("events", new Events());
            gateway.context().getRegistry().bind("guardedHttp", new GuardedHttp(gateway.client(), gateway.context()));
            Properties properties = new Properties();
            properties.setProperty("callhome.url", home.url());
            gateway.context().getPropertiesComponent().setOverrideProperties(properties);
            PluginHelper.getRoutesLoader(gateway.context())
                    .loadRoutes(ResourceHelper.fromString("call-home.yaml", route()));
            gateway.awaitRegistered();

            gateway.simulator().channel(0).ringFrom(HookedGateway.SENDER);

            await().atMost(HookedGateway.SECONDS).until(() -> !home.requests().isEmpty());
            Receiver.Request request = home.requests().get(0);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/sms");
            assertThat(request.header("Content-type")).isEqualTo("application/json");
            JsonNode event = new ObjectMapper().readTree(request.body());
            assertThat(event.path("event").asText()).isEqualTo("call");
            assertThat(event.path("from").asText()).isEqualTo(HookedGateway.SENDER);
        }
    }

    private static String route() throws Exception {
        Matcher block =
                Pattern.compile("```yaml\\n(- route:\\n.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
