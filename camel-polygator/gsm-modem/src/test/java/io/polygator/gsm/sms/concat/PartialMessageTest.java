package io.polygator.gsm.sms.concat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.PartialMessage.Addition;
import io.polygator.gsm.sms.concat.PartialMessage.Decision;
import io.polygator.gsm.sms.tpdu.ServiceCentreTimestamp;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.TypeOfNumber;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartialMessageTest {
    private static final String IMSI = "255010000000001";
    private static final Instant NOON = Segments.NOON;

    /** What a store does with the additions. */
    private final List<PartialMessage> open = new ArrayList<>();

    private Addition receive(SmsDeliver segment) {
        return receive(segment, NOON);
    }

    private Addition receive(SmsDeliver segment, Instant at) {
        ReassemblyKey key = ReassemblyKey.of(IMSI, segment).orElseThrow();
        Addition addition = PartialMessage.place(key, List.copyOf(open), segment, at);
        addition.before().ifPresent(open::remove);
        open.add(addition.after());
        return addition;
    }

    @Test
    void completesInAnyOrder() {
        assertThat(receive(Segments.gsm7(3, 3, "c")).decision()).isEqualTo(Decision.ADDED);
        assertThat(receive(Segments.gsm7(1, 3, "a")).decision()).isEqualTo(Decision.ADDED);
        assertThat(open).singleElement().satisfies(message -> assertThat(message.missing())
                .containsExactly(2));
        Addition last = receive(Segments.gsm7(2, 3, "b"));
        assertThat(last.decision()).isEqualTo(Decision.COMPLETED);
        assertThat(last.after().join().text()).isEqualTo("abc");
    }

    @Test
    void completesAMessageOfOneSegmentAtOnce() {
        assertThat(receive(Segments.gsm7(1, 1, "a")).decision()).isEqualTo(Decision.COMPLETED);
    }

    @Test
    void recognisesADuplicate() {
        receive(Segments.gsm7(1, 2, "a"));
        Addition again = receive(Segments.gsm7(1, 2, "a"), NOON.plusSeconds(30));
        assertThat(again.decision()).isEqualTo(Decision.DUPLICATE);
        assertThat(again.before()).contains(again.after());
    }

    @Test
    void keepsTheNewestOfTwoBodies() {
        receive(Segments.gsm7(1, 2, "old"));
        SmsDeliver newer = Segments.sentAt(NOON.plusSeconds(60), Segments.gsm7(1, 2, "new"));
        assertThat(receive(newer).decision()).isEqualTo(Decision.REPLACED);
        assertThat(receive(Segments.gsm7(2, 2, "!")).after().join().text()).isEqualTo("new!");
    }

    @Test
    void startsANewGroupWhenTheReferenceIsUsedAgain() {
        receive(Segments.gsm7(1, 2, "yesterday "));
        Instant later = NOON.plus(Duration.ofHours(20));
        assertThat(receive(Segments.sentAt(later, Segments.gsm7(1, 2, "today ")), later)
                        .decision())
                .isEqualTo(Decision.STARTS_NEW_GROUP);
        Addition second = receive(Segments.sentAt(later, Segments.gsm7(2, 2, "it rains")), later);
        assertThat(second.decision()).isEqualTo(Decision.COMPLETED);
        assertThat(second.after().join().text()).isEqualTo("today it rains");
        open.remove(second.after());
        assertThat(open)
                .singleElement()
                .satisfies(message -> assertThat(message.join().text()).isEqualTo("yesterday […]"));
    }

    @Test
    void comparesArrivalWhenTheServiceCentreTellsNoTime() {
        receive(timeless(Segments.gsm7(1, 2, "a")), NOON);
        assertThat(receive(timeless(Segments.gsm7(1, 2, "b")), NOON.plusSeconds(5))
                        .decision())
                .isEqualTo(Decision.REPLACED);
        assertThat(receive(timeless(Segments.gsm7(1, 2, "c")), NOON.plusSeconds(5000))
                        .decision())
                .isEqualTo(Decision.STARTS_NEW_GROUP);
    }

    private static SmsDeliver timeless(SmsDeliver segment) {
        var noTime = new ServiceCentreTimestamp(Octets.copyOf(new byte[7]));
        return SmsDeliver.from(segment.originator(), noTime, segment.userData());
    }

    @Test
    void tellsMessagesApartByAllThatTheKeyHolds() {
        SmsDeliver segment = Segments.gsm7(1, 2, "a");
        ReassemblyKey key = ReassemblyKey.of(IMSI, segment).orElseThrow();
        SmsAddress national = new SmsAddress(TypeOfNumber.NATIONAL, 1, Segments.SENDER.value());
        SmsDeliver wide = Segments.deliver(
                new UserData(
                        UserDataHeader.none()
                                .with(new Concatenation(ConcatReference.ofSixteenBits(7), 2, 1).toElement()),
                        segment.userData().alphabet(),
                        segment.userData().units()),
                NOON);
        assertThat(ReassemblyKey.of("255010000000002", segment)).isNotEqualTo(Optional.of(key));
        assertThat(ReassemblyKey.of(IMSI, SmsDeliver.from(national, segment.timestamp(), segment.userData())))
                .isNotEqualTo(Optional.of(key));
        assertThat(ReassemblyKey.of(IMSI, wide)).isNotEqualTo(Optional.of(key));
        assertThat(ReassemblyKey.of(IMSI, Segments.gsm7(1, 3, "a"))).isNotEqualTo(Optional.of(key));
        assertThat(ReassemblyKey.of(IMSI, Segments.gsm7(2, 2, "b"))).contains(key);
        assertThat(ReassemblyKey.of(IMSI, Segments.deliver(UserData.ofText("a"), NOON)))
                .isEmpty();
    }

    @Test
    void knowsWhenItLastGrew() {
        receive(Segments.gsm7(1, 3, "a"), NOON);
        receive(Segments.gsm7(2, 3, "b"), NOON.plusSeconds(90));
        assertThat(open).singleElement().satisfies(message -> assertThat(message.lastReceivedAt())
                .isEqualTo(NOON.plusSeconds(90)));
    }

    @Test
    void holdsSegmentsOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReceivedSegment(Segments.deliver(UserData.ofText("a"), NOON), NOON));
    }
}
