package io.polygator.camel.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.AccountLimits;
import io.polygator.gateway.account.AccountState;
import io.polygator.gateway.account.AddressRules;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.Network;
import io.polygator.gateway.account.PrefixPattern;
import io.polygator.gateway.account.RateLimit;
import io.polygator.gateway.account.SendingRights;
import io.polygator.gateway.quota.SegmentBudget;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.TpduEncoder;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.network.AirLog;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the options of virtual modems and the rights of their account do to a client. */
class ModemOptionsTest extends ModemTestSupport {
    private static final String SOMEBODY = "+380677654321";
    private static final String SOMEBODY_ELSE = "+380507654321";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private void start(int channels, String options) throws Exception {
        gateway = ModemGateway.start(folder, channels, 1, options);
    }

    private void startFor(Account account, String options) throws Exception {
        MemoryAccounts accounts = new MemoryAccounts(List.of(account));
        gateway = ModemGateway.start(folder, 2, 1, "?account=acme" + options, accounts, FaultPlan.none());
    }

    private static Account acme() {
        return Account.of("acme", HashedSecret.of("secret"), AccountAccess.fromThisMachine(Set.of(Door.MODEM)));
    }

    private ModemClient connect() throws Exception {
        ModemClient client = ModemClient.connect(gateway.port(0));
        client.command("ATE0");
        client.command("AT+CMEE=1");
        return client;
    }

    private ModemClient connectOnceThereIsANetwork() throws Exception {
        ModemClient client = connect();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(client.command("AT+CREG?")).contains("+CREG: 0,1"));
        return client;
    }

    private static String pdu(String to, String text) {
        UserData userData = new UserData(
                UserDataHeader.none(), Alphabet.GSM7, Gsm7.encode(text).orElse(Octets.copyOf()));
        return "00"
                + TpduEncoder.encode(
                        SmsSubmit.to(SmsAddress.ofDestination(to), userData).requestingStatusReport());
    }

    @ParameterizedTest
    @CsvSource({
        "capacity=0, option capacity=0 of a polygator-modem endpoint: use 1 to 1000",
        "capacity=1001, use 1 to 1000",
        "maxWaiting=-1, option maxWaiting=-1 of a polygator-modem endpoint: use 0 to 19000",
        "maxWaiting=19001, use 0 to 19000",
        "maxClients=65, option maxClients=65 of a polygator-modem endpoint: use 1 to 64",
        "login=required, it together with account",
        "channels=, option channels",
        "answer=later, later",
        "login=perhaps, perhaps",
        "capazity=5, capazity"
    })
    void aWrongOneIsNamed(String option, String complaint) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            assertThatThrownBy(() -> context.getEndpoint("polygator-modem:tcp:127.0.0.1:9101?" + option))
                    .hasStackTraceContaining(complaint);
        }
    }

    @Test
    void thoseOfTheComponentAreTheDefaultsOfItsEndpoints() throws Exception {
        gateway = ModemGateway.start(
                folder,
                Map.of("account", "acme", "login", "required", "answer", "durable", "capacity", "7", "maxClients", "2"),
                new MemoryAccounts(List.of(acme())));
        gateway.channel(0).powerOff();
        try (ModemClient client = connect();
                ModemClient second = connect();
                ModemClient third = ModemClient.connect(gateway.port(0))) {
            third.awaitText("Port already in use");
            assertThat(second.command("AT+CIMI")).as("login").contains("ERROR");
            assertThat(client.command("AT+LOGIN=\"acme\",\"secret\""))
                    .as("account")
                    .contains("OK");
            assertThat(client.command("AT+CPMS?")).as("capacity").contains("\"SM\",0,7");
            assertThat(client.send(pdu(SOMEBODY, "later"))).as("answer").contains("+CMGS: 1\r\n");
        }
    }

    @Test
    void oneModemStandsForAGroup() throws Exception {
        start(2, "?channels=group:" + ModemGateway.GROUP);
        try (ModemClient client = connectOnceThereIsANetwork()) {
            gateway.channel(0).receiveFrom(SOMEBODY, "to the first");
            gateway.channel(1).receiveFrom(SOMEBODY, "to the second");
            client.command("AT+CMGF=1");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.command("AT+CMGL=\"ALL\""))
                    .contains("to the first", "to the second"));
        }
    }

    @Test
    void aProgramForOneModemSendsByAllSimsAtOnceIfItDoesNotWait() throws Exception {
        start(3, "?answer=durable");
        await().atMost(PATIENCE).until(gateway::isRegistered);
        try (ModemClient client = connect()) {
            for (int i = 1; i <= 12; i++) {
                // not one conversation, which would stay with its SIM
                String to = SOMEBODY + i;
                assertThat(client.send(pdu(to, "message " + i))).contains("+CMGS: " + i);
            }
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.texts()).hasSize(12));
        assertThat(gateway.air().stream().map(AirLog.Entry::sender))
                .contains(gateway.number(0), gateway.number(1), gateway.number(2));
    }

    @Test
    void referencesBeginAgainAfterTheLastOneAndReportsHaveThem() throws Exception {
        start(1, "?answer=durable");
        try (ModemClient client = connectOnceThereIsANetwork()) {
            for (int i = 1; i <= 257; i++) {
                assertThat(client.send(pdu(SOMEBODY, "message " + i))).contains("+CMGS: " + i % 256 + "\r\n");
            }
            client.command("AT+CNMI=1,2,0,1,0");
            client.command("AT+CMGD=1,4");
            assertThat(client.send(pdu(SOMEBODY, "one more"))).contains("+CMGS: 2\r\n");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.hear())
                    .containsPattern("\\+CDS: \\d+\r\n\\w*0602" + "0C91"));
        }
    }

    @Test
    void aReportWaitsForTheClientToComeBack() throws Exception {
        start(1, "");
        try (ModemClient client = connectOnceThereIsANetwork()) {
            client.command("AT+CNMI=1,2,0,1,0");
            client.write("AT+CMGS=" + (pdu(SOMEBODY, "sent").length() / 2 - 1) + "\r");
            client.awaitText("> ");
            client.write(pdu(SOMEBODY, "sent") + "\u001a");
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.texts()).containsExactly("sent"));
        try (ModemClient client = connect()) {
            client.command("AT+CNMI=1,2,0,1,0");
            assertThat(client.awaitText("+CDS: ")).contains("00060" + "10C91");
        }
    }

    @Test
    void whoIsAnsweredOnceItIsStoredHearsOfARefusalByReport() throws Exception {
        gateway = ModemGateway.start(
                folder,
                1,
                1,
                "?answer=durable",
                MemoryAccounts.demo(),
                FaultPlan.seeded(1).with(Fault.ERROR, 1.0).withErrors(1));
        try (ModemClient client = connectOnceThereIsANetwork()) {
            client.command("AT+CNMI=1,2,0,1,0");
            assertThat(client.send(pdu(SOMEBODY, "refused"))).contains("+CMGS: 1\r\n");
            client.awaitText("+CDS: ");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.hear())
                    .as("remote procedure error")
                    .containsPattern("\\w{20,}40\r\n"));
        }
        assertThat(gateway.texts()).isEmpty();
    }

    @Test
    void withoutANetworkWhoWaitsForItIsToldSo() throws Exception {
        start(1, "");
        gateway.channel(0).powerOff();
        try (ModemClient client = connect()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(client.command("AT+CREG?")).doesNotContain("+CREG: 0,1"));
            assertThat(client.send(pdu(SOMEBODY, "later"))).contains("+CMS ERROR: 331\r\n");
        }
    }

    @Test
    void whatMayBeOnItsWayCountsAsSentBeforeTheClientWouldSendItAgain() throws Exception {
        gateway = ModemGateway.start(
                folder, 1, 1, "", MemoryAccounts.demo(), FaultPlan.none().at(0, 1, Fault.LINK_CUT_SENT));
        try (ModemClient client = connectOnceThereIsANetwork()) {
            assertThat(client.send(pdu(SOMEBODY, "in doubt"))).contains("+CMGS: 1\r\n");
            assertThat(gateway.texts()).containsExactly("in doubt");
        }
    }

    @Test
    void whatNoChannelTookInTimeIsTakenBack() throws Exception {
        gateway = ModemGateway.start(
                folder, 1, 1, "", MemoryAccounts.demo(), FaultPlan.seeded(1).with(Fault.LINK_CUT_AT_PROMPT, 1.0));
        try (ModemClient client = connectOnceThereIsANetwork()) {
            assertThat(client.send(pdu(SOMEBODY, "too late"))).contains("+CMS ERROR: 332\r\n");
        }
        assertThat(gateway.texts()).isEmpty();
    }

    @Test
    void whoComesFromOutsideTheNetworksOfTheAccountIsNotListenedTo() throws Exception {
        startFor(
                acme().with(new AccountAccess(
                        AccountState.ACTIVE, Set.of(Door.MODEM), List.of(Network.parse("192.0.2.0/24")))),
                "");
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            assertThat(client.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void anAccountWithoutTheDoorLetsNobodyIn() throws Exception {
        startFor(acme().with(AccountAccess.fromThisMachine(Set.of(Door.HTTP))), "");
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            assertThat(client.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void whatTheAccountMayNotSendIsRefusedAndTheRestIsNot() throws Exception {
        startFor(
                acme().with(new SendingRights(
                        AddressRules.anything(),
                        new AddressRules(List.of(PrefixPattern.ANY), List.of(PrefixPattern.parse("+38067*"))),
                        List.of(new ChannelGrant.All()))),
                "");
        try (ModemClient client = connectOnceThereIsANetwork()) {
            assertThat(client.send(pdu(SOMEBODY, "denied"))).contains("+CMS ERROR: 302\r\n");
            assertThat(client.send(pdu(SOMEBODY_ELSE, "allowed"))).contains("+CMGS: ");
        }
        assertThat(gateway.texts()).containsExactly("allowed");
    }

    @Test
    void channelsThatTheAccountMayNotUseAreNotUsed() throws Exception {
        startFor(
                acme().with(new SendingRights(
                        AddressRules.anything(), AddressRules.anything(), List.of(new ChannelGrant.Named("g-2")))),
                "&channels=g-1");
        try (ModemClient client = connectOnceThereIsANetwork()) {
            assertThat(client.send(pdu(SOMEBODY, "by another's SIM"))).contains("+CMS ERROR: 302\r\n");
        }
        assertThat(gateway.texts()).isEmpty();
    }

    @Test
    void aBudgetThatIsUsedUpIsARefusal() throws Exception {
        startFor(
                acme().with(new AccountLimits(
                        Optional.empty(), new SegmentBudget(OptionalLong.of(1), OptionalLong.empty()))),
                "");
        try (ModemClient client = connectOnceThereIsANetwork()) {
            assertThat(client.send(pdu(SOMEBODY, "the only one"))).contains("+CMGS: 1\r\n");
            assertThat(client.send(pdu(SOMEBODY, "too many"))).contains("+CMS ERROR: 302\r\n");
        }
        assertThat(gateway.texts()).containsExactly("the only one");
    }

    @Test
    void aMessageWaitsForItsTurnByTheRateOfTheAccount() throws Exception {
        startFor(acme().with(limit("10")), "");
        try (ModemClient client = connectOnceThereIsANetwork()) {
            for (int i = 0; i < 15; i++) {
                assertThat(client.send(pdu(SOMEBODY, "message " + i))).contains("+CMGS: ");
            }
        }
        assertThat(gateway.texts()).hasSize(15);
    }

    @Test
    void aMessageWhoseTurnIsFarAwayIsRefusedForNow() throws Exception {
        startFor(acme().with(limit("0.001")), "");
        try (ModemClient client = connectOnceThereIsANetwork()) {
            assertThat(client.send(pdu(SOMEBODY, "at once"))).contains("+CMGS: 1\r\n");
            assertThat(client.send(pdu(SOMEBODY, "in a quarter of an hour"))).contains("+CMS ERROR: 332\r\n");
        }
        assertThat(gateway.texts()).containsExactly("at once");
    }

    private static AccountLimits limit(String segmentsPerSecond) {
        return new AccountLimits(
                Optional.of(RateLimit.perSecond(new BigDecimal(segmentsPerSecond))), SegmentBudget.unlimited());
    }

    @Test
    void aMessageThatIsWrongItselfIsRefusedAsSuch() throws Exception {
        start(1, "");
        try (ModemClient client = connectOnceThereIsANetwork()) {
            String cutShort = pdu(SOMEBODY, "wrong").substring(0, 20);
            assertThat(client.send(cutShort)).contains("+CMS ERROR: 304\r\n");
        }
    }
}
