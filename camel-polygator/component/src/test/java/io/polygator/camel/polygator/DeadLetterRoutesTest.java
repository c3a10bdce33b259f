package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.http.HttpAccess;
import io.polygator.camel.http.HttpDeadLetters;
import io.polygator.camel.http.HttpDoorComponent;
import io.polygator.camel.http.HttpProblems;
import io.polygator.camel.http.HttpUser;
import io.polygator.gateway.account.HttpScope;
import io.polygator.http.BasicCredentials;
import io.polygator.simulator.programs.FreePort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routes of the dead letters, over HTTP. */
class DeadLetterRoutesTest extends PolygatorTestSupport {
    private static final Path ROUTES = Path.of("..", "..", "routes");
    private static final String LETTERS = "/v1/dead-letters";
    private static final String LETTER = LETTERS + "/webhook.crm.events/7";

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addComponent("netty-http", new HttpDoorComponent());
        HttpUser boss = new HttpUser(new BasicCredentials("boss", "secret"), Set.of(HttpScope.CONTROL));
        context.getRegistry().bind("httpAccess", new HttpAccess(Optional.of(boss)));
        context.getRegistry().bind("httpDeadLetters", new HttpDeadLetters());
        context.getRegistry().bind("httpProblems", new HttpProblems());
        return context;
    }

    @Override
    protected Properties useOverridePropertiesWithPropertiesComponent() {
        Properties properties = new Properties();
        properties.setProperty("polygator.http.host", "127.0.0.1");
        properties.setProperty("polygator.http.port", String.valueOf(FreePort.any()));
        return properties;
    }

    @BeforeEach
    void load() throws Exception {
        for (String route : List.of("errors", "dead-letters", "dead-letter-replay", "dead-letter-discard")) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(
                            context, "file:" + ROUTES.resolve("http-" + route + ".yaml")));
        }
        gateway.deadLetters.letters.add(RememberingDeadLetters.letter("webhook.crm.events", 7));
    }

    @Test
    void aLetterIsReplayedOnce() throws Exception {
        HttpResponse<String> replayed = request("POST", LETTER + "/replay");

        assertThat(replayed.statusCode()).isEqualTo(200);
        assertThat(replayed.body())
                .isEqualTo("{\"subscription\":\"webhook.crm.events\",\"number\":7,\"state\":\"replayed\"}");
        assertThat(gateway.deadLetters.settled).containsExactly("replayed webhook.crm.events 7");
        assertThat(request("POST", LETTER + "/replay").statusCode()).isEqualTo(404);
    }

    @Test
    void aLetterIsDiscardedOnce() throws Exception {
        HttpResponse<String> discarded = request("DELETE", LETTER);

        assertThat(discarded.statusCode()).isEqualTo(200);
        assertThat(discarded.body())
                .isEqualTo("{\"subscription\":\"webhook.crm.events\",\"number\":7,\"state\":\"discarded\"}");
        assertThat(gateway.deadLetters.settled).containsExactly("discarded webhook.crm.events 7");
        assertThat(request("DELETE", LETTER).statusCode()).isEqualTo(404);
    }

    @Test
    void theQueryNarrowsTheList() throws Exception {
        HttpResponse<String> listed = request("GET", LETTERS + "?subscription=webhook.crm.events&after=6&limit=10");

        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(listed.body()).contains("\"number\":7", "\"reason\":\"the webhook answered 500\"");
        assertThat(gateway.deadLetters.asked).containsExactly("Optional[webhook.crm.events] after 6, at most 10");
        assertThat(request("GET", LETTERS + "?after=7").body()).isEqualTo("{\"deadLetters\":[]}");
    }

    private HttpResponse<String> request(String method, String path) throws Exception {
        String credentials = Base64.getEncoder().encodeToString("boss:secret".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("polygator.http.port") + path))
                                .header("Authorization", "Basic " + credentials)
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }
}
