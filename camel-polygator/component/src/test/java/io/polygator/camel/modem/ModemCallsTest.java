package io.polygator.camel.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.simulator.fault.FaultPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody calls the SIMs that virtual modems stand for. */
class ModemCallsTest extends ModemTestSupport {
    private static final String SOMEBODY = "+380677654321";
    private static final String SOMEBODY_ELSE = "+380507654321";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ModemClient connect(int modem) throws Exception {
        ModemClient client = ModemClient.connect(gateway.port(modem));
        client.command("ATE0;+CLIP=1");
        return client;
    }

    private void awaitNetwork() {
        await().atMost(PATIENCE).until(gateway::isRegistered);
    }

    @Test
    void aCallRingsAtTheModemOfItsChannelOnlyUntilTheCallerGivesUp() throws Exception {
        gateway = ModemGateway.start(folder, 2, 2, "?channels=g");
        awaitNetwork();
        try (ModemClient first = connect(0);
                ModemClient second = connect(1)) {
            gateway.channel(1).ringFrom(SOMEBODY);
            second.awaitText("\r\nRING\r\n\r\n+CLIP: \"" + SOMEBODY + "\",145,");
            assertThat(second.command("AT+CLCC")).contains("+CLCC: 1,1,4,0,0,\"" + SOMEBODY + "\",145");

            gateway.channel(1).stopRinging();
            second.awaitText("\r\nNO CARRIER\r\n");
            assertThat(second.command("AT+CPAS")).contains("+CPAS: 0");

            gateway.channel(0).ringFrom(SOMEBODY_ELSE);
            first.awaitText(SOMEBODY_ELSE);
            assertThat(first.hear()).doesNotContain(SOMEBODY);
        }
    }

    @Test
    void aModemForTheWholePoolHearsTheCallsToAllAndCanHangUp() throws Exception {
        gateway = ModemGateway.start(folder, 2, 1, "");
        awaitNetwork();
        try (ModemClient client = connect(0)) {
            gateway.channel(0).ringFrom(SOMEBODY);
            gateway.channel(1).ringFrom(SOMEBODY_ELSE);
            client.awaitText(SOMEBODY);
            client.awaitText(SOMEBODY_ELSE);
            assertThat(client.command("ATH")).contains("OK");
            assertThat(client.command("AT+CLCC")).doesNotContain("+CLCC");
        }
    }

    @Test
    void anAccountHearsTheCallsToSimsWhoseMessagesItGets() throws Exception {
        Account acme = Account.of("acme", HashedSecret.of("secret"), AccountAccess.fromThisMachine(Set.of(Door.MODEM)))
                .with(InboundClaim.ofChannels(List.of(new ChannelGrant.Named("g-2"))));
        gateway =
                ModemGateway.start(folder, 2, 1, "?account=acme", new MemoryAccounts(List.of(acme)), FaultPlan.none());
        awaitNetwork();
        try (ModemClient client = connect(0)) {
            gateway.offerCall(Instant.now());
            assertThat(client.command("AT+CLCC")).as("a call to g-1").doesNotContain("+CLCC");

            gateway.channel(1).ringFrom(SOMEBODY_ELSE);
            client.awaitText("+CLIP: \"" + SOMEBODY_ELSE);
            gateway.channel(1).stopRinging();
            client.awaitText("NO CARRIER");
            assertThat(client.hear()).doesNotContain(SOMEBODY);
        }
    }

    @Test
    void aCallThatIsLongOverDoesNotRing() throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "");
        try (ModemClient client = connect(0)) {
            gateway.offerCall(Instant.now().minus(Duration.ofHours(1)));
            assertThat(client.command("AT+CLCC")).doesNotContain("+CLCC");

            gateway.offerCall(Instant.now());
            client.awaitText("RING");
            assertThat(client.hear().split("RING", -1)).hasSize(2);
        }
    }
}
