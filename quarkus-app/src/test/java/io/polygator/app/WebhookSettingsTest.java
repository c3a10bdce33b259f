package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.webhook.WebhookRule;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of webhooks become their rules. */
class WebhookSettingsTest {
    private static final Path PAGE = Path.of("..", "camel-polygator", "docs", "webhooks.md");
    private static final Pattern SETTINGS = Pattern.compile("```properties\\n(.*?)```", Pattern.DOTALL);
    private static final String CRM = "polygator.webhooks.crm.";

    @Test
    void thoseOfThePageAreTakenAsTheyStand() throws IOException {
        PolygatorSettings settings = settings(ofThePage());

        assertThat(WebhookService.problems(settings)).isEmpty();
        assertThat(WebhookService.rules(settings))
                .containsExactlyInAnyOrder(
                        WebhookRule.of(
                                "default",
                                new WebhookRule.Options(
                                        "https://crm.example.org/sms",
                                        Optional.of("an-own-secret-for-signatures"),
                                        "inbound,report",
                                        Optional.empty(),
                                        List.of("all"),
                                        List.of("any"),
                                        List.of("any"),
                                        "json")),
                        WebhookRule.of(
                                "unsubscribe",
                                new WebhookRule.Options(
                                        "https://lists.example.org/stop?number={from}",
                                        Optional.empty(),
                                        "inbound",
                                        Optional.empty(),
                                        List.of("all"),
                                        List.of("any"),
                                        List.of("STOP", "UNSUBSCRIBE*"),
                                        "get")),
                        WebhookRule.of(
                                "alarms",
                                new WebhookRule.Options(
                                        "http://192.168.2.10/alarm",
                                        Optional.empty(),
                                        "channel",
                                        Optional.empty(),
                                        List.of("g8", "group:moscow"),
                                        List.of("any"),
                                        List.of("any"),
                                        "json")));
    }

    @Test
    void everyOptionOfANamedWebhookIsRead() {
        Map<String, String> all = Map.of(
                CRM + "url", "https://crm.example.org/sms",
                CRM + "secret", "0f3c8a52d1b94e67",
                CRM + "events", "inbound,call",
                CRM + "account", "acme",
                CRM + "channels", "g8-1,k32",
                CRM + "senders", "+7999*,BANK",
                CRM + "keywords", "STOP,JOIN*",
                CRM + "format", "form");

        assertThat(WebhookService.rules(settings(all)))
                .containsExactly(WebhookRule.of(
                        "crm",
                        new WebhookRule.Options(
                                "https://crm.example.org/sms",
                                Optional.of("0f3c8a52d1b94e67"),
                                "inbound,call",
                                Optional.of("acme"),
                                List.of("g8-1", "k32"),
                                List.of("+7999*", "BANK"),
                                List.of("STOP", "JOIN*"),
                                "form")));
    }

    @ParameterizedTest
    @CsvSource({
        "url, ftp://crm.example.org/sms",
        "secret, short",
        "events, sms",
        "channels, 'g8,group:'",
        "senders, '*7999'",
        "keywords, 'A*B'",
        "format, xml"
    })
    void whatIsWrongIsNamed(String option, String value) {
        Properties wrong = new Properties();
        wrong.setProperty(CRM + "url", "https://crm.example.org/sms");
        wrong.setProperty(CRM + option, value);

        assertThat(WebhookService.problems(settings(map(wrong))))
                .singleElement()
                .asString()
                .startsWith(CRM + option);
    }

    private static PolygatorSettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(PolygatorSettings.class)
                .withSources(new PropertiesConfigSource(properties, "page", 100))
                .build()
                .getConfigMapping(PolygatorSettings.class);
    }

    private static Map<String, String> ofThePage() throws IOException {
        Properties properties = new Properties();
        for (Matcher block = SETTINGS.matcher(Files.readString(PAGE)); block.find(); ) {
            properties.load(new StringReader(block.group(1)));
        }
        return map(properties);
    }

    private static Map<String, String> map(Properties properties) {
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
