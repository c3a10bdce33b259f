package io.polygator.camel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.AccountState;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.gateway.account.Network;
import io.polygator.gateway.account.Webhook;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks of simulated channels, with receivers that behave and receivers that do not. */
class WebhooksTest {
    /** Registered at home (3GPP TS 27.007 §7.2). */
    private static final int HOME = 1;

    /** Not registered, looking for a network. */
    private static final int SEARCHING = 2;

    private static final Duration SECONDS = HookedGateway.SECONDS;
    private static final String SENDER = HookedGateway.SENDER;
    private static final String SECRET = "0f3c8a52d1b94e67";
    private static final HashedSecret HASHED = HashedSecret.of("correct horse");

    private final List<AutoCloseable> open = new ArrayList<>();
    private HookedGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        gateway = new HookedGateway(folder, Duration.ofSeconds(2));
        gateway.start();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void receiversThatFailHoldUpNobodyAndLoseNothing() throws Exception {
        Receiver fine = receiver(Receiver.FINE);
        Receiver broken = receiver(Receiver.BROKEN);
        Receiver silent = using(Receiver.silent());
        Receiver forbidden = using(new Receiver("127.0.0.2", Receiver.FINE));
        Receiver redirecting = receiver(Receiver.redirectTo(forbidden.url()));
        Receiver ofAccount = receiver(Receiver.FINE);
        gateway.replaceAccounts(account("acme", ofAccount.url(), "g0"));
        gateway.tell(
                HookedGateway.rule("fine", fine.url()),
                HookedGateway.rule("broken", broken.url()),
                HookedGateway.rule("silent", silent.url()),
                HookedGateway.rule("redirecting", redirecting.url()),
                HookedGateway.rule("forbidden", forbidden.url()));
        gateway.awaitRegistered();

        for (int i = 0; i < 20; i++) {
            gateway.simulator().channel(0).receiveFrom("+38067123450" + i, "message " + i);
        }

        await().atMost(SECONDS)
                .until(() -> fine.texts().size() == 20 && ofAccount.texts().size() == 20);
        await().atMost(SECONDS)
                .until(() -> broken.requestedAgain() && silent.requestedAgain() && redirecting.requestedAgain());
        assertThat(forbidden.requests()).isEmpty();

        broken.answerFromNowOn(Receiver.FINE);
        silent.answerFromNowOn(Receiver.FINE);
        redirecting.answerFromNowOn(Receiver.FINE);
        int beforeRepair = broken.requests().size();

        await().atMost(SECONDS)
                .until(() -> broken.texts().size() == 20
                        && silent.texts().size() == 20
                        && redirecting.texts().size() == 20);
        await().atMost(SECONDS).until(() -> broken.requests().size() > beforeRepair);
        assertThat(forbidden.requests()).isEmpty();
        assertThat(fine.texts()).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void anAccountHearsSignedWhatBelongsToItAndNothingElse() throws Exception {
        Receiver acme = receiver(Receiver.FINE);
        Receiver other = receiver(Receiver.FINE);
        gateway.tell();
        gateway.replaceAccounts(account("acme", acme.url(), "g0"), account("other", other.url(), "g1"));
        gateway.awaitRegistered();

        gateway.simulator().channel(0).receiveFrom(SENDER, "for acme");
        gateway.simulator().channel(1).receiveFrom(SENDER, "for other");
        gateway.context()
                .createProducerTemplate()
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
        assertThat(other.texts()).containsExactly("for other");
        assertThat(acme.texts()).containsExactly("for acme");
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
        gateway.tell(HookedGateway.rule("all", all.url()));
        gateway.replaceAccounts(account("acme", acme.url(), "g0"));
        gateway.awaitRegistered();
        gateway.simulator().channel(0).receiveFrom(SENDER, "first");
        await().atMost(SECONDS)
                .until(() -> acme.texts().size() == 1 && all.texts().size() == 1);

        gateway.replaceAccounts();
        gateway.simulator().channel(0).receiveFrom(SENDER, "second");

        await().atMost(SECONDS).until(() -> all.texts().size() == 2);
        assertThat(acme.texts()).containsExactly("first");
    }

    @Test
    void nothingIsKeptForARuleThatIsTakenOut() throws Exception {
        Receiver broken = receiver(Receiver.BROKEN);
        Receiver all = receiver(Receiver.FINE);
        gateway.tell(HookedGateway.rule("all", all.url()), HookedGateway.rule("gone", broken.url()));
        gateway.awaitRegistered();
        gateway.simulator().channel(0).receiveFrom(SENDER, "first");
        await().atMost(SECONDS).until(broken::requestedAgain);
        assertThat(subscriptions())
                .containsExactlyInAnyOrder(
                        "webhook.all.events", "webhook.all.reports", "webhook.gone.events", "webhook.gone.reports");

        gateway.tellInstead(HookedGateway.rule("all", all.url()));

        await().atMost(SECONDS).untilAsserted(() -> assertThat(subscriptions())
                .containsExactlyInAnyOrder("webhook.all.events", "webhook.all.reports"));
        gateway.simulator().channel(0).receiveFrom(SENDER, "second");
        await().atMost(SECONDS).untilAsserted(() -> assertThat(all.texts()).containsExactly("first", "second"));
    }

    private Set<String> subscriptions() {
        return gateway.component()
                .smsGateway()
                .subscriptions()
                .toCompletableFuture()
                .join();
    }

    @Test
    void aRuleHearsWhatItsFiltersLetThrough() throws Exception {
        Receiver filtered = receiver(Receiver.FINE);
        Receiver all = receiver(Receiver.FINE);
        gateway.tell(
                HookedGateway.rule("all", all.url()),
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
        gateway.awaitRegistered();

        gateway.simulator().channel(0).receiveFrom(SENDER, "stop here");
        gateway.simulator().channel(1).receiveFrom("+380991234567", "stop there");
        gateway.simulator().channel(1).receiveFrom(SENDER, "go on");
        gateway.simulator().channel(1).receiveFrom(SENDER, "stop & go");

        await().atMost(SECONDS)
                .until(() -> all.texts().size() == 4 && !filtered.requests().isEmpty());
        assertThat(filtered.requests()).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target()).isEqualTo("/sms?t=stop%20%26%20go&from=%2B380671234502");
        });
    }

    @Test
    void channelsThatChangeTheirStateAreToldWhoAsks() throws Exception {
        Receiver alarms = receiver(Receiver.FINE);
        gateway.tell(WebhookRule.of(
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
        gateway.awaitRegistered();
        gateway.simulator().channel(0).register(SEARCHING);
        await().atMost(SECONDS).until(() -> !alarms.requests().isEmpty());
        gateway.simulator().channel(0).register(HOME);

        await().atMost(SECONDS).until(() -> alarms.requests().stream()
                .anyMatch(request -> request.body().contains("event=channel")
                        && request.body().contains("channel=g0-1")
                        && request.body().contains("state=registered")));
        assertThat(alarms.requests()).allSatisfy(request -> assertThat(request.header("Content-type"))
                .isEqualTo("application/x-www-form-urlencoded"));
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
