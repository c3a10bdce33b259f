package io.polygator.gateway;

import static io.polygator.gateway.GatewayFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.mailbox.Mailbox;
import io.polygator.gateway.mailbox.MailboxItem;
import io.polygator.gateway.mailbox.Placement;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.quota.AccountUsage;
import io.polygator.gateway.quota.BudgetExhaustedException;
import io.polygator.gateway.quota.SegmentBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What the gateway does for those who own messages. */
class AccountsTest {
    private static final Origin ACME = Origin.of("smpp acme").ownedBy("acme");

    private final GatewayFixture fixture = new GatewayFixture(GatewaySettings.defaults()
                    .withBudgetZone(ZoneId.of("Europe/Moscow"))
                    .withAccountBudgets(account -> new SegmentBudget(OptionalLong.of(2), OptionalLong.empty())))
            .withChannels(1);

    @Test
    void anAccountSubmitsNoMoreThanItsBudgetUntilTheNextDayBegins() {
        fixture.submit(text("x".repeat(200)).origin(ACME).message());
        CompletionStage<?> refused =
                fixture.gateway.submit(text("one more").origin(ACME).message());
        fixture.loop.runPending();
        Instant[] beginsAnew = new Instant[1];
        assertThatThrownBy(() -> refused.toCompletableFuture().join())
                .cause()
                .isInstanceOfSatisfying(
                        BudgetExhaustedException.class, refusal -> beginsAnew[0] = refusal.beginsAnew());
        assertThat(fixture.value(fixture.gateway.accountUsage("acme"))).isEqualTo(new AccountUsage(2, 2));
        fixture.submit(text("nobody's").message());

        fixture.pass(Duration.between(fixture.loop.instant(), beginsAnew[0]));
        fixture.submit(text("one more").origin(ACME).message());
        assertThat(fixture.value(fixture.gateway.accountUsage("acme")).today()).isEqualTo(1);
    }

    @Test
    void anAccountFindsItsMessagesAndWhereTheyCameFrom() {
        fixture.submit(text("another's").origin(Origin.of("http shop")).message());
        fixture.submit(text("ours")
                .from("Shop")
                .origin(ACME.referredToAs("17").withContext("bind 3"))
                .message());
        assertThat(fixture.value(fixture.gateway.find(MessageQuery.newest(10).ofAccount("acme"))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.origin()).isEqualTo(ACME.referredToAs("17").withContext("bind 3"));
                    assertThat(found.from()).contains("Shop");
                    assertThat(found.reportRequested()).isFalse();
                });
        assertThat(fixture.value(fixture.gateway.find(
                        MessageQuery.newest(10).ofAccount("acme").in(Set.of(MessageState.QUEUED)))))
                .isEmpty();
        assertThat(fixture.value(fixture.gateway.find(MessageQuery.newest(10).referredToAs("17"))))
                .extracting(MessageStatus::to)
                .containsExactly("+79161234567");
    }

    @Test
    void aMailboxKeepsWhatItGotUntilItIsDeleted() {
        Mailbox mailbox = fixture.gateway.mailbox("g8-1", 20);
        MailboxItem item = new MailboxItem("event 7", MailboxItem.Kind.REPORT, "07FF", fixture.loop.instant());
        assertThat(fixture.value(mailbox.put(item))).isEqualTo(new Placement(1, false));
        assertThat(fixture.value(mailbox.read(1)).orElseThrow().read()).isFalse();
        assertThat(fixture.value(fixture.gateway.mailbox("g8-1", 20).list()))
                .singleElement()
                .satisfies(slot -> assertThat(slot.read()).isTrue());
        assertThat(fixture.value(mailbox.delete(Set.of(1)))).isNull();
        assertThat(fixture.value(mailbox.list())).isEmpty();
        assertThat(item.toString()).doesNotContain("07FF").doesNotContain("event 7");
    }

    @Test
    void aMailboxKnowsADeletedItemForAsLongAsItsEventMayComeAgain() {
        Mailbox mailbox = fixture.gateway.mailbox("g8-1", 20);
        MailboxItem item = new MailboxItem("event 7", MailboxItem.Kind.INBOUND, "07FF", fixture.loop.instant());
        fixture.value(mailbox.put(item));
        fixture.value(mailbox.delete(Set.of(1)));

        // a week of failures, and four weeks as a dead letter
        fixture.pass(Duration.ofDays(35));
        assertThat(fixture.value(mailbox.put(item)).repeated()).isTrue();
        assertThat(fixture.value(mailbox.list())).isEmpty();

        fixture.pass(Duration.ofHours(2));
        assertThat(fixture.value(mailbox.put(item)).repeated()).isFalse();
    }

    @Test
    void aMailboxHasABoundedSize() {
        assertThatThrownBy(() -> fixture.gateway.mailbox("g8-1", 20_001)).hasMessageContaining("1..20000");
        assertThatThrownBy(() -> fixture.gateway.mailbox("x".repeat(65), 1)).hasMessageContaining("1..64");
        Instant now = fixture.loop.instant();
        assertThatThrownBy(() -> new MailboxItem("", MailboxItem.Kind.INBOUND, "", now))
                .hasMessageContaining("key");
        assertThatThrownBy(() -> new MailboxItem("a", MailboxItem.Kind.INBOUND, "0".repeat(1025), now))
                .hasMessageContaining("pdu");
    }
}
