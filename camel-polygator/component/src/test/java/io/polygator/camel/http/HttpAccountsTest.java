package io.polygator.camel.http;

import static io.polygator.camel.http.HttpSite.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.AccountLimits;
import io.polygator.gateway.account.AddressRules;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HashedToken;
import io.polygator.gateway.account.HttpOptions;
import io.polygator.gateway.account.RateLimit;
import io.polygator.gateway.account.SendingRights;
import io.polygator.gateway.quota.SegmentBudget;
import io.polygator.simulator.PolygatorSimulator;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of the HTTP API, and several accounts that use them. */
class HttpAccountsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LATER = "{\"to\":\"+380677654321\",\"text\":\"x\",\"sendAt\":\""
            + Instant.now().plus(Duration.ofDays(1)) + "\"}";
    private static final String HELLO = "{\"to\":\"+380677654321\",\"text\":\"Hello\"}";

    private static final HashedToken.Drawn TOKEN = HashedToken.draw("ci");

    private final HttpSite site = new HttpSite(
            PolygatorSimulator.builder().channels(2),
            List.of(
                    account("acme")
                            .with(new SendingRights(
                                    AddressRules.anything(),
                                    AddressRules.anything(),
                                    List.of(new ChannelGrant.Named("g2-1")))),
                    account("rival", TOKEN.hashed()),
                    account("slow").with(limits("0.01", 1, SegmentBudget.unlimited())),
                    account("limited").with(limits("2.5", 5, daily(100))),
                    account("poor").with(new AccountLimits(Optional.empty(), daily(1)))));

    private static Account account(String id, HashedToken... tokens) {
        return SomeAccounts.account(
                id,
                AccountAccess.fromThisMachine(Set.of(Door.HTTP)),
                HttpOptions.defaults().scopes(),
                tokens);
    }

    private static AccountLimits limits(String perSecond, int burst, SegmentBudget budget) {
        return new AccountLimits(Optional.of(RateLimit.perSecond(new BigDecimal(perSecond), burst)), budget);
    }

    private static SegmentBudget daily(long segments) {
        return new SegmentBudget(OptionalLong.of(segments), OptionalLong.empty());
    }

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        site.start(folder, "send", "status", "timeline", "replace", "cancel", "channels", "ussd", "account");
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    @Test
    void noAccountSeesTheMessagesOfAnotherAndTheOneUserSeesAll() throws Exception {
        String path = "/v1/messages/" + json(post("acme", LATER)).path("id").asText();

        assertThat(request("acme", "GET", path).statusCode()).isEqualTo(200);
        assertThat(request("acme", "GET", path + "/timeline").body()).contains("from http acme");
        assertThat(request("boss", "GET", path).statusCode()).isEqualTo(200);

        assertThat(request("rival", "GET", path).statusCode()).isEqualTo(404);
        assertThat(request("rival", "GET", path + "/timeline").statusCode()).isEqualTo(404);
        assertThat(site.request("rival", "PUT", path, "{\"text\":\"y\"}").statusCode())
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
        return json(site.send(site.requestOf(user, "/v1/messages")
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
        HttpResponse<String> refused = site.request("acme", "POST", "/v1/channels/g2-1/ussd", "{\"code\":\"*100#\"}");

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

    @Test
    void anAccountSeesWhatItHasUsedAndWhatLimitsIt() throws Exception {
        assertThat(post("limited", HELLO).statusCode()).isEqualTo(202);
        assertThat(post("limited", HELLO.replace("Hello", "x".repeat(161))).statusCode())
                .isEqualTo(202);

        assertThat(own("limited"))
                .isEqualTo(JSON.readTree("{\"name\":\"limited\",\"scopes\":[\"read\",\"send\"],"
                        + "\"usage\":{\"segmentsToday\":3,\"segmentsThisMonth\":3},"
                        + "\"limits\":{\"rate\":2.5,\"burst\":5,\"segmentsPerDay\":100}}"));
        assertThat(own("rival"))
                .isEqualTo(JSON.readTree("{\"name\":\"rival\",\"scopes\":[\"read\",\"send\"],"
                        + "\"usage\":{\"segmentsToday\":0,\"segmentsThisMonth\":0},\"limits\":{}}"));
    }

    @Test
    void theOneUserHasNeitherUsageNorLimits() throws Exception {
        assertThat(own("boss"))
                .isEqualTo(
                        JSON.readTree("{\"name\":\"boss\",\"scopes\":[\"control\",\"read\",\"send\",\"unmasked\"]}"));
    }

    private JsonNode own(String user) throws Exception {
        return json(request(user, "GET", "/v1/account"));
    }

    @Test
    void aTokenIsAsGoodAsTheSecretOfItsAccount() throws Exception {
        HttpResponse<String> sent = site.send(withToken("/v1/messages").POST(BodyPublishers.ofString(LATER)));

        assertThat(sent.statusCode()).isEqualTo(202);
        String path = "/v1/messages/" + json(sent).path("id").asText();
        assertThat(site.send(withToken(path + "/timeline")).body()).contains("from http rival");
        assertThat(request("rival", "GET", path).statusCode()).isEqualTo(200);
        assertThat(request("acme", "GET", path).statusCode()).isEqualTo(404);

        HttpResponse<String> refused = site.send(withToken(path).setHeader("Authorization", "Bearer pgt_nobodys"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(json(refused).path("detail").asText()).isEqualTo("the token is wrong");
    }

    private HttpRequest.Builder withToken(String path) {
        return site.requestOf("rival", path).setHeader("Authorization", "Bearer " + TOKEN.token());
    }

    private List<String> channels(String user) throws Exception {
        return json(request(user, "GET", "/v1/channels")).path("channels").findValuesAsText("name");
    }

    private static int retryAfter(HttpResponse<String> response) {
        return Integer.parseInt(response.headers().firstValue("Retry-After").orElse("0"));
    }

    private HttpResponse<String> post(String user, String body) throws Exception {
        return site.post(user, "/v1/messages", body);
    }

    private HttpResponse<String> request(String user, String method, String path) throws Exception {
        return site.request(user, method, path, "");
    }
}
