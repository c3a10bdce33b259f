package io.polygator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.gateway.message.GatewayEvent.Unreadable;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real gateway and what it should never get: everything is told, nothing stops the channel. */
class GatewayMalformedTest {

    @ParameterizedTest
    @MethodSource("malformed")
    void tellsWhatItGotAndGoesOn(Malformed malformed) throws Exception {
        try (GatewayBench bench =
                new GatewayBench(PolygatorSimulator.builder().channels(1), BenchChannels.settings())) {
            GatewayEvents events = GatewayEvents.of(bench.gateway);
            bench.register();
            SimulatedChannel channel = bench.simulator.channel(0);

            malformed.arriveAt(channel);
            bench.loop.advance(Duration.ofMinutes(20));
            channel.receiveFrom(Stage.SOMEBODY, "the next one");
            bench.loop.advance(Duration.ofMinutes(1));

            if (malformed.isUnreadable()) {
                assertThat(events.all(Unreadable.class)).singleElement().satisfies(event -> {
                    assertThat(event.raw()).isEqualToIgnoringCase(malformed.pdu());
                    assertThat(event.defect()).isNotBlank();
                });
                assertThat(events.texts()).containsExactly("the next one");
            } else {
                assertThat(events.all(Unreadable.class)).isEmpty();
                assertThat(events.texts()).containsExactly(malformed.text(), "the next one");
            }
            assertThat(channel.sim().slots().used()).isZero();
            assertThat(new BenchChannels(bench).status("g8-1").state()).isEqualTo(State.REGISTERED);
        }
    }

    /** A module that garbles what it hands over directly: there is no message in that line, and it stops nothing. */
    @ParameterizedTest
    @MethodSource("garbledLines")
    void goesOnAfterALineThatIsNoPdu(Malformed garbled) throws Exception {
        try (GatewayBench bench =
                new GatewayBench(PolygatorSimulator.builder().channels(1), BenchChannels.settings())) {
            GatewayEvents events = GatewayEvents.of(bench.gateway);
            bench.register();
            SimulatedChannel channel = bench.simulator.channel(0);

            garbled.arriveAt(channel);
            bench.loop.advance(Duration.ofMinutes(1));
            channel.receiveFrom(Stage.SOMEBODY, "the next one");
            bench.loop.advance(Duration.ofMinutes(1));

            assertThat(events.texts()).containsExactly("the next one");
            assertThat(new BenchChannels(bench).status("g8-1").state()).isEqualTo(State.REGISTERED);
        }
    }

    static Stream<Malformed> malformed() throws IOException {
        return rows().filter(Malformed::isHexadecimal);
    }

    static Stream<Malformed> garbledLines() throws IOException {
        return rows().filter(row -> !row.isHexadecimal());
    }

    private static Stream<Malformed> rows() throws IOException {
        try (InputStream file = GatewayMalformedTest.class.getResourceAsStream("/vectors/pdu-vectors.json")) {
            JsonNode vectors = new ObjectMapper().readTree(Objects.requireNonNull(file));
            return StreamSupport.stream(vectors.required("vectors").spliterator(), false)
                    .filter(row -> row.required("kind").asText().equals("malformed"))
                    .map(row -> new Malformed(
                            row.required("id").asText(), row.required("pdu").asText(), row.required("fields")))
                    .toList()
                    .stream();
        }
    }

    /** One row of the vectors. */
    record Malformed(String id, String pdu, JsonNode fields) {

        boolean isHexadecimal() {
            return pdu.matches("([0-9A-Fa-f]{2})+");
        }

        boolean isUnreadable() {
            return fields.has("error");
        }

        String text() {
            return fields.required("text").asText();
        }

        /** From the network where the network could have sent it, otherwise as a line that the module garbled. */
        void arriveAt(SimulatedChannel channel) {
            try {
                channel.receiveRaw(PduModeFrame.parse(pdu));
            } catch (TpduDecodeException garbled) {
                channel.say("+CMT: ,28\r\n" + pdu);
            }
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
