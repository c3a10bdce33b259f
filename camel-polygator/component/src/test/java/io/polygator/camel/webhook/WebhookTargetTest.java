package io.polygator.camel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.http.EventView;
import io.polygator.http.client.HttpCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookTargetTest {
    private static final Instant AT = Instant.ofEpochSecond(1_795_387_017L);
    private static final String SECRET = "0f3c8a52d1b94e67";

    @Test
    void writesJsonUnlessToldOtherwise() {
        HttpCall call = target("https://crm.example.org/sms?token=1", WebhookFormat.JSON, Optional.of(SECRET))
                .call(report("delivered", "final"), AT);

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri()).hasToString("https://crm.example.org/sms?token=1");
        assertThat(call.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("webhook-timestamp", "1795387017")
                .containsKeys("webhook-id", "webhook-signature");
        assertThat(body(call)).contains("\"state\":\"delivered\"", "\"finality\":\"final\"");
    }

    @Test
    void writesFormsWithTheSameFields() {
        HttpCall call = target("https://crm.example.org/sms", WebhookFormat.FORM, Optional.empty())
                .call(inbound("a&b= c\u00e9"), AT);

        assertThat(body(call)).contains("event=inbound&eventId=evt_", "&text=a%26b%3D%20c%C3%A9");
        assertThat(call.headers())
                .containsEntry("Content-Type", "application/x-www-form-urlencoded")
                .doesNotContainKey("webhook-signature");
    }

    @Test
    void putsFieldsIntoTheUrlOfAGetSoThatNoneBecomesAnother() {
        HttpCall call = target(
                        "https://crm.example.org/{channel}?t={text}&error={error}", WebhookFormat.GET, Optional.empty())
                .call(inbound("{from}&t=2#/../$1"), AT);

        assertThat(call.method()).isEqualTo("GET");
        assertThat(call.uri()).hasToString("https://crm.example.org/g8-2?t=%7Bfrom%7D%26t%3D2%23%2F..%2F%241&error=");
        assertThat(call.body().isEmpty()).isTrue();
    }

    @Test
    void namesAnEventTheSameEachTimeAndAnotherOtherwise() {
        WebhookTarget target = target("https://crm.example.org/sms", WebhookFormat.JSON, Optional.of(SECRET));
        HttpCall first = target.call(report("accepted", "open"), AT);
        HttpCall again = target.call(report("accepted", "open"), AT.plusSeconds(60));
        HttpCall other = target.call(report("delivered", "final"), AT);

        assertThat(again.headers().get("webhook-id"))
                .isEqualTo(first.headers().get("webhook-id"))
                .isNotEqualTo(other.headers().get("webhook-id"));
        assertThat(again.headers().get("webhook-signature"))
                .isNotEqualTo(first.headers().get("webhook-signature"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    crm.example.org/sms                 | json | url is no absolute
                    ftp://crm.example.org/sms           | json | url is no absolute
                    https://{from}.example.org/?t={text}| get  | url is no absolute
                    https://crm.example.org/a b         | json | url is no absolute
                    https://crm.example.org/?t={txet}   | get  | unknown field {txet}
                    https://crm.example.org/            | get  | needs at least one
                    https://crm.example.org/?t={text}   | json | only there
                    https://crm.example.org/            | xml  | use json, form or get
                    """)
    void refusesWhatCouldNotBeCalled(String url, String format, String message) {
        assertThatThrownBy(() -> rule("crm", url, "", "inbound", format))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("webhook crm: ")
                .hasMessageContaining(message);
    }

    @Test
    void refusesShortSecretsUnknownEventsAndOddNamesAndRepeatsNoSecret() {
        String url = "https://crm.example.org/";

        assertThatThrownBy(() -> rule("crm", url, "short-secret", "inbound", "json"))
                .hasMessageContaining("secret has 12 characters")
                .hasMessageNotContaining("short-secret");
        assertThatThrownBy(() -> rule("crm", url, "", "inbound,sms", "json"))
                .hasMessageContaining("events=inbound,sms");
        assertThatThrownBy(() -> rule("a.b", url, "", "inbound", "json")).hasMessageContaining("its name must be");
        assertThat(rule("crm", url + "?token=4711", SECRET, "all", "json").toString())
                .doesNotContain("4711", SECRET);
    }

    private static WebhookRule rule(String name, String url, String secret, String events, String format) {
        return WebhookRule.of(
                name,
                new WebhookRule.Options(
                        url,
                        Optional.of(secret).filter(given -> !given.isEmpty()),
                        events,
                        Optional.empty(),
                        List.of("all"),
                        List.of("any"),
                        List.of("any"),
                        format));
    }

    private static WebhookTarget target(String url, WebhookFormat format, Optional<String> secret) {
        return new WebhookTarget(url, format, secret);
    }

    private static String body(HttpCall call) {
        return new String(call.body().toByteArray(), UTF_8);
    }

    static EventView inbound(String text) {
        return new EventView(
                "inbound",
                "17",
                "g8-2",
                "+380501234501",
                null,
                text,
                null,
                "ucs2",
                1,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                "2026-11-22T22:36:57.740Z");
    }

    private static EventView report(String state, String finality) {
        return new EventView(
                "report",
                "17",
                "g8-1",
                null,
                "+380501234502",
                null,
                null,
                "gsm7",
                1,
                null,
                false,
                state,
                finality,
                0,
                null,
                null,
                "2026-11-22T22:36:57.755Z");
    }
}
