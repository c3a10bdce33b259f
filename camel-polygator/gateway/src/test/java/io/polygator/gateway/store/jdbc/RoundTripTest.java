package io.polygator.gateway.store.jdbc;

import static io.polygator.gateway.store.MessageStoreContract.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.store.Edited;
import io.polygator.gateway.store.InboundSegment;
import io.polygator.gateway.store.Joined;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredMessages;
import io.polygator.gsm.sms.tpdu.ServiceCentreTimestamp;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.UserData;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a column comes out of it as it was. */
class RoundTripTest {
    private static final int MESSAGES = 300;

    @Test
    void messagesInEveryState(@TempDir Path folder) {
        try (SqliteStore store = open(folder)) {
            for (int seed = 0; seed < MESSAGES; seed++) {
                RandomValues values = new RandomValues(new Random(seed));
                StoredMessage message = RandomValues.named(values.message(), Integer.toString(seed));
                done(store.accept(message, Instant.MAX));
                assertThat(done(store.find(message.id()))).as("seed %d", seed).contains(message);
            }
        }
    }

    @Test
    void changesOfEveryKind(@TempDir Path folder) {
        try (SqliteStore store = open(folder)) {
            for (int seed = 0; seed < MESSAGES; seed++) {
                RandomValues values = new RandomValues(new Random(seed));
                StoredMessage message = RandomValues.named(values.message(), Integer.toString(seed));
                done(store.accept(message, Instant.MAX));
                StoredMessage moved = values.moved(message, values.message());
                done(store.update(message.id(), before -> Edited.quietly(moved)));
                assertThat(done(store.find(message.id())))
                        .as("seed %d, moved", seed)
                        .contains(moved);
                StoredMessage replaced =
                        RandomValues.named(values.message(), message.id().value());
                done(store.update(message.id(), before -> Edited.quietly(replaced)));
                assertThat(done(store.find(message.id())))
                        .as("seed %d, replaced", seed)
                        .contains(replaced);
            }
        }
    }

    @Property
    void events(@ForAll Random random) throws SQLException {
        GatewayEvent event = new RandomValues(random).any(GatewayEvent.class);
        assertThat(EventPayload.read(EventPayload.write(event))).isEqualTo(event);
    }

    @Test
    void everyKindOfEventIsAmongTheRandomOnes() {
        Set<Class<?>> seen = IntStream.range(0, 200)
                .mapToObj(seed -> new RandomValues(new Random(seed)).any(GatewayEvent.class))
                .map(GatewayEvent::getClass)
                .collect(Collectors.toSet());
        assertThat(seen).containsExactlyInAnyOrder(GatewayEvent.class.getPermittedSubclasses());
    }

    @Test
    void anEventOfANewerVersionIsNamed() {
        assertThatThrownBy(() -> EventPayload.read("{\"schema\":2,\"kind\":\"inbound\"}"))
                .hasMessageContaining("schema 2")
                .hasMessageContaining("newer");
        assertThatThrownBy(() -> EventPayload.read("nonsense")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> EventPayload.read("{\"schema\":1,\"kind\":\"call\"}"))
                .hasMessageContaining("channel is missing");
    }

    @Property
    void texts(@ForAll String text) {
        String column = EscapedText.escape(text);
        assertThat(column).doesNotContain("\0");
        assertThat(EscapedText.unescape(column)).isEqualTo(text);
    }

    @Test
    void inboundSegments(@TempDir Path folder) {
        SmsDeliver deliver = SmsDeliver.from(
                SmsAddress.ofDestination("+79161234567"),
                ServiceCentreTimestamp.of(StoredMessages.NOW.atOffset(ZoneOffset.UTC)),
                UserData.ofText("Привет"));
        InboundSegment segment = new InboundSegment(
                "fingerprint", "group", "g8-1", Optional.of("imsi"), Optional.of(deliver), "raw", Instant.EPOCH);
        try (SqliteStore store = open(folder)) {
            done(store.receive(segment, waiting -> Joined.nothing()));
            Joined joined = done(store.join("group", waiting -> new Joined(waiting, List.of(), List.of())));
            assertThat(joined.used()).containsExactly(segment);
        }
    }

    private static SqliteStore open(Path folder) {
        return JdbcStores.sqlite(folder.resolve("polygator.db"), JdbcSettings.defaults());
    }
}
