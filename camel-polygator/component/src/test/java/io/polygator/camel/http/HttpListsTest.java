package io.polygator.camel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HttpOptions;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.simulator.PolygatorSimulator;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two lists: filters, pages, and what of them an account sees. */
class HttpListsTest {
    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final String SENT = "/v1/messages";
    private static final String CAME_IN = "/v1/inbound";
    private static final String SENDER = "+380671234502";

    private final HttpSite site = new HttpSite(
            PolygatorSimulator.builder().channels(2), List.of(account("acme", "g2-1"), account("rival", "g2-2")));

    private static Account account(String id, String channel) {
        return SomeAccounts.account(
                        id,
                        AccountAccess.fromThisMachine(Set.of(Door.HTTP)),
                        HttpOptions.defaults().scopes())
                .with(InboundClaim.ofChannels(List.of(ChannelGrant.parse(channel))));
    }

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        site.start(folder, "send", "cancel", "list", "inbound");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void theNextPagesHoldEachMessageOnceAndTheNewestFirst() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(0, later("acme", ""));
        }
        later("rival", "");

        List<List<String>> pages = pages("acme", SENT + "?limit=3");

        assertThat(pages).hasSizeGreaterThanOrEqualTo(3).allSatisfy(page -> assertThat(page)
                .hasSizeLessThanOrEqualTo(3));
        assertThat(pages.stream().flatMap(List::stream)).containsExactlyElementsOf(ids);
    }

    @Test
    void sinceAndUntilShareTheMessagesOut() throws Exception {
        for (int i = 0; i < 5; i++) {
            later("acme", "");
        }
        List<JsonNode> all = messages("acme", SENT);
        String third = all.get(2).path("acceptedAt").asText();

        assertThat(ids(messages("acme", SENT + "?since=" + third)))
                .isEqualTo(ids(
                        all.stream().filter(one -> !acceptedBefore(one, third)).toList()))
                .isNotEmpty();
        assertThat(ids(messages("acme", SENT + "?until=" + third)))
                .isEqualTo(ids(
                        all.stream().filter(one -> acceptedBefore(one, third)).toList()))
                .isNotEmpty();
    }

    private static boolean acceptedBefore(JsonNode message, String time) {
        return Instant.parse(message.path("acceptedAt").asText()).isBefore(Instant.parse(time));
    }

    @Test
    void eachFilterNarrowsTheList() throws Exception {
        String own = site.channel(1).sim().number();
        String cancelled = later("acme", "");
        site.request("acme", "DELETE", SENT + "/" + cancelled, "");
        String fromSecond = later("acme", ",\"from\":\"" + own + "\"");
        String order = later("acme", ",\"reference\":\"order-17\"");

        assertThat(ids("acme", "state=cancelled")).containsExactly(cancelled);
        assertThat(ids("acme", "state=queued")).containsExactly(order, fromSecond);
        assertThat(ids("acme", "state=queued,cancelled")).containsExactly(order, fromSecond, cancelled);
        assertThat(ids("acme", "from=" + encoded(own))).containsExactly(fromSecond);
        assertThat(ids("acme", "reference=order-17")).containsExactly(order);
        assertThat(ids("acme", "reference=order-17&state=cancelled")).isEmpty();
        assertThat(ids("acme", "to=380677654321")).hasSize(3);
        assertThat(ids("acme", "to=380677654322")).isEmpty();
        assertThat(ids("rival", "state=queued")).isEmpty();
        assertThat(ids(HttpSite.BOSS, "state=queued")).containsExactly(order, fromSecond);
    }

    @ParameterizedTest
    @CsvSource({
        "state=lost, state",
        "state=QUEUED, state",
        "'state=queued,lost', state",
        "since=yesterday, since",
        "until=2026-11-22T09:00:00, until",
        "after=7, after",
        "limit=501, limit",
        "from=, from"
    })
    void whatIsNoFilterIsRefusedByItsName(String query, String field) throws Exception {
        HttpResponse<String> refused = site.get("acme", SENT + "?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(HttpSite.json(refused).path("field").asText()).isEqualTo(field);
        assertThat(HttpSite.json(refused).path("detail").asText()).startsWith(field + " must ");
    }

    @Test
    void anAccountSeesTheInboundMessagesThatItClaims() throws Exception {
        site.takeInbound();
        site.channel(0).receiveFrom(SENDER, "for acme");
        site.channel(1).receiveFrom(SENDER, "for rival");
        awaitInbound(2);

        assertThat(texts("acme", "")).containsExactly("for acme");
        assertThat(texts("rival", "")).containsExactly("for rival");
        assertThat(texts(HttpSite.BOSS, "")).containsExactlyInAnyOrder("for acme", "for rival");
        assertThat(texts("acme", "?channel=g2-2")).isEmpty();
        assertThat(texts(HttpSite.BOSS, "?channel=g2-2")).containsExactly("for rival");
    }

    @Test
    void theNextPagesHoldEachInboundMessageOnce() throws Exception {
        site.takeInbound();
        for (int i = 1; i <= 5; i++) {
            site.channel(0).receiveFrom(SENDER, "message " + i);
            awaitInbound(i);
        }
        site.channel(0).receiveFrom("+380671234503", "of another");
        awaitInbound(6);

        List<List<String>> pages = pages("acme", CAME_IN + "?limit=2&from=" + encoded(SENDER));

        assertThat(pages).hasSizeGreaterThanOrEqualTo(3);
        List<JsonNode> all = messages("acme", CAME_IN + "?from=" + encoded(SENDER));
        assertThat(all)
                .extracting(one -> one.path("text").asText())
                .containsExactly("message 5", "message 4", "message 3", "message 2", "message 1");
        assertThat(pages.stream().flatMap(List::stream)).containsExactlyElementsOf(ids(all));
        String third = all.get(2).path("receivedAt").asText();
        assertThat(texts("acme", "?since=" + third))
                .contains("of another", "message 3")
                .doesNotContain("message 1");
        assertThat(texts("acme", "?until=" + third)).contains("message 1").doesNotContain("message 3", "of another");
    }

    private void awaitInbound(int count) {
        await().atMost(SECONDS).until(() -> messages(HttpSite.BOSS, CAME_IN).size() == count);
    }

    /** @param more fields, with a comma before each */
    private String later(String user, String more) throws Exception {
        HttpResponse<String> sent = site.post(
                user,
                SENT,
                "{\"to\":\"+380677654321\",\"text\":\"x\",\"sendAt\":\""
                        + Instant.now().plus(Duration.ofDays(1)) + "\"" + more + "}");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        return HttpSite.json(sent).path("id").asText();
    }

    /** The ids of each page, from the first to the one without a next. */
    private List<List<String>> pages(String user, String path) throws Exception {
        List<List<String>> pages = new ArrayList<>();
        JsonNode page = page(user, path);
        pages.add(ids(page.path("messages").valueStream().toList()));
        while (page.has("next")) {
            page = page(user, path + "&after=" + page.path("next").asText());
            pages.add(ids(page.path("messages").valueStream().toList()));
        }
        return Collections.unmodifiableList(pages);
    }

    private JsonNode page(String user, String path) throws Exception {
        HttpResponse<String> page = site.get(user, path);
        assertThat(page.statusCode()).as(path + " " + page.body()).isEqualTo(200);
        return HttpSite.json(page);
    }

    private List<JsonNode> messages(String user, String path) throws Exception {
        return page(user, path).path("messages").valueStream().toList();
    }

    private List<String> ids(String user, String query) throws Exception {
        return ids(messages(user, SENT + "?" + query));
    }

    private static List<String> ids(List<JsonNode> messages) {
        return messages.stream().map(one -> one.path("id").asText()).toList();
    }

    private List<String> texts(String user, String query) throws Exception {
        return messages(user, CAME_IN + query).stream()
                .map(one -> one.path("text").asText())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
