package io.polygator.camel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.polygator.PolygatorConstants;
import java.time.Instant;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;

class EventsTest {

    private final Events events = new Events();

    @Test
    void logsShowNeitherNumbersNorText() {
        assertThat(events.masked(inbound("the code is 4711")))
                .isEqualTo("inbound 17 channel=g8-1 from=**********02 to=**********01 encoding=gsm7 segments=1"
                        + " characters=16");
    }

    @Test
    void webhooksGetEverything() {
        Message message = inbound("the code is 4711");
        message.setHeader("CamelHttpUri", "http://elsewhere");

        events.json(message);

        assertThat(message.getBody(String.class))
                .isEqualTo("{\"event\":\"inbound\",\"id\":\"17\",\"channel\":\"g8-1\",\"from\":\"+79000000002\","
                        + "\"to\":\"+79000000001\",\"text\":\"the code is 4711\",\"encoding\":\"gsm7\",\"segments\":1,"
                        + "\"receivedAt\":\"2026-11-22T12:00:00Z\"}");
        assertThat(message.getHeaders()).containsOnlyKeys("Content-Type");
    }

    @Test
    void octetsAreWrittenAsHexadecimalDigits() {
        Message message = inbound("");
        message.setBody(new byte[] {(byte) 0xCA, (byte) 0xFE});

        events.json(message);

        assertThat(message.getBody(String.class)).contains("\"data\":\"CAFE\"").doesNotContain("\"text\"");
    }

    private static Message inbound(String text) {
        Message message = new DefaultMessage(new DefaultCamelContext());
        message.setBody(text);
        message.setHeader(PolygatorConstants.EVENT, "inbound");
        message.setHeader(PolygatorConstants.MESSAGE_ID, "17");
        message.setHeader(PolygatorConstants.CHANNEL, "g8-1");
        message.setHeader(PolygatorConstants.FROM, "+79000000002");
        message.setHeader(PolygatorConstants.TO, "+79000000001");
        message.setHeader(PolygatorConstants.ALPHABET, "gsm7");
        message.setHeader(PolygatorConstants.SEGMENTS, 1);
        message.setHeader(PolygatorConstants.RECEIVED_AT, Instant.parse("2026-11-22T12:00:00Z"));
        return message;
    }
}
