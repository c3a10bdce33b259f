package io.polygator.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.message.ChannelChoice.AnyOf;
import io.polygator.gateway.message.ChannelChoice.Group;
import io.polygator.gateway.message.ChannelChoice.Named;
import io.polygator.gateway.message.ChannelChoice.OfGateway;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The gates of what edges say to the gateway. */
class EdgeValuesTest {
    @Test
    void whereAMessageComesFromIsBounded() {
        Origin origin = Origin.of("smpp acme");
        assertThatThrownBy(() -> Origin.of("x".repeat(129))).hasMessageContaining("submitter");
        assertThatThrownBy(() -> origin.ownedBy("x".repeat(129))).hasMessageContaining("account");
        assertThatThrownBy(() -> origin.referredToAs("x".repeat(65))).hasMessageContaining("clientReference");
        assertThatThrownBy(() -> origin.withContext("x".repeat(2049))).hasMessageContaining("context");
        assertThat(origin.referredToAs("x".repeat(64))
                        .withContext("x".repeat(2048))
                        .toString())
                .isEqualTo("Origin[smpp acme, reference (64 characters), context (2048 characters)]");
    }

    @Test
    void aPreparedMessageSaysItsOwnAlphabetAndFitsIntoOneShortMessage() {
        UserData octets = UserData.ofOctets(Octets.ofHex("00FF"));
        assertThat(new MessageBody.Prepared(octets, new DataCodingScheme(0xF5)).toString())
                .isEqualTo("(prepared, 2 octets)");
        assertThatThrownBy(() -> new MessageBody.Prepared(octets, new DataCodingScheme(8)))
                .hasMessageContaining("announces UCS2");
        UserData tooLong = new UserData(UserDataHeader.none(), Alphabet.OCTETS, Octets.copyOf(new byte[141]));
        assertThatThrownBy(() -> new MessageBody.Prepared(tooLong, new DataCodingScheme(4)))
                .hasMessageContaining("at most 140 octets");
    }

    @Test
    void anyOfSeveralChoicesIncludesWhatOneOfThemDoes() {
        ChannelChoice any = new AnyOf(Set.of(new Named("g8-1"), new AnyOf(Set.of(new Group("fast")))));
        assertThat(any).isEqualTo(new AnyOf(Set.of(new Group("fast"), new Named("g8-1"))));
        assertThat(any.includes("g8-1", "g8", Set.of())).isTrue();
        assertThat(any.includes("k32-1", "k32", Set.of("fast"))).isTrue();
        assertThat(any.includes("g8-2", "g8", Set.of("slow"))).isFalse();
    }

    @Test
    void aChoiceOfNoneOrOfTooManyIsRefused() {
        assertThatThrownBy(() -> new AnyOf(Set.of())).hasMessageContaining("1..64");
        Set<ChannelChoice> many =
                IntStream.range(0, 65).mapToObj(i -> new Named("g8-" + i)).collect(Collectors.toSet());
        assertThatThrownBy(() -> new AnyOf(many)).hasMessageContaining("group");
        assertThatThrownBy(() -> new AnyOf(Set.of(new OfGateway("x".repeat(501)))))
                .hasMessageContaining("500");
    }

    @Test
    void aSearchHasABoundedAnswer() {
        assertThatThrownBy(() -> MessageQuery.newest(0)).hasMessageContaining("1..1000");
        assertThatThrownBy(() -> MessageQuery.newest(1001)).hasMessageContaining("1..1000");
        assertThat(MessageQuery.newest(1).to("+79161234567").toString()).doesNotContain("1234567");
    }
}
