package io.polygator.camel.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.AccountLimits;
import io.polygator.gateway.account.AddressRules;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HttpOptions;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.RateLimit;
import io.polygator.gateway.account.SendingRights;
import io.polygator.gateway.quota.SegmentBudget;
import io.polygator.http.BasicCredentials;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.programs.FreePort;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of the HTTP API, and several accounts that use them. */
class HttpAccountsTest {
    private static final Path ROUTES = Path.of("..", "..", "routes");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LATER = "{\"to\":\"+380677654321\",\"text\":\"x\",\"sendAt\":\""
            + Instant.now().plus(Duration.ofDays(1)) + "\"}";
    private static final String HELLO = "{\"to\":\"+380677654321\",\"text\":\"Hello\"}";

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final HttpClient client = HttpClient.newHttpClient();
    private final PolygatorSimulator simulator =
            PolygatorSimulator.builder().channels(2).firstPort(0).build();
    private final Gatekeeper gatekeeper = Gatekeeper.of(new MemoryAccounts(List.of(
            account("acme")
                    .with(new SendingRights(
                            AddressRules.anything(), AddressRules.anything(), List.of(new ChannelGrant.Named("g2-1")))),
            account("rival"),
            account("slow")
                    .with(new AccountLimits(
                            Optional.of(RateLimit.perSecond(new BigDecimal("0.01"), 1)), SegmentBudget.unlimited())),
            account("poor")
                    .with(new AccountLimits(
                            Optional.empty(), new SegmentBudget(OptionalLong.of(1), OptionalLong.empty()))))));
    private int port;

    private static Account account(String id) {
        return SomeAccounts.account(
                id,
                AccountAccess.fromThisMachine(Set.of(Door.HTTP)),
                HttpOptions.defaults().scopes());
    }

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        simulator.start();
        port = FreePort.any();
        Properties properties = new Properties();
        properties.setProperty("polygator.http.host", "127.0.0.1");
        properties.setProperty("polygator.http.port", String.valueOf(port));
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.addComponent(PolygatorConstants.SCHEME, component(folder));
        camel.addComponent("netty-http", new HttpDoorComponent());
        bindBeans();
        camel.start();
        for (String route : List.of("errors", "send", "status", "timeline", "replace", "cancel", "channels", "ussd")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(
                            ResourceHelper.resolveResource(camel, "file:" + ROUTES.resolve("http-" + route + ".yaml")));
        }
    }

    private PolygatorComponent component(Path folder) {
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setGatekeeper(gatekeeper);
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(String.join(",", simulator.addresses()));
        component.getGateways().put("g2", gateway);
        return component;
    }

    private void bindBeans() {
        HttpUser boss = new HttpUser(new BasicCredentials("boss", SomeAccounts.SECRET), EnumSet.allOf(HttpScope.class));
        camel.getRegistry().bind("httpAccess", new HttpAccess(Optional.of(boss)));
        camel.getRegistry().bind("httpMessages", new HttpMessages());
        camel.getRegistry().bind("httpTimelines", new HttpTimelines());
        camel.getRegistry().bind("httpChannels", new HttpChannels());
        camel.getRegistry().bind("httpUssd", new HttpUssd());
        camel.getRegistry().bind("httpProblems", new HttpProblems());
    }

    @AfterEach
    void stop() {
        camel.stop();
        gatekeeper.close();
        simulator.close();
    }

    @Test
    void noAccountSeesTheMessagesOfAnotherAndTheOneUserSeesAll() throws Exception {
        String path = "/v1/messages/" + json(post("acme", LATER)).path("id").asText();

        assertThat(request("acme", "GET", path).statusCode()).isEqualTo(200);
        assertThat(request("acme", "GET", path + "/timeline").body()).contains("from http acme");
        assertThat(request("boss", "GET", path).statusCode()).isEqualTo(200);

        assertThat(request("rival", "GET", path).statusCode()).isEqualTo(404);
        assertThat(request("rival", "GET", path + "/timeline").statusCode()).isEqualTo(404);
        assertThat(request("rival", "PUT", path, "{\"text\":\"y\"}").statusCode())
                .isEqualTo(404);
        assertThat(request("rival", "DELETE", path).statusCode()).isEqualTo(404);
        assertThat(json(request("acme", "DELETE", path)).path("state").asText()).isEqualTo("cancelled");
    }

    @Test
    void theSameIdempotencyKeyOfTwoAccountsIsTwoMessages() throws Exception {
        String first = idOfOrder("acme");

        assertThat(idOfOrder("acme")).isEqualTo(first);
        assertThat(idOfOrder("rival")).isNotEmpty().isNotEqualTo(first);
        assertThat(idOfOrder("boss")).isNotEmpty().isNotEqualTo(first);
    }

    private String idOfOrder(String user) throws Exception {
        return json(send(requestOf(user, "/v1/messages")
                        .header("Idempotency-Key", "order-1")
                        .POST(BodyPublishers.ofString(LATER))))
                .path("id")
                .asText();
    }

    @Test
    void anAccountSeesAndUsesItsChannelsOnly() throws Exception {
        assertThat(channels("acme")).containsExactly("g2-1");
        assertThat(channels("rival")).containsExactly("g2-1", "g2-2");
        assertThat(channels("boss")).containsExactly("g2-1", "g2-2");

        HttpResponse<String> refused = post("acme", "{\"to\":\"+380677654321\",\"text\":\"x\",\"channel\":\"g2-2\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("field").asText()).isEqualTo("channel");
    }

    @Test
    void whoMayNotControlChannelsIsToldSo() throws Exception {
        HttpResponse<String> refused = request("acme", "POST", "/v1/channels/g2-1/ussd", "{\"code\":\"*100#\"}");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("detail").asText()).isEqualTo("acme has not the scope control");
    }

    @Test
    void anAccountThatIsTooFastIsToldWhenToComeAgain() throws Exception {
        assertThat(post("slow", HELLO).statusCode()).isEqualTo(202);

        HttpResponse<String> refused = post("slow", HELLO);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(retryAfter(refused)).isBetween(1, 100);
        assertThat(json(refused).path("retryAfter").asInt()).isEqualTo(retryAfter(refused));

        HttpResponse<String> several = post("slow", HELLO.replace("\"+380677654321\"", "[\"+380677654321\"]"));
        assertThat(several.statusCode()).isEqualTo(429);
        assertThat(json(several)
                        .path("messages")
                        .path(0)
                        .path("problem")
                        .path("status")
                        .asInt())
                .isEqualTo(429);
    }

    @Test
    void anAccountThatHasUsedItsBudgetUpIsToldWhenItBeginsAnew() throws Exception {
        HttpResponse<String> several =
                post("poor", HELLO.replace("\"+380677654321\"", "[\"+380677654321\",\"+380677654322\"]"));
        assertThat(several.statusCode()).isEqualTo(202);
        assertThat(json(several).path("messages").path(0).path("id").asText()).isNotEmpty();
        assertThat(json(several)
                        .path("messages")
                        .path(1)
                        .path("problem")
                        .path("status")
                        .asInt())
                .isEqualTo(429);

        HttpResponse<String> refused = post("poor", HELLO);
        assertThat(refused.statusCode()).isEqualTo(429);
        // a day may have 25 hours
        assertThat(retryAfter(refused)).isBetween(1, 25 * 3600);
    }

    private List<String> channels(String user) throws Exception {
        return json(request(user, "GET", "/v1/channels")).path("channels").findValuesAsText("name");
    }

    private static int retryAfter(HttpResponse<String> response) {
        return Integer.parseInt(response.headers().firstValue("Retry-After").orElse("0"));
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> post(String user, String body) throws Exception {
        return request(user, "POST", "/v1/messages", body);
    }

    private HttpResponse<String> request(String user, String method, String path) throws Exception {
        return request(user, method, path, "");
    }

    private HttpResponse<String> request(String user, String method, String path, String body) throws Exception {
        return send(requestOf(user, path).method(method, BodyPublishers.ofString(body)));
    }

    /** A request that also tries to pass for another account. */
    private HttpRequest.Builder requestOf(String user, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(120))
                .header("Authorization", SomeAccounts.basic(user, SomeAccounts.SECRET))
                .header("Content-Type", "application/json")
                .header(PolygatorConstants.ACCOUNT, "acme");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
