package io.polygator.gateway.store;

import static io.polygator.gateway.store.StoredMessages.NOW;
import static io.polygator.gateway.store.StoredMessages.NUMBER;
import static io.polygator.gateway.store.StoredMessages.acceptedAt;
import static io.polygator.gateway.store.StoredMessages.queued;
import static io.polygator.gateway.store.StoredMessages.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.InboundQuery;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.message.Page;
import io.polygator.gateway.message.PageMark;
import io.polygator.gateway.store.Joined.Arrival;
import io.polygator.gateway.store.Sighting.Way;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store does for those who list messages: pages of what was sent and of what came in, and the backlog. */
public abstract class PagedStoreContract extends EdgeStoreContract {

    // Sent

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 11; i <= 17; i++) {
            done(store.accept(acceptedAt(NOW.plusSeconds(i / 3), queued(Integer.toString(i), 1)), ALWAYS));
        }
        List<String> all = new ArrayList<>();
        Optional<PageMark> mark = Optional.empty();
        do {
            Page<StoredMessage> page = done(store.page(MessageQuery.newest(3), mark));
            all.addAll(ids(page));
            mark = page.next().map(PageMark::format).map(PageMark::parse);
        } while (mark.isPresent());
        assertThat(all).containsExactly("17", "16", "15", "14", "13", "12", "11");
    }

    @Test
    void aPageGoesOnThoughItsLastMessageIsForgotten() {
        for (String id : List.of("11", "12", "13")) {
            done(store.accept(queued(id, 1), ALWAYS));
        }
        PageMark gone = new PageMark(NOW, new MessageId("125"));
        assertThat(ids(done(store.page(MessageQuery.newest(10), Optional.of(gone)))))
                .containsExactly("12", "11");
    }

    @Test
    void aPageHoldsOnlyWhatFits() {
        done(store.accept(ofAccount("acme", queued("11", 1)), ALWAYS));
        done(store.accept(ofAccount("other", queued("12", 1)), ALWAYS));
        done(store.accept(ofAccount("acme", queued("13", 2)), ALWAYS));
        done(store.update(new MessageId("13"), StoredEdits.handOver("g8-2")));
        MessageQuery acme = MessageQuery.newest(10).ofAccount("acme");
        assertThat(ids(acme)).containsExactly("13", "11");
        assertThat(ids(acme.in(Set.of(MessageState.QUEUED)))).containsExactly("11");
        assertThat(ids(acme.through("g8-2"))).containsExactly("13");
        assertThat(ids(acme.through("g8-1"))).isEmpty();
        assertThat(ids(acme.to("8" + NUMBER.substring(2)))).containsExactly("13", "11");
        assertThat(ids(acme.to("+79031234567"))).isEmpty();
        assertThat(ids(acme.referredToAs("ref 11"))).containsExactly("11");
        assertThat(ids(acme.referredToAs("ref 12"))).isEmpty();
        assertThat(ids(acme.referredToAs("ref 11").to(NUMBER))).containsExactly("11");
        assertThat(ids(acme.accepted(Optional.of(NOW.plusSeconds(1)), Optional.empty())))
                .isEmpty();
        assertThat(done(store.find(MessageQuery.newest(10).through("g8-2"))))
                .extracting(found -> found.id().value())
                .containsExactly("13");
    }

    @Test
    void findsTheMessageOfAKeyWhileItIsKnown() {
        done(store.accept(queued("11", 1, NOW, new ChannelChoice.All(), Optional.of("key")), ALWAYS));
        assertThat(done(store.findByKey("key", NOW)))
                .map(found -> found.id().value())
                .contains("11");
        assertThat(done(store.findByKey("key", NOW.plusSeconds(1)))).isEmpty();
        assertThat(done(store.findByKey("other", ALWAYS))).isEmpty();
    }

    @Test
    void countsWhatWaitsByItsChannels() {
        ChannelChoice fast = new ChannelChoice.Group("fast");
        done(store.accept(queued("11", 2), ALWAYS));
        done(store.accept(queued("12", 1, NOW, fast, Optional.empty()), ALWAYS));
        done(store.accept(queued("13", 1, NOW, fast, Optional.empty()), ALWAYS));
        done(store.accept(queued("14", 1, NOW.plusSeconds(9), fast, Optional.empty()), ALWAYS));
        assertThat(done(store.backlog(NOW, NOW.plusSeconds(60))))
                .containsExactlyInAnyOrder(new Backlog(new ChannelChoice.All(), 1), new Backlog(fast, 2));
        assertThat(done(store.backlog(NOW, NOW.minusSeconds(1)))).isEmpty();
        done(store.update(new MessageId("11"), StoredEdits.handOver("g8-1")));
        assertThat(done(store.backlog(NOW, NOW.plusSeconds(60)))).containsExactly(new Backlog(fast, 2));
    }

    // Came in

    @Test
    void listsWhatCameInNewestFirst() {
        InboundMessage first = comesIn("21", "+79161234567", NOW);
        InboundMessage second = comesIn("22", "Shop", NOW.plusSeconds(1));
        InboundMessage third = comesIn("23", "+79161234567", NOW.plusSeconds(2));
        InboundQuery all = InboundQuery.newest(2);
        Page<InboundMessage> page = inbound(all);
        assertThat(page.items()).containsExactly(third, second);
        Page<InboundMessage> rest = inbound(all.after(page.next().orElseThrow()));
        assertThat(rest.items()).containsExactly(first);
        assertThat(rest.next()).isEmpty();
        assertThat(inbound(all.from("89161234567")).items()).containsExactly(third, first);
        assertThat(inbound(all.from("Shop")).items()).containsExactly(second);
        assertThat(inbound(all.from("shop")).items()).isEmpty();
        assertThat(inbound(all.received(Optional.of(NOW.plusSeconds(1)), Optional.of(NOW.plusSeconds(2))))
                        .items())
                .containsExactly(second);
        assertThat(done(store.inbound(all, message -> message.from().equals("Shop")))
                        .items())
                .containsExactly(second);
    }

    @Test
    void whatIsTakenAgainIsListedOnce() {
        comesIn("21", "+79161234567", NOW);
        done(store.forget(List.of("fingerprint of 21")));
        assertThat(inbound(InboundQuery.newest(10)).items()).isEmpty();
    }

    @Test
    void whatCameInIsForgottenInTime() {
        comesIn("21", "+79161234567", NOW);
        InboundMessage late = comesIn("22", "+79161234567", NOW.plusSeconds(1));
        done(store.prune(new Retention(NOW.plusSeconds(1), ALWAYS, ALWAYS, ALWAYS, ALWAYS, ALWAYS)));
        assertThat(inbound(InboundQuery.newest(10)).items()).containsExactly(late);
    }

    @Test
    void eachSegmentOfWhatComesInHasOneTwinOfTheOtherWay() {
        assertThat(comesIn("21", Sighting.of(Way.AIR, "one two", List.of("one", "two")), NOW))
                .hasSize(1);
        assertThat(comesIn("22", Sighting.of(Way.NOTICE, "two", List.of()), NOW))
                .as("known")
                .isEmpty();
        assertThat(comesIn("23", Sighting.of(Way.NOTICE, "one", List.of()), NOW))
                .isEmpty();
        assertThat(comesIn("24", Sighting.of(Way.NOTICE, "one", List.of()), NOW))
                .as("a second one")
                .hasSize(1);
        assertThat(comesIn("25", Sighting.of(Way.NOTICE, "one two", List.of()), NOW))
                .as("that was told by its segments")
                .hasSize(1);
        assertThat(comesIn("26", Sighting.of(Way.AIR, "one", List.of()), NOW)).isEmpty();
        assertThat(comesIn("27", Sighting.of(Way.AIR, "one two", List.of("one", "two")), NOW.plusSeconds(599)))
                .isEmpty();
        assertThat(inbound(InboundQuery.newest(10)).items())
                .extracting(message -> message.id().value())
                .containsExactlyInAnyOrder("21", "24", "25");
    }

    private List<Arrival> comesIn(String id, Sighting sighting, Instant at) {
        return comesIn(message(id, "+79161234567", at), sighting);
    }

    private InboundMessage comesIn(String id, String from, Instant at) {
        InboundMessage message = message(id, from, at);
        assertThat(comesIn(message, Sighting.of(Way.AIR, message.text(), List.of())))
                .hasSize(1);
        return message;
    }

    /** What was made of it. */
    private List<Arrival> comesIn(InboundMessage message, Sighting sighting) {
        String id = message.id().value();
        InboundSegment segment = new InboundSegment(
                "fingerprint of " + id,
                "group of " + id,
                "g8-1",
                message.imsi(),
                Optional.empty(),
                "07FF",
                message.receivedAt());
        return done(store.receive(
                        segment,
                        waiting -> new Joined(
                                waiting,
                                List.of(),
                                List.of(),
                                List.of(new Arrival(message, segment.fingerprint(), sighting)))))
                .joined()
                .arrivals();
    }

    private static InboundMessage message(String id, String from, Instant at) {
        return new InboundMessage(
                new MessageId(id),
                "g8-1",
                Optional.of("250990000000001"),
                from,
                Optional.of("+79990000001"),
                "",
                Octets.ofHex("CAFE"),
                Alphabet.OCTETS,
                OptionalInt.of(1),
                0,
                Optional.of(new Ports(5, 6)),
                1,
                true,
                Optional.of(at.atOffset(ZoneOffset.ofHours(3))),
                at);
    }

    private Page<InboundMessage> inbound(InboundQuery query) {
        return done(store.inbound(query, message -> true));
    }

    private static StoredMessage ofAccount(String account, StoredMessage message) {
        return with(
                message,
                draft -> draft.origin(
                        Origin.of("http " + account).ownedBy(account).referredToAs("ref " + message.id())));
    }

    private List<String> ids(MessageQuery query) {
        Page<StoredMessage> page = done(store.page(query, Optional.empty()));
        assertThat(page.next()).isEmpty();
        return ids(page);
    }

    private static List<String> ids(Page<StoredMessage> page) {
        return page.items().stream().map(message -> message.id().value()).toList();
    }
}
