package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings of the receiver of event.sh. */
@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
@TestProfile(EventShTest.Open.class)
class EventShTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GANOK = "\u0491\u0430\u043D\u043E\u043A";

    /** To this machine without credentials, from a firmware that has Ukrainian letters. */
    public static final class Open implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "polygator.event-sh.enabled", "true",
                    "polygator.event-sh.allowed-networks", "192.0.2.0/24,127.0.0.1",
                    "polygator.event-sh.charset", "koi8-u",
                    "polygator.event-sh.channels.1", "card-1");
        }
    }

    @Test
    void aMessageOfAStrangeSimIsInboundUnderTheNameOfItsChannel() {
        String text = HexFormat.of().withPrefix("%").formatHex(GANOK.getBytes(Charset.forName("KOI8-U")));
        HttpApi nobody = new HttpApi("nobody", "wrong");

        // 503 until somebody subscribes: the routes start in their order
        HttpResponse<String> answer = await().atMost(PATIENCE)
                .until(
                        () -> nobody.raw("/ttt/index.php?channel=1&sender=%2B380501112244&text=" + text),
                        told -> told.statusCode() != 503);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("OK");
        assertThat(HttpApi.demo().get("/v1/inbound?from=%2B380501112244").json().findValuesAsText("text"))
                .containsExactly(GANOK);
        assertThat(HttpApi.demo().get("/v1/inbound?from=%2B380501112244").json().findValuesAsText("channel"))
                .containsExactly("card-1");
    }
}
