package io.polygator.gateway.store;

import static io.polygator.gateway.store.StoredMessages.NOW;
import static io.polygator.gateway.store.StoredMessages.NUMBER;
import static io.polygator.gateway.store.StoredMessages.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.CallFixture;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.ServiceCentreTimestamp;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does. Each kind of store has a subclass that opens an empty one. */
public abstract class MessageStoreContract {
    private static final FreeChannel FIRST =
            new FreeChannel("g8-1", "g8", Set.of("fast"), Optional.empty(), Optional.empty());
    private static final FreeChannel SECOND =
            new FreeChannel("g8-2", "g8", Set.of(), Optional.of("79030000002"), Optional.empty());
    private static final Instant ALWAYS = Instant.EPOCH;

    private MessageStore store;

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

    @Test
    void givesBackWhatItAccepted() {
        StoredMessage message = queued("1", 2);
        assertThat(done(store.accept(message, ALWAYS))).isEqualTo(message);
        assertThat(done(store.find(message.id()))).contains(message);
        assertThat(done(store.find(new MessageId("2")))).isEmpty();
    }

    @Test
    void theSameKeyIsTheEarlierMessageWhileItIsKnown() {
        StoredMessage first = queued("1", 1, NOW, new ChannelChoice.All(), Optional.of("key"));
        StoredMessage second = queued("2", 1, NOW, new ChannelChoice.All(), Optional.of("key"));
        done(store.accept(first, ALWAYS));
        assertThat(done(store.accept(second, NOW.minusSeconds(1))).id()).isEqualTo(first.id());
        assertThat(done(store.find(second.id()))).isEmpty();
        assertThat(done(store.accept(second, NOW.plusSeconds(1))).id()).isEqualTo(second.id());
    }

    @Test
    void offersWhatIsDueByRankAndTellsWhatComesNext() {
        done(store.accept(queued("3", 1, NOW.plusSeconds(60), new ChannelChoice.All(), Optional.empty()), ALWAYS));
        done(store.accept(queued("2", 1, NOW, new ChannelChoice.All(), Optional.empty()), ALWAYS));
        done(store.accept(queued("1", 1, NOW.minusSeconds(5), new ChannelChoice.All(), Optional.empty()), ALWAYS));
        Work work = done(store.due(request(NOW, FIRST)));
        assertThat(work.messages().stream().map(message -> message.id().value()))
                .containsExactly("1", "2");
        assertThat(work.next()).contains(NOW.plusSeconds(60));
        assertThat(done(store.due(request(NOW.plusSeconds(60), FIRST))).messages())
                .hasSize(3);
    }

    @Test
    void aMessageForAnotherChannelDoesNotStandInTheWay() {
        for (int i = 0; i < 20; i++) {
            done(store.accept(
                    queued("1" + i, 1, NOW.minusSeconds(60), new ChannelChoice.Named("g8-9"), Optional.empty()),
                    ALWAYS));
        }
        done(store.accept(queued("2", 1, NOW, new ChannelChoice.Group("fast"), Optional.empty()), ALWAYS));
        WorkRequest one = new WorkRequest(List.of(FIRST), Set.of(), Set.of(), NOW, 1);
        assertThat(done(store.due(one)).messages())
                .singleElement()
                .satisfies(message -> assertThat(message.id().value()).isEqualTo("2"));
        assertThat(done(store.due(request(NOW, SECOND))).messages()).isEmpty();
    }

    @Test
    void aMessageFollowsItsChannelWhileThatIsOnlyBusy() {
        StoredMessage message = queued("1", 2).boundTo(Optional.of("g8-1"));
        done(store.accept(message, ALWAYS));
        WorkRequest busy = new WorkRequest(List.of(SECOND), Set.of("g8-1"), Set.of(), NOW, 9);
        assertThat(done(store.due(busy)).messages()).isEmpty();
        assertThat(done(store.due(request(NOW, SECOND))).messages()).hasSize(1);
    }

    @Test
    void anAvoidedChannelGetsTheMessageLater() {
        StoredMessage message = queued("1", 1).avoiding(new Avoidance("g8-1", NOW.plusSeconds(90)));
        done(store.accept(message, ALWAYS));
        Work now = done(store.due(request(NOW, FIRST)));
        assertThat(now.messages()).isEmpty();
        assertThat(now.next()).contains(NOW.plusSeconds(90));
        assertThat(done(store.due(request(NOW, SECOND))).messages()).hasSize(1);
        assertThat(done(store.due(request(NOW.plusSeconds(90), FIRST))).messages())
                .hasSize(1);
    }

    @Test
    void updatesInOneStep() {
        StoredMessage message = queued("1", 1);
        done(store.accept(message, ALWAYS));
        Updated updated =
                done(store.update(message.id(), StoredEdits.handOver("g8-1"))).orElseThrow();
        assertThat(updated.changed()).isTrue();
        assertThat(updated.before()).isEqualTo(message);
        assertThat(done(store.find(message.id()))).contains(updated.after());
        assertThat(done(store.due(request(NOW, FIRST))).messages()).isEmpty();
        assertThat(done(store.update(new MessageId("9"), Edited::quietly))).isEmpty();
    }

    @Test
    void tellsWhatIsOverdue() {
        done(store.accept(queued("1", 1), ALWAYS));
        Instant expiry = NOW.plus(Duration.ofDays(3));
        assertThat(done(store.overdue(NOW, 10)).next()).contains(expiry);
        assertThat(done(store.overdue(expiry, 10)).messages()).hasSize(1);
    }

    @Test
    void findsSentSegmentsBySimAndRecipient() {
        StoredMessage message = queued("1", 1);
        done(store.accept(message, ALWAYS));
        assertThat(sent(Optional.of("imsi-1"), NUMBER)).isEmpty();
        done(store.update(message.id(), StoredEdits.handOver("g8-1")));
        assertThat(sent(Optional.of("imsi-1"), NUMBER)).hasSize(1);
        done(store.update(message.id(), StoredEdits.accept(7)));
        assertThat(sent(Optional.of("imsi-1"), "89161234567")).singleElement().satisfies(found -> {
            assertThat(found.message()).isEqualTo(message.id());
            assertThat(found.placement().reference()).contains(new MessageReference(7));
        });
        assertThat(sent(Optional.of("imsi-2"), NUMBER)).isEmpty();
        assertThat(sent(Optional.of("imsi-1"), "+79160000000")).isEmpty();
    }

    @Test
    void keepsOrphansUntilTheyAreDroppedOrTooOld() {
        done(store.keepOrphan(new OrphanReport(0, "g8-1", Optional.of("imsi-1"), report(), NOW)));
        done(store.keepOrphan(new OrphanReport(0, "g8-1", Optional.of("imsi-1"), report(), NOW.plusSeconds(9))));
        List<OrphanReport> kept = done(store.orphans(new SentQuery(Optional.of("imsi-1"), NUMBER)));
        assertThat(kept).hasSize(2);
        done(store.dropOrphan(kept.get(1).number()));
        assertThat(done(store.orphans(new SentQuery(Optional.of("imsi-1"), NUMBER))))
                .hasSize(1);
        done(store.prune(new Retention(ALWAYS, NOW.plusSeconds(1), ALWAYS, ALWAYS, ALWAYS)));
        assertThat(done(store.orphans(new SentQuery(Optional.empty(), NUMBER)))).isEmpty();
    }

    @Test
    void recognisesRepeatedSegments() {
        assertThat(done(store.receive(segment("a", "group"), waiting -> Joined.nothing()))
                        .repeated())
                .isFalse();
        assertThat(done(store.receive(segment("a", "group"), waiting -> Joined.nothing()))
                        .repeated())
                .isTrue();
        done(store.forget(List.of("a")));
        assertThat(done(store.receive(segment("a", "group"), waiting -> Joined.nothing()))
                        .repeated())
                .isFalse();
    }

    @Test
    void letsTheJoinerDecideAboutAllSegmentsOfAGroup() {
        done(store.receive(segment("a", "group"), waiting -> Joined.nothing()));
        done(store.receive(segment("b", "other"), waiting -> Joined.nothing()));
        Received received =
                done(store.receive(segment("c", "group"), waiting -> new Joined(waiting, List.of(), List.of())));
        assertThat(received.joined().used().stream().map(InboundSegment::fingerprint))
                .containsExactly("a", "c");
        assertThat(done(store.staleGroups(NOW.plusSeconds(1), 10))).containsExactly("other");
        assertThat(done(store.join("other", waiting -> new Joined(waiting, List.of(), List.of())))
                        .used())
                .hasSize(1);
        assertThat(done(store.staleGroups(NOW.plusSeconds(1), 10))).isEmpty();
    }

    @Test
    void handsEventsToTheirSubscriptionsInOrderPerSource() {
        Outbox outbox = store.outbox();
        done(outbox.open(new StoredSubscription("one", Set.of("CALL"), new ChannelChoice.All())));
        done(outbox.append(List.of(event("a", 1), event("a", 2), event("b", 3))));
        PendingBatch batch = done(outbox.pending("one", Set.of(), NOW, 10));
        assertThat(batch.events().stream().map(PendingEvent::source)).containsExactly("a", "b");
        assertThat(done(outbox.pending("one", Set.of("a"), NOW, 10)).events()).hasSize(1);
        done(outbox.handled("one", batch.events().get(0).number(), NOW));
        assertThat(done(outbox.pending("one", Set.of(), NOW, 10))
                        .events()
                        .get(0)
                        .event())
                .isEqualTo(CallFixture.ringing(2));
        assertThat(done(outbox.pending("two", Set.of(), NOW, 10)).events()).isEmpty();
    }

    @Test
    void aPostponedEventHoldsBackItsSourceOnly() {
        Outbox outbox = store.outbox();
        done(outbox.open(new StoredSubscription("one", Set.of("CALL"), new ChannelChoice.All())));
        done(outbox.append(List.of(event("a", 1), event("a", 2), event("b", 3))));
        long first =
                done(outbox.pending("one", Set.of(), NOW, 10)).events().get(0).number();
        done(outbox.postpone("one", first, NOW.plusSeconds(30)));
        PendingBatch batch = done(outbox.pending("one", Set.of(), NOW, 10));
        assertThat(batch.events().stream().map(PendingEvent::source)).containsExactly("b");
        assertThat(batch.next()).contains(NOW.plusSeconds(30));
        PendingEvent again = done(outbox.pending("one", Set.of(), NOW.plusSeconds(30), 10))
                .events()
                .get(0);
        assertThat(again.number()).isEqualTo(first);
        assertThat(again.failures()).isEqualTo(1);
    }

    @Test
    void storesEventsWithTheChangeThatBringsThemAbout() {
        Outbox outbox = store.outbox();
        done(outbox.open(new StoredSubscription("one", Set.of("CALL"), new ChannelChoice.All())));
        done(store.accept(queued("1", 1), ALWAYS));
        done(store.update(
                new MessageId("1"), before -> new Edited(before, List.of(event("a", 1)), List.of(), List.of())));
        assertThat(done(outbox.pending("one", Set.of(), NOW, 10)).events()).hasSize(1);
        assertThat(done(outbox.subscriptions()).stream().map(StoredSubscription::name))
                .containsExactly("one");
        done(outbox.drop("one"));
        assertThat(done(outbox.subscriptions())).isEmpty();
    }

    @Test
    void forgetsConcludedMessagesOnly() {
        done(store.accept(queued("1", 1), ALWAYS));
        done(store.accept(queued("2", 1), ALWAYS));
        done(store.update(
                new MessageId("1"),
                before -> Edited.quietly(
                        before.withEach(segment -> segment.settled(MessageState.CANCELLED, NOW, Optional.empty())))));
        done(store.prune(new Retention(NOW.plusSeconds(1), ALWAYS, ALWAYS, ALWAYS, ALWAYS)));
        assertThat(done(store.find(new MessageId("1")))).isEmpty();
        assertThat(done(store.find(new MessageId("2")))).isPresent();
    }

    private List<SentSegment> sent(Optional<String> imsi, String recipient) {
        return done(store.sent(new SentQuery(imsi, recipient), 10));
    }

    public static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static WorkRequest request(Instant now, FreeChannel... free) {
        return new WorkRequest(List.of(free), Set.of(), Set.of(), now, 10);
    }

    private static InboundSegment segment(String fingerprint, String group) {
        return new InboundSegment(fingerprint, group, "g8-1", Optional.of("imsi-1"), Optional.empty(), "07FF", NOW);
    }

    private static AddressedEvent event(String source, int number) {
        GatewayEvent ringing = CallFixture.ringing(number);
        return new AddressedEvent(ringing, source, Set.of("one"));
    }

    private static SmsStatusReport report() {
        ServiceCentreTimestamp time = ServiceCentreTimestamp.of(NOW.atOffset(ZoneOffset.UTC));
        return new SmsStatusReport(
                false,
                false,
                false,
                new MessageReference(7),
                SmsAddress.ofDestination(NUMBER),
                time,
                time,
                new DeliveryStatus(0),
                Optional.empty());
    }
}
