package io.polygator.gateway.store;

import static io.polygator.gateway.store.StoredMessages.NOW;
import static io.polygator.gateway.store.StoredMessages.NUMBER;
import static io.polygator.gateway.store.StoredMessages.acceptedAt;
import static io.polygator.gateway.store.StoredMessages.queued;
import static io.polygator.gateway.store.StoredMessages.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.mailbox.MailboxFullException;
import io.polygator.gateway.mailbox.MailboxItem;
import io.polygator.gateway.mailbox.MailboxSlot;
import io.polygator.gateway.mailbox.Placement;
import io.polygator.gateway.message.CallFixture;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.EventFilter;
import io.polygator.gateway.message.LinedEvent;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.quota.AccountClaim;
import io.polygator.gateway.quota.AccountUsage;
import io.polygator.gateway.quota.BudgetExhaustedException;
import io.polygator.gateway.quota.BudgetPeriod;
import io.polygator.gateway.quota.SegmentBudget;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.InformationElement;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does for edges: searches, messages that leave together, budgets of accounts, mailboxes. */
public abstract class EdgeStoreContract {
    static final Instant ALWAYS = Instant.EPOCH;
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final FreeChannel FIRST =
            new FreeChannel("g8-1", "g8", Set.of("fast"), Optional.empty(), Optional.empty());
    private static final FreeChannel SECOND =
            new FreeChannel("g8-2", "g8", Set.of(), Optional.empty(), Optional.empty());

    MessageStore store;

    /** An empty store. */
    protected abstract MessageStore open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    public static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    // What a submitter says

    @Test
    void givesBackAllThatASubmitterSaid() {
        UserData data = new UserData(
                UserDataHeader.none().with(new InformationElement(0, Octets.copyOf((byte) 1, (byte) 2, (byte) 1))),
                Alphabet.UCS2,
                Octets.copyOf((byte) 4, (byte) 0x16));
        StoredMessage message =
                with(queued("1", 1), draft -> draft.body(new MessageBody.Prepared(data, new DataCodingScheme(0x18)))
                        .protocolIdentifier(new ProtocolIdentifier(0x41))
                        .replyPath(true)
                        .together(Optional.of("a key"))
                        .origin(Origin.of("smpp acme")
                                .ownedBy("acme")
                                .referredToAs("17")
                                .withContext("{\"udh\":1}")));
        done(store.accept(message, ALWAYS));
        assertThat(done(store.find(message.id()))).contains(message);
    }

    // Lines

    @Test
    void aLineIsReadInOrderAndAgainUntilItIsConfirmed() {
        Outbox outbox = openLine(NOW);
        done(outbox.append(List.of(event("a", 1), event("a", 2), event("b", 3))));
        List<LinedEvent> first = readLine(0, 2);
        done(outbox.append(List.of(event("a", 4))));
        List<LinedEvent> rest = readLine(first.get(1).position(), 10);
        assertThat(first).extracting(LinedEvent::event).containsExactly(CallFixture.ringing(1), CallFixture.ringing(2));
        assertThat(rest).extracting(LinedEvent::event).containsExactly(CallFixture.ringing(3), CallFixture.ringing(4));

        done(outbox.confirm("one", first.get(0).position(), NOW));
        assertThat(readLine(0, 1)).containsExactly(first.get(1));
        assertThat(readLine(0, 10)).containsExactly(first.get(1), rest.get(0), rest.get(1));
    }

    @Test
    void whatWasNotReadIsNotConfirmedWhateverTheReaderSays() {
        Outbox outbox = openLine(NOW);
        done(outbox.append(List.of(event("a", 1), event("a", 2))));
        assertThat(readLine(0, 1)).hasSize(1);
        done(outbox.confirm("one", Long.MAX_VALUE, NOW));
        assertThat(readLine(0, 10)).extracting(LinedEvent::event).containsExactly(CallFixture.ringing(2));
    }

    @Test
    void positionsGoOnWhenALineIsOpenedAgainOrBeginsAnew() {
        Outbox outbox = openLine(NOW);
        done(outbox.append(List.of(event("a", 1))));
        long before = readLine(0, 10).get(0).position();
        done(outbox.confirm("one", before, NOW));
        openLine(NOW.plusSeconds(1));
        done(outbox.append(List.of(event("a", 2))));
        assertThat(readLine(0, 10))
                .allSatisfy(event -> assertThat(event.position()).isGreaterThan(before));

        done(outbox.drop("one"));
        openLine(NOW.plusSeconds(2));
        done(outbox.append(List.of(event("a", 3))));
        assertThat(readLine(0, 10)).singleElement().satisfies(event -> assertThat(event.position())
                .isGreaterThan(before));
    }

    @Test
    void aLineThatNobodyReadsIsForgottenWithItsEventsAndOthersAreNot() {
        Outbox outbox = openLine(NOW);
        done(outbox.openLine(new StoredSubscription("two", Set.of("CALL"), new ChannelChoice.All()), NOW));
        done(outbox.open(new StoredSubscription("route", Set.of("CALL"), new ChannelChoice.All())));
        assertThat(done(outbox.lines())).containsExactlyInAnyOrder("one", "two");
        done(outbox.readLine("two", 0, 10, NOW.plusSeconds(2)));

        assertThat(done(outbox.forgetLines(NOW.plusSeconds(1)))).containsExactly("one");

        assertThat(done(outbox.lines())).containsExactly("two");
        assertThat(done(outbox.subscriptions()))
                .extracting(StoredSubscription::name)
                .containsExactlyInAnyOrder("two", "route");
        done(outbox.append(List.of(event("a", 1))));
        assertThat(readLine(0, 10)).isEmpty();
    }

    @Test
    void eventsOfALineBecomeTooOld() {
        Outbox outbox = openLine(NOW);
        done(outbox.append(List.of(event("a", 1))));
        Instant later = CallFixture.ringing(1).at().plusSeconds(1);
        assertThat(done(outbox.readLine("one", 0, 10, later))).hasSize(1);
        assertThat(done(outbox.forgetLines(later))).isEmpty();
        assertThat(readLine(0, 10)).isEmpty();
    }

    private Outbox openLine(Instant at) {
        done(store.outbox().openLine(new StoredSubscription("one", Set.of("CALL"), new ChannelChoice.All()), at));
        return store.outbox();
    }

    private List<LinedEvent> readLine(long position, int limit) {
        return done(store.outbox().readLine("one", position, limit, NOW));
    }

    // Together

    @Test
    void aMessageWaitsForTheOneBeforeItAndFollowsToItsChannel() {
        accept(together("1", "key"));
        accept(together("2", "key"));
        accept(together("3", "key"));
        accept(together("4", "other key"));
        assertThat(due(FIRST, SECOND)).containsExactly("1", "4");
        done(store.update(new MessageId("1"), StoredEdits.handOver("g8-1")));
        bind("1", "g8-1");
        assertThat(due(SECOND)).containsExactly("4");
        done(store.update(new MessageId("1"), StoredEdits.accept(1)));
        assertThat(stored("2").boundChannel()).contains("g8-1");
        assertThat(stored("2").behind()).isEmpty();
        assertThat(stored("3").behind()).contains(new MessageId("2"));
        assertThat(dueWhileBusy("g8-1", SECOND)).containsExactly("4");
        assertThat(due(FIRST)).containsExactly("2", "4");
    }

    @Test
    void oneThatComesLaterIsBoundToTheChannelOfAnAnsweredSibling() {
        accept(together("1", "key"));
        bind("1", "g8-1");
        done(store.update(new MessageId("1"), StoredEdits.handOver("g8-1")));
        done(store.update(new MessageId("1"), StoredEdits.accept(1)));
        assertThat(accept(acceptedAt(NOW.plusSeconds(3600), together("2", "key")))
                        .boundChannel())
                .contains("g8-1");
        assertThat(accept(acceptedAt(NOW.plusSeconds(7201), together("3", "key")))
                        .boundChannel())
                .isEmpty();
    }

    @Test
    void oneThatMayGoByOtherChannelsWaitsButIsNotBound() {
        accept(together("1", "key"));
        accept(with(together("2", "key"), draft -> draft.channels(new ChannelChoice.Named("g8-2"))));
        assertThat(due(FIRST, SECOND)).containsExactly("1");
        bind("1", "g8-1");
        done(store.update(new MessageId("1"), StoredEdits.handOver("g8-1")));
        done(store.update(new MessageId("1"), StoredEdits.accept(1)));
        assertThat(stored("2").boundChannel()).isEmpty();
        assertThat(due(SECOND)).containsExactly("2");
    }

    @Test
    void oneThatIsCancelledInTheMiddleLetsTheNextWaitForTheFirst() {
        accept(together("1", "key"));
        accept(together("2", "key"));
        accept(together("3", "key"));
        end("2");
        assertThat(stored("3").behind()).contains(new MessageId("1"));
        assertThat(due(FIRST)).containsExactly("1");
        end("1");
        assertThat(due(FIRST)).containsExactly("3");
    }

    // Queue lanes of several choices

    @Test
    void anyOfSeveralChoicesIsALaneOfItsOwn() {
        ChannelChoice any = new ChannelChoice.AnyOf(
                Set.of(new ChannelChoice.Named("g8-2"), new ChannelChoice.Group("fast"), new ChannelChoice.Group(":")));
        accept(with(queued("1", 1), draft -> draft.channels(any)));
        assertThat(done(store.find(new MessageId("1"))).orElseThrow().request().channels())
                .isEqualTo(any);
        assertThat(due(FIRST)).containsExactly("1");
        assertThat(due(SECOND)).containsExactly("1");
        assertThat(due(new FreeChannel("k32-1", "k32", Set.of("slow"), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    // Search

    @Test
    void findsWhatFitsNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            String account = i % 2 == 0 ? "even" : "odd";
            String id = "1" + i;
            accept(acceptedAt(NOW.plusSeconds(i), with(queued(id, 1), draft -> draft.from(Optional.of("+79030000002"))
                    .origin(Origin.of("smpp " + account).ownedBy(account).referredToAs("ref " + id)))));
        }
        end("13");
        assertThat(found(MessageQuery.newest(10))).containsExactly("15", "14", "13", "12", "11");
        assertThat(found(MessageQuery.newest(10).ofAccount("odd"))).containsExactly("15", "13", "11");
        assertThat(found(MessageQuery.newest(10).ofAccount("odd").to(NUMBER).in(Set.of(MessageState.QUEUED))))
                .containsExactly("15", "11");
        assertThat(found(MessageQuery.newest(10).ofSubmitter("smpp even"))).containsExactly("14", "12");
        assertThat(found(MessageQuery.newest(10).from("79030000002"))).hasSize(5);
        assertThat(found(MessageQuery.newest(10).from("79030000003"))).isEmpty();
        assertThat(found(MessageQuery.newest(10).referredToAs("ref 12"))).containsExactly("12");
        assertThat(found(MessageQuery.newest(10).referredToAs("ref 12").ofAccount("odd")))
                .isEmpty();
        assertThat(found(MessageQuery.newest(10)
                        .accepted(Optional.of(NOW.plusSeconds(2)), Optional.of(NOW.plusSeconds(4)))))
                .containsExactly("13", "12");
    }

    @Test
    void pagesOnAfterAMessage() {
        for (String id : List.of("11", "12", "13")) {
            accept(queued(id, 1));
        }
        assertThat(found(MessageQuery.newest(2))).containsExactly("13", "12");
        assertThat(found(MessageQuery.newest(2).after(new MessageId("12")))).containsExactly("11");
        assertThat(found(MessageQuery.newest(2).after(new MessageId("99")))).isEmpty();
    }

    @Test
    void findsARecipientHoweverItIsWrittenAndNoOther() {
        accept(queued("1", 1));
        assertThat(found(MessageQuery.newest(1).to("89161234567"))).containsExactly("1");
        assertThat(found(MessageQuery.newest(1).to("79161234567"))).containsExactly("1");
        assertThat(found(MessageQuery.newest(1).to("+79031234567"))).isEmpty();
    }

    // Budgets of accounts

    @Test
    void booksWhatAnAccountSubmitsAndRefusesWhatItsBudgetHasNoRoomFor() {
        SegmentBudget budget = new SegmentBudget(OptionalLong.of(5), OptionalLong.of(7));
        claim(queued("1", 3), budget, NOW);
        assertThatThrownBy(() -> claim(queued("2", 3), budget, NOW))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(BudgetExhaustedException.class, refusal -> {
                    assertThat(refusal.account()).isEqualTo("acme");
                    assertThat(refusal.period()).isEqualTo(BudgetPeriod.DAY);
                    assertThat(refusal.used()).isEqualTo(3);
                    assertThat(refusal.limit()).isEqualTo(5);
                    assertThat(refusal.beginsAnew()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
                });
        assertThat(done(store.find(new MessageId("2")))).isEmpty();
        claim(queued("3", 2), budget, NOW);
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        claim(queued("4", 2), budget, tomorrow);
        assertThatThrownBy(() -> claim(queued("5", 1), budget, tomorrow))
                .cause()
                .isInstanceOfSatisfying(BudgetExhaustedException.class, refusal -> assertThat(refusal.period())
                        .isEqualTo(BudgetPeriod.MONTH));
        assertThat(done(store.accountUsage("acme", TODAY))).isEqualTo(new AccountUsage(5, 7));
        assertThat(done(store.accountUsage("acme", TODAY.plusDays(1)))).isEqualTo(new AccountUsage(2, 7));
        assertThat(done(store.accountUsage("acme", TODAY.plusMonths(1)))).isEqualTo(new AccountUsage(0, 0));
        assertThat(done(store.accountUsage("other", TODAY))).isEqualTo(new AccountUsage(0, 0));
    }

    @Test
    void aRepeatedKeyBooksNothingAndIsNotRefused() {
        SegmentBudget budget = new SegmentBudget(OptionalLong.of(1), OptionalLong.empty());
        StoredMessage first = queued("1", 1, NOW, new ChannelChoice.All(), Optional.of("key"));
        StoredMessage again = queued("2", 1, NOW, new ChannelChoice.All(), Optional.of("key"));
        claim(first, budget, NOW);
        assertThat(claim(again, budget, NOW).id()).isEqualTo(first.id());
        assertThat(done(store.accountUsage("acme", TODAY))).isEqualTo(new AccountUsage(1, 1));
    }

    @Test
    void submitsAtTheSameTimeDoNotExceedABudget() {
        SegmentBudget budget = new SegmentBudget(OptionalLong.of(10), OptionalLong.empty());
        List<CompletionStage<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            StoredMessage message = queued("1" + i, 1);
            answers.add(store.accept(message, ALWAYS, Optional.of(claimOf(message, budget, NOW)))
                    .handle((taken, refusal) -> refusal == null));
        }
        assertThat(answers.stream().filter(answer -> done(answer)).count()).isEqualTo(10);
        assertThat(done(store.accountUsage("acme", TODAY))).isEqualTo(new AccountUsage(10, 10));
    }

    @Test
    void forgetsWhatAccountsSubmittedLongAgo() {
        claim(queued("1", 1), SegmentBudget.unlimited(), NOW);
        done(store.prune(new Retention(ALWAYS, ALWAYS, ALWAYS, NOW.plus(Duration.ofDays(2)), ALWAYS, ALWAYS)));
        assertThat(done(store.accountUsage("acme", TODAY))).isEqualTo(new AccountUsage(0, 0));
    }

    // Subscriptions

    @Test
    void aSubscriptionKeepsItsFilter() {
        EventFilter filter = EventFilter.ofSubmitter("smpp \"acme\"").withSenderPrefixes(List.of("+7 916", "Ж,"));
        StoredSubscription one = new StoredSubscription("one", Set.of("CALL"), new ChannelChoice.All(), filter);
        done(store.outbox().open(one));
        assertThat(done(store.outbox().subscriptions())).containsExactly(one);
    }

    @Test
    void whatRestsIsDueAtOnceWhenItIsHastened() {
        done(store.outbox().open(new StoredSubscription("one", Set.of("CALL"), new ChannelChoice.All())));
        done(store.outbox().append(List.of(event("a", 1), event("b", 2))));
        for (PendingEvent pending : pending(NOW)) {
            done(store.outbox().postpone("one", pending.number(), NOW.plusSeconds(300)));
        }
        assertThat(pending(NOW)).isEmpty();
        done(store.outbox().hasten("one", NOW));
        assertThat(pending(NOW)).hasSize(2).allSatisfy(event -> assertThat(event.failures())
                .isEqualTo(1));
    }

    @Test
    void aSubscriptionThatIsDroppedTakesItsEventsAndDeadLettersAlong() {
        StoredSubscription one = new StoredSubscription("one", Set.of("CALL"), new ChannelChoice.All());
        done(store.outbox().open(one));
        done(store.outbox().append(List.of(event("a", 1), event("b", 2))));
        done(store.outbox().bury("one", pending(NOW).get(0).number(), "it broke", NOW));
        done(store.outbox().drop("one"));
        assertThat(done(store.outbox().deadLetters(Optional.empty(), 0, 10))).isEmpty();
        done(store.outbox().open(one));
        assertThat(pending(NOW)).isEmpty();
    }

    // Mailboxes

    @Test
    void putsItemsIntoTheLowestFreeSlotUntilAllAreTaken() {
        assertThat(put("a")).isEqualTo(new Placement(1, false));
        assertThat(put("b")).isEqualTo(new Placement(2, false));
        assertThat(put("c")).isEqualTo(new Placement(3, false));
        assertThatThrownBy(() -> put("d")).hasCauseInstanceOf(MailboxFullException.class);
        delete(Set.of(2, 9), NOW);
        assertThat(put("d")).isEqualTo(new Placement(2, false));
        assertThat(slots())
                .containsExactly(
                        new MailboxSlot(1, item("a"), false),
                        new MailboxSlot(2, item("d"), false),
                        new MailboxSlot(3, item("c"), false));
        assertThat(done(store.mailboxes().list("g8-2"))).isEmpty();
    }

    @Test
    void anItemThatWasReadSaysSoFromThenOn() {
        put("a");
        assertThat(done(store.mailboxes().read("g8-1", 1))).contains(new MailboxSlot(1, item("a"), false));
        assertThat(done(store.mailboxes().read("g8-1", 1))).contains(new MailboxSlot(1, item("a"), true));
        assertThat(done(store.mailboxes().read("g8-1", 2))).isEmpty();
        assertThat(slots()).containsExactly(new MailboxSlot(1, item("a"), true));
    }

    @Test
    void anItemIsNotPutTwiceAlsoAfterItWasDeleted() {
        put("a");
        assertThat(put("a")).isEqualTo(new Placement(1, true));
        put("b");
        delete(Set.of(1), NOW);
        assertThat(put("a")).isEqualTo(new Placement(1, true));
        assertThat(slots()).containsExactly(new MailboxSlot(2, item("b"), false));
    }

    @Test
    void forgetsTheKeysOfDeletedItems() {
        put("a");
        put("b");
        delete(Set.of(1), NOW);
        done(store.prune(new Retention(ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS, NOW)));
        assertThat(put("a")).as("deleted no earlier").isEqualTo(new Placement(1, true));
        done(store.prune(new Retention(ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS, NOW.plusSeconds(1))));
        assertThat(slots()).hasSize(1);
        assertThat(put("a")).isEqualTo(new Placement(1, false));
        assertThat(slots()).hasSize(2);
    }

    private Placement put(String key) {
        return done(store.mailboxes().put("g8-1", 3, item(key)));
    }

    private void delete(Set<Integer> slots, Instant now) {
        done(store.mailboxes().delete("g8-1", slots, now));
    }

    private List<MailboxSlot> slots() {
        return done(store.mailboxes().list("g8-1"));
    }

    private static MailboxItem item(String key) {
        return new MailboxItem(key, MailboxItem.Kind.INBOUND, "07FF", NOW);
    }

    private List<PendingEvent> pending(Instant now) {
        return done(store.outbox().pending("one", Set.of(), now, 10)).events();
    }

    private static AddressedEvent event(String source, int number) {
        return new AddressedEvent(CallFixture.ringing(number), source, Set.of("one"));
    }

    private StoredMessage accept(StoredMessage message) {
        return done(store.accept(message, ALWAYS));
    }

    private StoredMessage claim(StoredMessage message, SegmentBudget budget, Instant at) {
        return done(store.accept(message, ALWAYS, Optional.of(claimOf(message, budget, at))));
    }

    private static AccountClaim claimOf(StoredMessage message, SegmentBudget budget, Instant at) {
        return new AccountClaim("acme", budget, message.segments().size(), at, ZoneOffset.UTC);
    }

    private static StoredMessage together(String id, String key) {
        return with(queued(id, 1), draft -> draft.together(Optional.of(key)));
    }

    private StoredMessage stored(String id) {
        return done(store.find(new MessageId(id))).orElseThrow();
    }

    private void bind(String id, String channel) {
        done(store.update(new MessageId(id), before -> Edited.quietly(before.boundTo(Optional.of(channel)))));
    }

    private void end(String id) {
        done(store.update(
                new MessageId(id),
                before -> Edited.quietly(
                        before.withEach(segment -> segment.settled(MessageState.CANCELLED, NOW, Optional.empty())))));
    }

    private List<String> due(FreeChannel... free) {
        return ids(done(store.due(new WorkRequest(List.of(free), Set.of(), Set.of(), NOW, 10)))
                .messages());
    }

    private List<String> dueWhileBusy(String busy, FreeChannel free) {
        return ids(done(store.due(new WorkRequest(List.of(free), Set.of(busy), Set.of(), NOW, 10)))
                .messages());
    }

    private List<String> found(MessageQuery query) {
        return ids(done(store.find(query)));
    }

    private static List<String> ids(List<StoredMessage> messages) {
        return messages.stream().map(message -> message.id().value()).toList();
    }
}
