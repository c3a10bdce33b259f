package io.polygator.gateway.store;

import static io.polygator.gateway.store.StoredMessages.NOW;
import static io.polygator.gateway.store.StoredMessages.NUMBER;
import static io.polygator.gateway.store.StoredMessages.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.message.CallFixture;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.message.TimelineEntry.Kind;
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
import org.junit.jupiter.api.Test;

/** What every store does. Each kind of store has a subclass that opens an empty one. */
public abstract class MessageStoreContract extends PagedStoreContract {
    private static final FreeChannel FIRST =
            new FreeChannel("g8-1", "g8", Set.of("fast"), Optional.empty(), Optional.empty());
    private static final FreeChannel SECOND =
            new FreeChannel("g8-2", "g8", Set.of(), Optional.of("79030000002"), Optional.empty());

    /** How soon a store must be asked again that others add to; empty when it is nobody else's. */
    protected Optional<Duration> poll() {
        return Optional.empty();
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
        assertThat(work.next()).contains(notLater(NOW.plusSeconds(60), NOW));
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
    void aMessageWaitsForTheSimThatItNames() {
        done(store.accept(StoredMessages.from("+79030000002", queued("1", 1)), ALWAYS));
        done(store.accept(StoredMessages.from("Shop", queued("2", 1)), ALWAYS));
        done(store.accept(queued("3", 1), ALWAYS));
        assertThat(ids(done(store.due(request(NOW, FIRST, SECOND))))).containsExactly("1", "2", "3");
        WorkRequest busy = new WorkRequest(
                List.of(FIRST), Set.of("g8-2"), Set.of("79030000002", "79030000003", "79030000004"), NOW, 10);
        assertThat(ids(done(store.due(busy)))).containsExactly("2", "3");
    }

    @Test
    void aBudgetedChannelGetsOnlyItsRecipients() {
        done(store.accept(queued("1", 1), ALWAYS));
        assertThat(ids(done(store.due(request(NOW, onlyTo("1234567", "7654321", "9999999"))))))
                .containsExactly("1");
        assertThat(ids(done(store.due(request(NOW, onlyTo("7654321")))))).isEmpty();
        assertThat(ids(done(store.due(request(NOW, onlyTo()))))).isEmpty();
        assertThat(ids(done(store.due(request(NOW, onlyTo(), SECOND))))).containsExactly("1");
    }

    @Test
    void anAvoidedChannelGetsTheMessageLater() {
        StoredMessage message = queued("1", 1).avoiding(new Avoidance("g8-1", NOW.plusSeconds(90)));
        done(store.accept(message, ALWAYS));
        Work now = done(store.due(request(NOW, FIRST)));
        assertThat(now.messages()).isEmpty();
        assertThat(now.next()).contains(notLater(NOW.plusSeconds(90), NOW));
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
        assertThat(done(store.overdue(NOW, 10)).next()).contains(notLater(expiry, NOW));
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
        done(store.prune(new Retention(ALWAYS, NOW.plusSeconds(1), ALWAYS, ALWAYS, ALWAYS, ALWAYS)));
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
        assertThat(batch.next()).contains(notLater(NOW.plusSeconds(30), NOW));
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
        done(store.prune(new Retention(NOW.plusSeconds(1), ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS)));
        assertThat(done(store.find(new MessageId("1")))).isEmpty();
        assertThat(done(store.find(new MessageId("2")))).isPresent();
    }

    @Test
    void findsASegmentThatMayHaveLeftThroughAnotherSim() {
        done(store.accept(queued("1", 1), ALWAYS));
        done(store.update(new MessageId("1"), StoredEdits.handOver("g8-1")));
        done(store.update(
                new MessageId("1"),
                before -> Edited.quietly(before.with(before.segment(1).maybeTwice()))));
        assertThat(sent(Optional.of("imsi-2"), NUMBER)).hasSize(1);
    }

    @Test
    void knowsWhatASimGotLast() {
        assertThat(done(store.lastSent("imsi-1"))).isEmpty();
        done(store.accept(queued("1", 1), ALWAYS));
        done(store.accept(queued("2", 1), ALWAYS));
        done(store.update(new MessageId("1"), StoredEdits.handOver("g8-1", NOW)));
        done(store.update(new MessageId("2"), StoredEdits.handOver("g8-1", NOW.plusSeconds(5))));
        done(store.update(
                new MessageId("2"),
                before -> Edited.quietly(
                        before.withEach(segment -> segment.settled(MessageState.FAILED, NOW, Optional.of("no"))))));
        assertThat(done(store.lastSent("imsi-1"))).hasValueSatisfying(found -> {
            assertThat(found.message().value()).isEqualTo("2");
            assertThat(found.segment().state()).isEqualTo(MessageState.FAILED);
        });
        assertThat(done(store.lastSent("imsi-2"))).isEmpty();
    }

    @Test
    void replacesWhatAMessageSays() {
        StoredMessage first = queued("1", 2);
        StoredMessage other = queued("1", 1, NOW, new ChannelChoice.Named("g8-1"), Optional.of("other"));
        done(store.accept(first, ALWAYS));
        done(store.update(first.id(), before -> Edited.quietly(other)));
        assertThat(done(store.find(first.id()))).contains(other);
        assertThat(done(store.due(request(NOW, SECOND))).messages()).isEmpty();
        assertThat(done(store.due(request(NOW, FIRST))).messages()).containsExactly(other);
    }

    @Test
    void aFailingEditChangesNothing() {
        StoredMessage message = queued("1", 1);
        done(store.accept(message, ALWAYS));
        assertThatThrownBy(() -> done(store.update(message.id(), before -> {
                    throw new IllegalStateException("a rule broke");
                })))
                .hasMessageContaining("a rule broke");
        assertThat(done(store.find(message.id()))).contains(message);
    }

    @Test
    void tellsTheTimelineOfAMessage() {
        TimelineEntry sending = new TimelineEntry(
                new MessageId("1"), NOW, 1, Kind.SENDING, Optional.of("g8-1"), Optional.of("imsi-1"), "attempt 1");
        TimelineEntry answered = TimelineEntry.about(new MessageId("1"), NOW.plusSeconds(3), Kind.ANSWERED, "ok");
        done(store.accept(queued("1", 1), ALWAYS));
        done(store.update(
                new MessageId("1"), before -> new Edited(before, List.of(), List.of(sending, answered), List.of())));
        assertThat(done(store.timeline(new MessageId("1")))).containsExactly(sending, answered);
        assertThat(done(store.timeline(new MessageId("2")))).isEmpty();
    }

    @Test
    void tellsTheTimelineOfWhatCameIn() {
        TimelineEntry received = TimelineEntry.about(new MessageId("7"), NOW, Kind.RECEIVED, "segment 1");
        done(store.receive(segment("a", "group"), waiting -> new Joined(waiting, List.of(), List.of(received))));
        assertThat(done(store.timeline(new MessageId("7")))).containsExactly(received);
        done(store.prune(new Retention(NOW.plusSeconds(1), ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS)));
        assertThat(done(store.timeline(new MessageId("7")))).isEmpty();
    }

    @Test
    void aTimelineLastsAsLongAsItsMessage() {
        done(store.accept(queued("1", 1), ALWAYS));
        TimelineEntry old = TimelineEntry.about(new MessageId("1"), Instant.EPOCH, Kind.ACCEPTED, "long ago");
        done(store.update(new MessageId("1"), before -> new Edited(before, List.of(), List.of(old), List.of())));
        done(store.prune(new Retention(NOW.plusSeconds(1), ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS)));
        assertThat(done(store.timeline(new MessageId("1")))).containsExactly(old);
        done(store.update(
                new MessageId("1"),
                before -> Edited.quietly(
                        before.withEach(segment -> segment.settled(MessageState.CANCELLED, NOW, Optional.empty())))));
        done(store.prune(new Retention(NOW.plusSeconds(1), ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS)));
        assertThat(done(store.timeline(new MessageId("1")))).isEmpty();
    }

    @Test
    void booksWhatASimHasSentAndTakesItBack() {
        BudgetBooking first = new BudgetBooking("imsi-1", "9161234567", NOW, 1);
        BudgetBooking second = new BudgetBooking("imsi-1", "9160000000", NOW.plusSeconds(60), 1);
        done(store.accept(queued("1", 1), ALWAYS));
        book(first, first, second);
        assertThat(done(store.usage("imsi-1", NOW))).isEqualTo(new SimUsage(3, Set.of("9161234567", "9160000000")));
        assertThat(done(store.usage("imsi-1", NOW.plusSeconds(60)))).isEqualTo(new SimUsage(1, Set.of("9160000000")));
        book(second.givenBack(), first.givenBack());
        assertThat(done(store.usage("imsi-1", NOW))).isEqualTo(new SimUsage(1, Set.of("9161234567")));
        assertThat(done(store.usage("imsi-2", ALWAYS))).isEqualTo(new SimUsage(0, Set.of()));
        done(store.prune(new Retention(ALWAYS, ALWAYS, ALWAYS, NOW.plusSeconds(1), ALWAYS, ALWAYS)));
        assertThat(done(store.usage("imsi-1", ALWAYS)).segments()).isZero();
    }

    @Test
    void aHandledEventStandsInTheTimeline() {
        done(store.outbox().open(new StoredSubscription("one", Set.of("REPORT"), new ChannelChoice.All())));
        GatewayEvent report = CallFixture.report("1", NOW);
        done(store.outbox().append(List.of(new AddressedEvent(report, "a", Set.of("one")))));
        done(store.outbox().handled("one", pendingNumbers("one").get(0), NOW));
        assertThat(done(store.timeline(new MessageId("1")))).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.HANDLED);
            assertThat(entry.detail()).contains("one");
        });
    }

    @Test
    void aReportComesOutAsItWent() {
        done(store.outbox().open(new StoredSubscription("one", Set.of("REPORT"), new ChannelChoice.All())));
        GatewayEvent report = CallFixture.report("1", NOW);
        done(store.outbox().append(List.of(new AddressedEvent(report, "a", Set.of("one")))));
        assertThat(done(store.outbox().pending("one", Set.of(), NOW, 10)).events())
                .singleElement()
                .satisfies(pending -> assertThat(pending.event()).isEqualTo(report));
    }

    @Test
    void aDroppedSubscriptionForgetsItsEvents() {
        StoredSubscription one = new StoredSubscription("one", Set.of("CALL"), new ChannelChoice.All());
        done(store.outbox().open(one));
        done(store.outbox().append(List.of(event("a", 1))));
        done(store.outbox().open(new StoredSubscription("one", Set.of("CALL"), new ChannelChoice.Group("fast"))));
        assertThat(pendingNumbers("one")).hasSize(1);
        done(store.outbox().drop("one"));
        done(store.outbox().open(one));
        assertThat(pendingNumbers("one")).isEmpty();
    }

    @Test
    void buriesAnEventAndGoesOnWithTheNext() {
        long first = buryOne();
        assertThat(pendingNumbers("one")).doesNotContain(first).hasSize(1);
        assertThat(done(store.outbox().deadLetters(Optional.empty(), 0, 10)))
                .containsExactly(new DeadLetter("one", first, CallFixture.ringing(1), 2, "it broke", NOW));
        assertThat(done(store.outbox().deadLetters(Optional.of("two"), 0, 10))).isEmpty();
        assertThat(done(store.outbox().deadLetters(Optional.of("one"), first, 10)))
                .isEmpty();
    }

    @Test
    void pagesThroughDeadLetters() {
        done(store.outbox().open(new StoredSubscription("one", Set.of("CALL"), new ChannelChoice.All())));
        done(store.outbox().append(List.of(event("a", 1), event("b", 2), event("c", 3))));
        for (long number : pendingNumbers("one")) {
            done(store.outbox().bury("one", number, "it broke", NOW));
        }
        List<DeadLetter> page = done(store.outbox().deadLetters(Optional.of("one"), 0, 2));
        assertThat(page).hasSize(2);
        assertThat(done(store.outbox()
                        .deadLetters(Optional.of("one"), page.get(1).number(), 2)))
                .hasSize(1);
    }

    @Test
    void replaysADeadLetterBeforeLaterEventsOfItsSource() {
        long first = buryOne();
        assertThat(done(store.outbox().replay("two", first))).isFalse();
        assertThat(done(store.outbox().replay("one", first))).isTrue();
        assertThat(done(store.outbox().replay("one", first))).isFalse();
        assertThat(done(store.outbox().deadLetters(Optional.empty(), 0, 10))).isEmpty();
        PendingEvent again =
                done(store.outbox().pending("one", Set.of(), NOW, 10)).events().get(0);
        assertThat(again.event()).isEqualTo(CallFixture.ringing(1));
        assertThat(again.failures()).isZero();
    }

    @Test
    void discardsADeadLetterOrForgetsItInTime() {
        long first = buryOne();
        assertThat(done(store.outbox().discard("one", first))).isTrue();
        assertThat(done(store.outbox().discard("one", first))).isFalse();
        done(store.outbox().bury("one", pendingNumbers("one").get(0), "it broke", NOW));
        done(store.prune(new Retention(ALWAYS, ALWAYS, ALWAYS, ALWAYS, NOW.plusSeconds(1), ALWAYS)));
        assertThat(done(store.outbox().deadLetters(Optional.empty(), 0, 10))).isEmpty();
    }

    @Test
    void forgetsFingerprintsInTime() {
        done(store.receive(segment("a", "group"), waiting -> new Joined(waiting, List.of(), List.of())));
        done(store.prune(new Retention(ALWAYS, ALWAYS, NOW.plusSeconds(1), ALWAYS, ALWAYS, ALWAYS)));
        assertThat(done(store.receive(segment("a", "group"), waiting -> Joined.nothing()))
                        .repeated())
                .isFalse();
    }

    @Test
    void whatThisProcessIsSendingIsNotInterrupted() {
        done(store.accept(queued("1", 1), ALWAYS));
        done(store.update(new MessageId("1"), StoredEdits.handOver("g8-1")));
        assertThat(done(store.interrupted(10))).isEmpty();
    }

    @Test
    void aClosedStoreTakesNothing() {
        MessageStore closed = open();
        closed.close();
        assertThatThrownBy(() -> done(closed.accept(queued("1", 1), ALWAYS))).hasMessageContaining("closed");
    }

    private Instant notLater(Instant expected, Instant now) {
        return poll().map(now::plus).filter(expected::isAfter).orElse(expected);
    }

    /** Two events of one source; the first fails once and is given up then. */
    private long buryOne() {
        done(store.outbox().open(new StoredSubscription("one", Set.of("CALL"), new ChannelChoice.All())));
        done(store.outbox().append(List.of(event("a", 1), event("a", 2))));
        long first = pendingNumbers("one").get(0);
        done(store.outbox().postpone("one", first, NOW));
        done(store.outbox().bury("one", first, "it broke", NOW));
        return first;
    }

    private List<Long> pendingNumbers(String subscription) {
        return done(store.outbox().pending(subscription, Set.of(), NOW, 10)).events().stream()
                .map(PendingEvent::number)
                .toList();
    }

    private void book(BudgetBooking... bookings) {
        done(store.update(new MessageId("1"), before -> new Edited(before, List.of(), List.of(), List.of(bookings))));
    }

    private static List<String> ids(Work work) {
        return work.messages().stream().map(message -> message.id().value()).toList();
    }

    private static FreeChannel onlyTo(String... recipients) {
        return new FreeChannel("g8-3", "g8", Set.of(), Optional.empty(), Optional.of(Set.of(recipients)));
    }

    private List<SentSegment> sent(Optional<String> imsi, String recipient) {
        return done(store.sent(new SentQuery(imsi, recipient), 10));
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
