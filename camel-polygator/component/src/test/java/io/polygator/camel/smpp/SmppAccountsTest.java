package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountLimits;
import io.polygator.gateway.account.AddressRules;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.DoorOptions;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.OverRate;
import io.polygator.gateway.account.PrefixPattern;
import io.polygator.gateway.account.RateLimit;
import io.polygator.gateway.account.SendingRights;
import io.polygator.gateway.account.SmppOptions;
import io.polygator.gateway.quota.SegmentBudget;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an account may do over SMPP, and that it sees nothing of others. */
class SmppAccountsTest {
    private static final String SOMEBODY = "380677654321";
    private static final Account DEMO = MemoryAccounts.demo().find("demo").orElseThrow();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MemoryAccounts accounts = new MemoryAccounts(List.of(account("crm"), account("shop")));
    private SmppGateway gateway;

    /** With the secret of demo, which is quickly checked. */
    private static Account account(String id) {
        return Account.of(id, DEMO.secret(), DEMO.access());
    }

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        gateway = SmppGateway.start(folder, 0, accounts);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private TestEsme bind(String account) throws Exception {
        return TestEsme.bind(gateway.port(), account, "demo", BindType.BIND_TRX);
    }

    @Test
    void anAccountSeesItsOwnMessagesAndReceiptsOnly() throws Exception {
        try (TestEsme crm = bind("crm");
                TestEsme shop = bind("shop")) {
            String id = crm.submit(SOMEBODY, "from the crm");
            String other = shop.submit(SOMEBODY, "from the shop");

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(crm.texts()).singleElement().asString().contains("id:" + id);
                assertThat(shop.texts()).singleElement().asString().contains("id:" + other);
            });
            assertThatThrownBy(() -> shop.session()
                            .queryShortMessage(id, TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "1234"))
                    .isInstanceOfSatisfying(NegativeResponseException.class, SmppAccountsTest::isNoSuchMessage);
        }
    }

    private static void isNoSuchMessage(NegativeResponseException refused) {
        assertThat(refused.getCommandStatus()).isEqualTo(0x0C);
    }

    @Test
    void anInboundMessageReachesTheAccountThatOwnsItsSim() throws Exception {
        accounts.replaceAll(List.of(
                account("crm").with(InboundClaim.ofChannels(List.of(new ChannelGrant.Named("g4-1")))),
                account("shop").with(InboundClaim.ofChannels(List.of(new ChannelGrant.Named("g4-2"))))));
        try (TestEsme crm = bind("crm");
                TestEsme shop = bind("shop")) {
            gateway.channel(0).receiveFrom("+" + SOMEBODY, "for the crm");
            gateway.channel(1).receiveFrom("+" + SOMEBODY, "for the shop");

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(crm.texts()).containsExactly("for the crm");
                assertThat(shop.texts()).containsExactly("for the shop");
            });
        }
    }

    @Test
    void whatAnAccountMayNotSendIsRefusedWithTheStatusOfItsField() throws Exception {
        SendingRights rights = new SendingRights(
                new AddressRules(List.of(PrefixPattern.parse("5678")), List.of()),
                new AddressRules(List.of(PrefixPattern.parse("+3805*")), List.of()),
                List.of(new ChannelGrant.All()));
        accounts.replaceAll(List.of(account("crm").with(rights), account("shop")));
        try (TestEsme crm = bind("crm")) {
            assertStatus(0x0B, () -> crm.submit(SOMEBODY, "to nobody it may write to"));
            assertStatus(0x0A, () -> crm.submit("380501234502", "from a sender that is not its own"));
        }
    }

    @Test
    void anAccountOverItsRateIsThrottledAndOverItsBudgetRefused() throws Exception {
        AccountLimits slow = new AccountLimits(
                Optional.of(RateLimit.perSecond(new BigDecimal("0.01"), 1)), SegmentBudget.unlimited());
        AccountLimits poor =
                new AccountLimits(Optional.empty(), new SegmentBudget(OptionalLong.of(1), OptionalLong.empty()));
        accounts.replaceAll(List.of(account("crm").with(slow), account("shop").with(poor)));
        try (TestEsme crm = bind("crm");
                TestEsme shop = bind("shop")) {
            crm.submit(SOMEBODY, "first");
            assertStatus(0x58, () -> crm.submit(SOMEBODY, "too soon"));
            shop.submit(SOMEBODY, "first");
            assertStatus(0x45, () -> shop.submit(SOMEBODY, "too much"));
        }
    }

    @Test
    void anAccountThatWantsToBeDelayedIsAnsweredWhenItIsItsTurn() throws Exception {
        AccountLimits two =
                new AccountLimits(Optional.of(RateLimit.perSecond(new BigDecimal(2), 1)), SegmentBudget.unlimited());
        accounts.replaceAll(List.of(delayed(account("crm").with(two))));
        try (TestEsme crm = bind("crm")) {
            assertThat(crm.submit(SOMEBODY, "first")).isNotEmpty();
            assertThat(crm.submit(SOMEBODY, "too soon, and answered all the same"))
                    .isNotEmpty();
        }
    }

    @Test
    void anAccountThatWouldBeDelayedForTooLongIsThrottled() throws Exception {
        AccountLimits slow = new AccountLimits(
                Optional.of(RateLimit.perSecond(new BigDecimal("0.01"), 1)), SegmentBudget.unlimited());
        accounts.replaceAll(List.of(delayed(account("crm").with(slow))));
        try (TestEsme crm = bind("crm")) {
            crm.submit(SOMEBODY, "first");
            assertStatus(0x58, () -> crm.submit(SOMEBODY, "a minute and a half too soon"));
        }
    }

    private static Account delayed(Account account) {
        DoorOptions doors = account.doors();
        SmppOptions usual = doors.smpp();
        SmppOptions delaying = new SmppOptions(
                usual.bindTypes(),
                usual.maxBinds(),
                usual.alphabet(),
                usual.concatenation(),
                usual.receipts(),
                usual.bindErrors(),
                OverRate.DELAY,
                usual.submissions(),
                usual.windows());
        return account.with(new DoorOptions(doors.http(), delaying, doors.modem()));
    }

    @Test
    void anAccountThatIsGoneLosesItsSessionsAndOthersKeepTheirs() throws Exception {
        try (TestEsme crm = bind("crm");
                TestEsme shop = bind("shop")) {
            accounts.replaceAll(List.of(account("shop")));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            crm.session().getSessionState().isBound())
                    .isFalse());
            assertThat(shop.submit(SOMEBODY, "still here")).isNotEmpty();
        }
    }

    private static void assertStatus(int status, Submission submission) {
        assertThatThrownBy(submission::run)
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        refused -> assertThat(refused.getCommandStatus()).isEqualTo(status));
    }

    @FunctionalInterface
    private interface Submission {
        void run() throws Exception;
    }
}
