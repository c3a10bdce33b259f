package io.polygator.camel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.AccountState;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.Network;
import io.polygator.gateway.account.Webhook;
import io.polygator.http.client.GuardedHttpClient;
import io.polygator.http.client.HttpClientSettings;
import io.polygator.http.client.TargetGuard;
import io.polygator.simulator.PolygatorSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks of simulated channels, with receivers that behave and receivers that do not. */
class WebhooksTest {
    private static final Duration SECONDS = Duration.ofSeconds(60);
    /** No SIM of the simulator has it: a message to it comes in nowhere. */
    private static final String SENDER = "+380671234502";

    private static final Pattern TEXT = Pattern.compile("\"event\":\"inbound\".*\"text\":\"([^\"]*)\"");
    private static final String SECRET = "0f3c8a52d1b94e67";
    private static final HashedSecret HASHED = HashedSecret.of("correct horse");
    /** Loopback is a network like another here: 127.0.0.1 is allowed, 127.0.0.2 is not. */
    private static final TargetGuard GUARD = TargetGuard.allowing(List.of(Network.parse("127.0.0.1")));

    private final CamelContext context = new DefaultCamelContext();
    private final MemoryAccounts accounts = new MemoryAccounts(List.of());
    private final PolygatorComponent component = new PolygatorComponent();
    private final PolygatorSimulator simulator =
            PolygatorSimulator.builder().channels(2).firstPort(0).build();
    private final GuardedHttpClient client = GuardedHttpClient.open(
            new HttpClientSettings(Duration.ofSeconds(20), Duration.ofSeconds(2), SECONDS, 4, 1_000, 1_000), GUARD);
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        simulator.start();
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setGatekeeper(Gatekeeper.of(accounts));
        for (int i = 0; i < 2; i++) {
            PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
            gateway.setAddress(simulator.addresses().get(i));
            component.getGateways().put("g" + i, gateway);
        }
        context.addComponent(PolygatorConstants.SCHEME, component);
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        context.close();
        client.close();
        simulator.close();
    }

    @Test
    void receiversThatFailHoldUpNobodyAndLoseNothing() throws Exception {
        Receiver fine = receiver(Receiver.FINE);
        Receiver broken = receiver(Receiver.BROKEN);
        Receiver silent = using(Receiver.silent());
        Receiver forbidden = using(new Receiver("127.0.0.2", Receiver.FINE));
        Receiver redirecting = receiver(Receiver.redirectTo(forbidden.url()));
        Receiver ofAccount = receiver(Receiver.FINE);
        accounts.replaceAll(List.of(account("acme", ofAccount.url(), "g0")));
        webhooks(
                rule("fine", fine.url()),
                rule("broken", broken.url()),
                rule("silent", silent.url()),
                rule("redirecting", redirecting.url()),
                rule("forbidden", forbidden.url()));
        registered();

        for (int i = 0; i < 20; i++) {
            simulator.channel(0).receiveFrom("+38067123450" + i, "message " + i);
        }

        await().atMost(SECONDS)
                .until(() -> texts(fine).size() == 20 && texts(ofAccount).size() == 20);
        await().atMost(SECONDS)
                .until(() -> requestedAgain(broken) && requestedAgain(silent) && requestedAgain(redirecting));
        assertThat(forbidden.requests()).isEmpty();

        broken.answerFromNowOn(Receiver.FINE);
        silent.answerFromNowOn(Receiver.FINE);
        redirecting.answerFromNowOn(Receiver.FINE);
        int beforeRepair = broken.requests().size();

        await().atMost(SECONDS)
                .until(() -> texts(broken).size() == 20
                        && texts(silent).size() == 20
                        && texts(redirecting).size() == 20);
        await().atMost(SECONDS).until(() -> broken.requests().size() > beforeRepair);
        assertThat(forbidden.requests()).isEmpty();
        assertThat(texts(fine)).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void anAccountHearsSignedWhatBelongsToItAndNothingElse() throws Exception {
        Receiver acme = receiver(Receiver.FINE);
        Receiver other = receiver(Receiver.FINE);
        webhooks();
        accounts.replaceAll(List.of(account("acme", acme.url(), "g0"), account("other", other.url(), "g1")));
        registered();

        simulator.channel(0).receiveFrom(SENDER, "for acme");
        simulator.channel(1).receiveFrom(SENDER, "for other");
        context.createProducerTemplate()
                .sendBodyAndHeaders(
                        "polygator:all",
                        "from acme",
                        Map.of(PolygatorConstants.TO, SENDER, PolygatorConstants.ACCOUNT, "acme"));

        await().atMost(SECONDS)
                .until(() -> acme.requests().size() >= 2 && !other.requests().isEmpty());
        assertThat(acme.requests()).extracting(Receiver.Request::body).anySatisfy(body -> assertThat(body)
                .contains("\"event\":\"inbound\"", "\"text\":\"for acme\""));
        assertThat(acme.requests()).extracting(Receiver.Request::body).anySatisfy(body -> assertThat(body)
                .contains("\"event\":\"report\"", "\"to\":\"" + SENDER + "\"", "\"finality\":\""));
        assertThat(texts(other)).containsExactly("for other");
        assertThat(texts(acme)).containsExactly("for acme");
        assertThat(acme.requests()).allSatisfy(request -> {
            assertThat(request.header("Webhook-id")).startsWith("evt_");
            assertThat(request.header("Webhook-timestamp")).matches("\\d{10}");
            assertThat(request.header("Webhook-signature")).startsWith("v1,");
        });
    }

    @Test
    void anAccountThatIsGoneHearsNothingMore() throws Exception {
        Receiver acme = receiver(Receiver.FINE);
        Receiver all = receiver(Receiver.FINE);
        webhooks(rule("all", all.url()));
        accounts.replaceAll(List.of(account("acme", acme.url(), "g0")));
        registered();
        simulator.channel(0).receiveFrom(SENDER, "first");
        await().atMost(SECONDS)
                .until(() -> texts(acme).size() == 1 && texts(all).size() == 1);

        accounts.replaceAll(List.of());
        simulator.channel(0).receiveFrom(SENDER, "second");

        await().atMost(SECONDS).until(() -> texts(all).size() == 2);
        assertThat(texts(acme)).containsExactly("first");
    }

    @Test
    void aRuleHearsWhatItsFiltersLetThrough() throws Exception {
        Receiver filtered = receiver(Receiver.FINE);
        Receiver all = receiver(Receiver.FINE);
        webhooks(
                rule("all", all.url()),
                WebhookRule.of(
                        "filtered",
                        new WebhookRule.Options(
                                filtered.url() + "?t={text}&from={from}",
                                Optional.empty(),
                                "inbound",
                                Optional.empty(),
                                List.of("g1"),
                                List.of("+38067*"),
                                List.of("STOP"),
                                "get")));
        registered();

        simulator.channel(0).receiveFrom(SENDER, "stop here");
        simulator.channel(1).receiveFrom("+380991234567", "stop there");
        simulator.channel(1).receiveFrom(SENDER, "go on");
        simulator.channel(1).receiveFrom(SENDER, "stop & go");

        await().atMost(SECONDS)
                .until(() -> texts(all).size() == 4 && !filtered.requests().isEmpty());
        assertThat(filtered.requests()).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target()).isEqualTo("/sms?t=stop%20%26%20go&from=%2B380671234502");
        });
    }

    @Test
    void channelsThatChangeTheirStateAreToldWhoAsks() throws Exception {
        Receiver alarms = receiver(Receiver.FINE);
        webhooks(WebhookRule.of(
                "alarms",
                new WebhookRule.Options(
                        alarms.url(),
                        Optional.of(SECRET),
                        "channel",
                        Optional.empty(),
                        List.of("all"),
                        List.of("any"),
                        List.of("any"),
                        "form")));

        await().atMost(SECONDS).until(() -> alarms.requests().stream()
                .anyMatch(request -> request.body().contains("event=channel")
                        && request.body().contains("channel=g0-1")
                        && request.body().contains("state=registered")));
        assertThat(alarms.requests()).allSatisfy(request -> assertThat(request.header("Content-type"))
                .isEqualTo("application/x-www-form-urlencoded"));
    }

    private void registered() {
        await().atMost(SECONDS).until(() -> component.smsGateway().channels().stream()
                .allMatch(channel -> channel.state().name().equals("REGISTERED")));
    }

    private static boolean requestedAgain(Receiver receiver) {
        List<String> ids = receiver.requests().stream()
                .map(request -> request.header("Webhook-id"))
                .toList();
        return ids.size() > Set.copyOf(ids).size();
    }

    /** Of each event once, however often it was told: on a slow machine an answer may come too late to count. */
    private static List<String> texts(Receiver receiver) {
        Map<String, String> byEvent = new LinkedHashMap<>();
        for (Receiver.Request request : receiver.requests()) {
            Matcher text = TEXT.matcher(request.body());
            if (text.find()) {
                byEvent.put(request.header("Webhook-id"), text.group(1));
            }
        }
        return List.copyOf(byEvent.values());
    }

    private void webhooks(WebhookRule... rules) {
        open.add(Webhooks.start(component, List.of(rules), client, InstantSource.system()));
    }

    private static WebhookRule rule(String name, String url) {
        return WebhookRule.of(
                name,
                new WebhookRule.Options(
                        url,
                        Optional.empty(),
                        "inbound,report",
                        Optional.empty(),
                        List.of("all"),
                        List.of("any"),
                        List.of("any"),
                        "json"));
    }

    private static Account account(String id, String url, String gateway) {
        return Account.of(id, HASHED, new AccountAccess(AccountState.ACTIVE, Set.of(Door.HTTP), Network.LOOPBACK))
                .with(InboundClaim.ofChannels(List.of(ChannelGrant.parse(gateway))))
                .with(new Webhook(URI.create(url), SECRET));
    }

    private Receiver receiver(Receiver.Manner manner) throws IOException {
        return using(new Receiver("127.0.0.1", manner));
    }

    private <T extends AutoCloseable> T using(T closeable) {
        open.add(closeable);
        return closeable;
    }
}
