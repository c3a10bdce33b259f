package io.polygator.camel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a webhook hears besides messages and reports, and what it hears for an account. */
class WebhookEventsTest {
    private static final Duration SECONDS = HookedGateway.SECONDS;
    private static final String SENDER = HookedGateway.SENDER;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Account ACME = Account.of(
                    "acme", HashedSecret.of("correct horse"), AccountAccess.fromThisMachine(Set.of(Door.HTTP)))
            .with(InboundClaim.ofChannels(List.of(ChannelGrant.parse("g0"))));
    /** A deliver that ends within the sender's number. */
    private static final String SHORTENED = "0791835000005000040B9121205505";

    private HookedGateway gateway;
    private Receiver receiver;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        receiver = new Receiver("127.0.0.1", Receiver.FINE);
        gateway = new HookedGateway(folder, Duration.ofSeconds(20));
        gateway.start();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        receiver.close();
    }

    @Test
    void whoRingsIsTold() {
        tell("call", Optional.empty());

        gateway.simulator().channel(0).ringFrom(SENDER);

        JsonNode call = event("call");
        assertThat(names(call)).containsExactlyInAnyOrder("event", "channel", "from", "state", "receivedAt");
        assertThat(call.path("channel").asText()).isEqualTo("g0-1");
        assertThat(call.path("from").asText()).isEqualTo(SENDER);
        assertThat(call.path("state").asText()).isEqualTo("ringing");
        assertThat(Instant.parse(call.path("receivedAt").asText())).isBefore(Instant.now());
    }

    @Test
    void whatTheNetworkSaysByUssdIsTold() {
        tell("ussd", Optional.empty());

        gateway.simulator().channel(1).pushUssd("Balance: 42.00");

        JsonNode ussd = event("ussd");
        assertThat(names(ussd)).containsExactlyInAnyOrder("event", "channel", "text", "state", "receivedAt");
        assertThat(ussd.path("channel").asText()).isEqualTo("g1-1");
        assertThat(ussd.path("text").asText()).isEqualTo("Balance: 42.00");
        assertThat(ussd.path("state").asText()).isEqualTo("final");
    }

    @Test
    void whatCannotBeReadIsToldWithoutItsOctets() throws Exception {
        tell("unreadable", Optional.empty());

        gateway.simulator().channel(0).receiveRaw(PduModeFrame.parse(SHORTENED));

        JsonNode unreadable = event("unreadable");
        assertThat(names(unreadable)).containsExactlyInAnyOrder("event", "channel", "error", "receivedAt");
        assertThat(unreadable.path("channel").asText()).isEqualTo("g0-1");
        assertThat(unreadable.path("error").asText()).contains("TP-OA");
    }

    @Test
    void aRuleForAnAccountHearsWhatBelongsToItAndNothingElse() {
        gateway.replaceAccounts(ACME);
        tell("inbound,report,call", Optional.of("acme"));

        gateway.simulator().channel(1).receiveFrom(SENDER, "for nobody");
        gateway.simulator().channel(1).ringFrom("+380671234503");
        send(Map.of(PolygatorConstants.TO, "+380671234504"));
        gateway.simulator().channel(0).receiveFrom(SENDER, "for acme");
        gateway.simulator().channel(0).ringFrom(SENDER);
        send(Map.of(PolygatorConstants.TO, SENDER, PolygatorConstants.ACCOUNT, "acme"));

        assertThat(event("inbound").path("text").asText()).isEqualTo("for acme");
        assertThat(event("call").path("from").asText()).isEqualTo(SENDER);
        assertThat(event("report").path("to").asText()).isEqualTo(SENDER);
        assertThat(events())
                .allSatisfy(event -> assertThat(event.toString()).doesNotContain("+380671234503", "+380671234504"));
        assertThat(receiver.texts()).containsExactly("for acme");
    }

    @Test
    void aRuleForAnAccountBeginsAndEndsWithIt() throws Exception {
        try (Receiver all = new Receiver("127.0.0.1", Receiver.FINE)) {
            gateway.tell(HookedGateway.rule("all", all.url()), rule("inbound", Optional.of("acme")));
            gateway.awaitRegistered();
            gateway.simulator().channel(0).receiveFrom(SENDER, "before");
            await().atMost(SECONDS).until(() -> all.texts().contains("before"));

            gateway.replaceAccounts(ACME);
            gateway.simulator().channel(0).receiveFrom(SENDER, "meanwhile");
            await().atMost(SECONDS).until(() -> !receiver.texts().isEmpty());

            gateway.replaceAccounts();
            gateway.simulator().channel(0).receiveFrom(SENDER, "afterwards");
            await().atMost(SECONDS).until(() -> all.texts().contains("afterwards"));

            assertThat(receiver.texts()).containsExactly("meanwhile");
        }
    }

    private void tell(String events, Optional<String> account) {
        gateway.tell(rule(events, account));
        gateway.awaitRegistered();
    }

    private WebhookRule rule(String events, Optional<String> account) {
        return WebhookRule.of(
                "crm",
                new WebhookRule.Options(
                        receiver.url(),
                        Optional.empty(),
                        events,
                        account,
                        List.of("all"),
                        List.of("any"),
                        List.of("any"),
                        "json"));
    }

    private void send(Map<String, Object> headers) {
        gateway.context().createProducerTemplate().sendBodyAndHeaders("polygator:all", "hello", headers);
    }

    /** The first of its kind, once it is told. */
    private JsonNode event(String kind) {
        return await().atMost(SECONDS)
                .until(
                        () -> events().stream()
                                .filter(event -> event.path("event").asText().equals(kind))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<JsonNode> events() {
        return receiver.requests().stream().map(request -> read(request.body())).toList();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(body, e);
        }
    }

    private static List<String> names(JsonNode event) {
        return event.properties().stream().map(Map.Entry::getKey).toList();
    }
}
