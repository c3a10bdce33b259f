package io.polygator.camel.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.AtGrant;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.DoorOptions;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.HttpOptions;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.ModemOptions;
import io.polygator.gateway.account.SmppOptions;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.store.DeadLetter;
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
import io.polygator.simulator.programs.FreePort;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes between virtual modems and simulated SIMs, driven by typing AT commands. */
class ModemPoolTest extends ModemTestSupport {
    private static final String SOMEBODY = "+380677654321";
    /** The service code that the simulated network never answers. */
    private static final String UNANSWERED = "*102#";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<String, AtGrant> COMMANDS = Map.of(
            "ATD+380671234567;", AtGrant.DIAL,
            "AT+CUSD=1,\"*100#\"", AtGrant.USSD,
            "AT+CPWD=\"SC\",\"1234\",\"4321\"", AtGrant.PASSWORD,
            "AT+CLCK=\"SC\",1,\"1234\"", AtGrant.FACILITY_LOCK,
            "AT+CFUN=0", AtGrant.POWER,
            "AT+CFUN=1,1", AtGrant.POWER);

    private static String pdu(String to, String text) {
        UserData userData = new UserData(
                UserDataHeader.none(), Alphabet.GSM7, Gsm7.encode(text).orElse(Octets.copyOf()));
        return "00"
                + TpduEncoder.encode(
                        SmsSubmit.to(SmsAddress.ofDestination(to), userData).requestingStatusReport());
    }

    /** A client that wants everything directly, once there is a network. */
    private ModemClient direct(int modem) throws Exception {
        ModemClient client = directWithoutNetwork(modem);
        awaitNetwork(client);
        return client;
    }

    private static void awaitNetwork(ModemClient client) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(client.command("AT+CREG?")).contains("+CREG: 0,1"));
    }

    private ModemClient directWithoutNetwork(int modem) throws Exception {
        ModemClient client = ModemClient.connect(gateway.port(modem));
        client.command("ATE0");
        client.command("AT+CMEE=1");
        client.command("AT+CNMI=1,2,0,1,0");
        return client;
    }

    @Test
    void anOpenEndMeansAPortForEachChannelInTheirOrder() throws Exception {
        gateway = ModemGateway.startOpenEnded(folder, 3);
        for (int modem = 0; modem < 3; modem++) {
            try (ModemClient client = direct(modem)) {
                assertThat(client.send(pdu(SOMEBODY, "by " + modem))).contains("+CMGS: 1\r\n");
                client.awaitText("+CDS: ");
            }
        }
        assertThat(gateway.air().stream()
                        .map(entry ->
                                entry.sender() + " " + entry.userData().text().orElse("")))
                .containsExactly(gateway.number(0) + " by 0", gateway.number(1) + " by 1", gateway.number(2) + " by 2");
    }

    @Test
    void eachModemSendsByItsChannelAndHearsOfItsOwnMessagesOnly() throws Exception {
        gateway = ModemGateway.start(folder, 2, 2, "?channels=g");
        try (ModemClient first = direct(0);
                ModemClient second = direct(1)) {
            assertThat(first.send(pdu(SOMEBODY, "one"))).contains("+CMGS: 1\r\n");
            assertThat(first.send(pdu(SOMEBODY, "two"))).contains("+CMGS: 2\r\n");
            assertThat(second.send(pdu(SOMEBODY, "three"))).contains("+CMGS: 1\r\n");

            String heard = first.awaitText("+CDS: ");
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(first.hear()).contains("00", heard).containsPattern("(?s)\\+CDS: .*\\+CDS: ");
                assertThat(second.hear()).contains("+CDS: ");
            });
            assertThat(second.hear().split("\\+CDS: ", -1))
                    .as("its own report only")
                    .hasSize(2);
        }
        assertThat(gateway.air().stream()
                        .map(entry ->
                                entry.sender() + " " + entry.userData().text().orElse("")))
                .containsExactlyInAnyOrder(
                        gateway.number(0) + " one", gateway.number(0) + " two", gateway.number(1) + " three");
    }

    @Test
    void oneModemStandsForTheWholePool() throws Exception {
        gateway = ModemGateway.start(folder, 3, 1, "?channels=all");
        try (ModemClient client = direct(0)) {
            for (int i = 1; i <= 6; i++) {
                assertThat(client.send(pdu(SOMEBODY, "message " + i))).contains("+CMGS: " + i);
            }
            for (int channel = 0; channel < 3; channel++) {
                gateway.channel(channel).receiveFrom(SOMEBODY, "to channel " + channel);
            }
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(client.hear().split("CMT: ", -1)).hasSize(4));
        }
        assertThat(gateway.texts()).hasSize(6);
    }

    @Test
    void anInboundMessageWaitsUntilItIsDeletedAlsoOverARestart() throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "");
        gateway.channel(0).receiveFrom(SOMEBODY, "kept");
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            client.command("AT+CMGF=1");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.command("AT+CMGL=\"ALL\""))
                    .contains("\"REC UNREAD\"", "kept"));
        }
        gateway.restart();
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            client.command("AT+CMGF=1");
            assertThat(client.command("AT+CMGR=1")).contains("\"REC READ\"", "kept");
            assertThat(client.command("AT+CMGD=1")).contains("OK");
        }
        gateway.restart();
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            assertThat(client.command("AT+CPMS?")).contains("\"SM\",0,100");
        }
    }

    @Test
    void aClientThatWantsToBeToldIsTold() throws Exception {
        gateway = ModemGateway.start(folder, 2, 1, "");
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            client.command("ATE0");
            client.command("AT+CNMI=2,1");
            gateway.channel(1).receiveFrom(SOMEBODY, "announced");
            client.awaitText("+CMTI: \"SM\",1");
        }
    }

    @Test
    void referencesGoOnAfterARestartAndReportsOfOlderMessagesStillMatch() throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "");
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            awaitNetwork(client);
            assertThat(client.send(pdu(SOMEBODY, "before"))).contains("+CMGS: 1\r\n");
        }
        gateway.restart();
        try (ModemClient client = direct(0)) {
            assertThat(client.awaitText("+CDS: ")).contains("00060" + "10C91");
            assertThat(client.send(pdu(SOMEBODY, "after"))).contains("+CMGS: 2\r\n");
        }
    }

    @Test
    void whoDoesNotWaitForTheNetworkIsAnsweredWithoutOne() throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "?answer=durable");
        gateway.channel(0).powerOff();
        try (ModemClient client = directWithoutNetwork(0)) {
            assertThat(client.send(pdu(SOMEBODY, "later"))).contains("+CMGS: 1\r\n");
        }
    }

    @Test
    void theNetworksRefusalIsTheClientsAnswer() throws Exception {
        gateway = ModemGateway.start(
                folder,
                1,
                1,
                "",
                MemoryAccounts.demo(),
                FaultPlan.seeded(1).with(Fault.ERROR, 1.0).withErrors(1));
        try (ModemClient client = direct(0)) {
            assertThat(client.send(pdu(SOMEBODY, "refused"))).contains("+CMS ERROR: 1\r\n");
            assertThat(client.hear()).doesNotContain("+CDS");
        }
    }

    @Test
    void aFullStorageTakesTheNextMessageOnceThereIsRoom() throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "?capacity=1");
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            client.command("AT+CMGF=1");
            gateway.channel(0).receiveFrom(SOMEBODY, "first");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.command("AT+CMGL=\"ALL\""))
                    .contains("first"));
            gateway.channel(0).receiveFrom(SOMEBODY, "second");
            assertThat(client.command("AT+CPMS?")).contains("\"SM\",1,1");
            client.command("AT+CMGD=1");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.command("AT+CMGL=\"ALL\""))
                    .contains("second"));
        }
    }

    @Test
    void aModemThatNobodyReadsHoldsUpNoOtherAndItsCopiesCanBeReplayed() throws Exception {
        gateway = ModemGateway.start(folder, 1, 2, "?capacity=1&maxWaiting=1&channels=g,g");
        try (ModemClient reader = direct(0)) {
            for (int i = 1; i <= 5; i++) {
                gateway.channel(0).receiveFrom(SOMEBODY, "message " + i);
                awaitDelivered(reader, i);
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.deadLetters())
                    .hasSize(3)
                    .allSatisfy(letter -> assertThat(letter.reason())
                            .contains("no room in modem " + gateway.port(1))
                            .doesNotContain("modem " + gateway.port(0))));

            try (ModemClient late = ModemClient.connect(gateway.port(1))) {
                readAndDelete(late, "message 1");
                readAndDelete(late, "message 2");
                for (DeadLetter letter : gateway.deadLetters()) {
                    gateway.replay(letter);
                    readAndDelete(
                            late,
                            ((GatewayEvent.Inbound) letter.event()).message().text());
                }
                assertThat(gateway.deadLetters()).isEmpty();
                gateway.channel(0).receiveFrom(SOMEBODY, "message 6");
                readAndDelete(late, "message 6");
            }
            awaitDelivered(reader, 6);
            assertThat(reader.command("AT+CPMS?")).contains("\"SM\",0,1");
        }
    }

    /** Not one more either: what was sent last comes last. */
    private static void awaitDelivered(ModemClient reader, int messages) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reader.hear().split("CMT: ", -1))
                .hasSize(messages + 1));
    }

    private static void readAndDelete(ModemClient client, String text) throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(textsOf(client)).containsExactly(text));
        assertThat(client.command("AT+CMGD=1")).contains("OK");
    }

    @Test
    void whatFoundNoRoomFollowsInItsOrderAlsoAfterARestart() throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "?capacity=2");
        for (int i = 1; i <= 4; i++) {
            gateway.offerInbound("id " + i, "message " + i);
        }
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            assertThat(textsOf(client)).containsExactly("message 1", "message 2");
            client.command("AT+CMGD=2");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(textsOf(client)).containsExactly("message 1", "message 3"));
        }
        gateway.restart();
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            assertThat(textsOf(client)).hasSize(2);
            client.command("AT+CMGD=1,4");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(textsOf(client)).containsExactly("message 4"));
        }
    }

    @Test
    void whatAClientIsJustBeingGivenIsNotInTheStorageForAnybody() throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "");
        try (ModemClient client = ModemClient.connect(gateway.port(0));
                ModemClient other = ModemClient.connect(gateway.port(0))) {
            client.command("AT+CSMS=1");
            client.command("AT+CNMI=1,2");
            gateway.offerInbound("4711", "once");
            client.awaitText("+CMT: ");
            assertThat(textsOf(other)).isEmpty();
            assertThat(other.command("AT+CPMS?")).contains("\"SM\",0,100");

            client.close();
            other.command("AT");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(other.command("AT+CPMS?"))
                    .as("nobody acknowledged it")
                    .contains("\"SM\",1,100"));
        }
    }

    /** The texts in the storage, in the order of their places. */
    private static List<String> textsOf(ModemClient client) throws Exception {
        client.command("AT+CMGF=1");
        return client.command("AT+CMGL=\"ALL\"")
                .lines()
                .filter(line -> line.startsWith("message "))
                .toList();
    }

    @Test
    void moreClientsThanAllowedAreToldSo() throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "?maxClients=1");
        try (ModemClient client = direct(0);
                ModemClient second = ModemClient.connect(gateway.port(0))) {
            second.awaitText("Port already in use");
            assertThat(client.command("AT")).contains("OK");
        }
    }

    private static MemoryAccounts accounts(InboundClaim inbound, Set<AtGrant> grants) {
        Account account = Account.of(
                        "acme", HashedSecret.of("secret"), AccountAccess.fromThisMachine(Set.of(Door.MODEM)))
                .with(inbound)
                .with(new DoorOptions(HttpOptions.defaults(), SmppOptions.defaults(), new ModemOptions(grants)));
        return new MemoryAccounts(List.of(account));
    }

    @Test
    void whoeverMustLogInCanDoNothingBefore() throws Exception {
        gateway = ModemGateway.start(
                folder,
                1,
                1,
                "?account=acme&login=required",
                accounts(InboundClaim.nothing(), Set.of()),
                FaultPlan.none());
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            assertThat(client.command("AT+CIMI")).contains("ERROR");
            assertThat(client.command("AT+LOGIN=\"acme\",\"wrong\"")).contains("ERROR");
            assertThat(client.command("AT+LOGIN=\"acme\",\"secret\"")).contains("OK");
            assertThat(client.command("AT+CIMI")).contains("OK");
        }
    }

    @Test
    void whoComesFromThisMachineNeedNotLogInWhereThatIsOptional() throws Exception {
        gateway = ModemGateway.start(
                folder,
                1,
                1,
                "?account=acme&login=optional",
                accounts(InboundClaim.nothing(), Set.of()),
                FaultPlan.none());
        try (ModemClient client = direct(0)) {
            assertThat(client.send(pdu(SOMEBODY, "of acme"))).contains("+CMGS: 1");
        }
    }

    @Test
    void anAccountReceivesWhatItClaims() throws Exception {
        gateway = ModemGateway.start(
                folder,
                2,
                1,
                "?account=acme",
                accounts(InboundClaim.ofChannels(List.of(new ChannelGrant.Named("g-2"))), Set.of()),
                FaultPlan.none());
        gateway.channel(0).receiveFrom(SOMEBODY, "of others");
        gateway.channel(1).receiveFrom(SOMEBODY, "its own");
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            client.command("AT+CMGF=1");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.command("AT+CMGL=\"ALL\""))
                    .contains("its own"));
            assertThat(client.command("AT+CMGL=\"ALL\"")).doesNotContain("of others");
        }
    }

    /** What a modem that stands for somebody's channels answers to whom the account grants the command. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DIAL|ATD+380671234567;|NO CARRIER",
                "USSD|AT+CUSD=1,\"*100#\"|OK",
                "PASSWORD|AT+CPIN=\"1234\"|+CME ERROR: 3",
                "PASSWORD|AT+CPWD=\"SC\",\"1234\",\"4321\"|+CME ERROR: 4",
                "FACILITY_LOCK|AT+CLCK=\"SC\",1,\"1234\"|+CME ERROR: 4",
                "POWER|AT+CFUN=0|OK",
                "POWER|AT+CFUN=1,1|OK"
            })
    void anAccountUsesTheCommandsThatItIsGranted(AtGrant grant, String command, String answer) throws Exception {
        gateway = ModemGateway.start(
                folder, 1, 1, "?account=acme", accounts(InboundClaim.nothing(), Set.of(grant)), FaultPlan.none());
        try (ModemClient client = direct(0)) {
            client.write(command + "\r");
            client.awaitText("\r\n" + answer + "\r\n");
            assertThat(client.command("AT+CREG?")).contains("+CREG: 0,1");
            for (String other : COMMANDS.keySet()) {
                if (!COMMANDS.get(other).equals(grant)) {
                    assertThat(client.command(other)).as(other).contains("+CME ERROR: 3");
                }
            }
        }
    }

    @Test
    void aModemOfSeveralChannelsHasNoUssd() throws Exception {
        gateway = ModemGateway.start(
                folder,
                2,
                1,
                "?account=acme",
                accounts(InboundClaim.nothing(), Set.of(AtGrant.USSD)),
                FaultPlan.none());
        try (ModemClient client = direct(0)) {
            assertThat(client.command("AT+CUSD=1,\"*100#\"")).contains("+CME ERROR: 4");
        }
    }

    @Test
    void ussdIsAnsweredForWhoIsGrantedIt() throws Exception {
        gateway = ModemGateway.start(
                folder,
                1,
                1,
                "?account=acme",
                accounts(InboundClaim.nothing(), Set.of(AtGrant.USSD)),
                FaultPlan.none());
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            client.command("ATE0");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(client.command("AT+CREG?")).contains("+CREG: 0,1"));
            assertThat(client.command("AT+CUSD=1,\"*100#\"")).contains("OK");
            client.awaitText("+CUSD: ");
        }
    }

    @Test
    void aUssdRequestThatTheClientCancelsIsOverAtTheChannelToo() throws Exception {
        gateway = ModemGateway.start(
                folder,
                1,
                1,
                "?account=acme",
                accounts(InboundClaim.nothing(), Set.of(AtGrant.USSD)),
                FaultPlan.none());
        try (ModemClient client = direct(0)) {
            assertThat(client.command("AT+CUSD=1,\"" + UNANSWERED + "\"")).contains("OK");
            assertThat(client.command("AT+CUSD=2")).contains("OK");
            client.awaitText("+CUSD: 2");

            assertThat(client.command("AT+CUSD=1,\"*100#\"")).contains("OK");
            client.awaitText("+CUSD: 0");
        }
    }

    @Test
    void anAccountThatIsNotThereLetsNobodyIn() throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "?account=nobody");
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            assertThat(client.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void withoutAnAccountNobodyFromOtherMachinesIsListenedTo() throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "");
        String everywhere = "polygator-modem:tcp:0.0.0.0:" + FreePort.any();

        assertThatThrownBy(() -> gateway.addRoute(everywhere))
                .hasStackTraceContaining("can be reached from other machines: set option account");
    }

    @Test
    void channelsThatAreNotThereOrDoNotGoIntoThePortsAreRefused() {
        assertThatThrownBy(() -> ModemGateway.start(folder, 1, 1, "?channels=nothing"))
                .hasStackTraceContaining("nothing means no channel");
        assertThatThrownBy(() -> ModemGateway.start(folder, 3, 2, "?channels=g"))
                .hasStackTraceContaining("means 3 channels, and there are 2 ports");
    }

    @Test
    void aListHasAnEntryForEachPort() throws Exception {
        gateway = ModemGateway.start(folder, 3, 2, "?channels=g-3,g-1");
        try (ModemClient first = direct(0);
                ModemClient second = direct(1)) {
            assertThat(first.send(pdu(SOMEBODY, "three"))).contains("+CMGS: 1");
            assertThat(second.send(pdu(SOMEBODY, "one"))).contains("+CMGS: 1");
        }
        assertThat(gateway.air().stream().map(AirLog.Entry::sender))
                .containsExactly(gateway.number(2), gateway.number(0));
    }

    @Test
    void anEventThatComesAgainChangesNothing() throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "");
        try (ModemClient client = ModemClient.connect(gateway.port(0))) {
            client.command("AT+CMGF=1");
            gateway.offerInbound("4711", "once");
            gateway.offerInbound("4711", "once");
            assertThat(client.command("AT+CPMS?")).contains("\"SM\",1,100");
            client.command("AT+CMGD=1");
            gateway.offerInbound("4711", "once");
            assertThat(client.command("AT+CPMS?")).contains("\"SM\",0,100");
        }
    }
}
