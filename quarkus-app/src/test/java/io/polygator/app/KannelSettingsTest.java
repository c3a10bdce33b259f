package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every setting {@code polygator.kannel.…}; those of three services are the page's. */
@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
@QuarkusTestResource(
        value = KannelPageSite.class,
        initArgs = @ResourceArg(name = KannelPageSite.SECTION, value = "Services"),
        restrictToAnnotatedClass = true)
@TestProfile(KannelSettingsTest.More.class)
class KannelSettingsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FIRST_SIM = "+380501234501";
    private static final String SECOND_SIM = "+380501234502";
    private static final String THIRD_SIM = "+380501234503";
    private static final String FIFTH_SIM = "+380501234505";
    private static final String LONG = "lorem ipsum ".repeat(20).strip();

    private final HttpApi api = HttpApi.demo();

    /** Services with the options that the page's have not, a password and a name of Kannel's. */
    public static final class More implements QuarkusTestProfile {
        private static final String SERVICES = "polygator.kannel.services.";
        private static final String SITE = "${" + KannelPageSite.SERVER + "}";

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("polygator.kannel.status-password", "status"),
                    Map.entry("polygator.kannel.smsc.G24_1", "demo-5"),
                    Map.entry(SERVICES + "taxi.keyword", "taxi"),
                    Map.entry(SERVICES + "taxi.get-url", SITE + "taxi?from=%q"),
                    Map.entry(SERVICES + "taxi.accepted-smsc", "demo-2"),
                    Map.entry(SERVICES + "taxi.send-sender", "true"),
                    Map.entry(SERVICES + "taxi.accept-x-kannel-headers", "true"),
                    Map.entry(SERVICES + "quiet.keyword", "quiet"),
                    Map.entry(SERVICES + "quiet.get-url", SITE + "quiet"),
                    Map.entry(SERVICES + "quiet.omit-empty", "true"),
                    Map.entry(SERVICES + "loud.keyword", "loud"),
                    Map.entry(SERVICES + "loud.get-url", SITE + "loud"),
                    Map.entry(SERVICES + "one.keyword", "one"),
                    Map.entry(SERVICES + "one.text", LONG),
                    Map.entry(SERVICES + "one.max-messages", "2"),
                    Map.entry(SERVICES + "one.concatenation", "true"),
                    Map.entry(SERVICES + "two.keyword", "two"),
                    Map.entry(SERVICES + "two.text", LONG),
                    Map.entry(SERVICES + "two.max-messages", "2"),
                    Map.entry(SERVICES + "prices.keyword", "prices"),
                    Map.entry(SERVICES + "prices.file", "src/test/resources/kannel/prices.txt"));
        }
    }

    @BeforeEach
    void allChannelsAreRegistered() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(api.get("/v1/channels").json().path("channels"))
                        .hasSize(8)
                        .allSatisfy(channel ->
                                assertThat(channel.path("state").asText()).isEqualTo("registered")));
    }

    @Test
    void theServicesOfThePageAnswer() {
        ask("demo-1", SECOND_SIM, "wx Kyiv");
        ask("demo-1", SECOND_SIM, "HELP");
        ask("demo-1", SECOND_SIM, "something else");

        isAnswered("demo-1", SECOND_SIM, "Sunny, 21 degrees");
        isAnswered("demo-1", SECOND_SIM, "Write WEATHER and a city");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(KannelPageSite.targets("/weather")).containsExactly("/weather?from=%2B380501234501&words=Kyiv");
            assertThat(KannelPageSite.requests()).anySatisfy(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.target()).isEqualTo("/sms?from=%2B380501234501");
                assertThat(request.body()).isEqualTo("something else");
                assertThat(request.headers()).doesNotContainKey("X-kannel-from");
            });
        });
    }

    @Test
    void aServiceHearsItsChannelsAndChoosesHowItAnswers() {
        ask("demo-1", THIRD_SIM, "taxi");
        ask("demo-1", SECOND_SIM, "taxi now");
        ask("demo-1", SECOND_SIM, "taxi");

        isAnswered("demo-1", FIFTH_SIM, "It is coming");
        assertThat(KannelPageSite.requests())
                .filteredOn(request -> request.target().startsWith("/taxi"))
                .singleElement()
                .satisfies(request -> assertThat(request.headers()).containsEntry("X-kannel-from", FIRST_SIM));
    }

    @Test
    void anEmptyAnswerIsOneUnlessTheServiceOmitsIt() {
        ask("demo-4", SECOND_SIM, "quiet");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(KannelPageSite.targets("/quiet"))
                .hasSize(1));
        ask("demo-4", SECOND_SIM, "loud");

        isAnswered("demo-4", SECOND_SIM, "<Empty reply from service provider>");
        assertThat(answers("demo-4", SECOND_SIM)).hasSize(1);
    }

    @Test
    void aLongAnswerIsOneMessageOrSeveral() {
        ask("demo-6", SECOND_SIM, "one");
        ask("demo-7", SECOND_SIM, "two");

        isAnswered("demo-6", SECOND_SIM, LONG);
        isAnswered("demo-7", SECOND_SIM, LONG.substring(0, 160));
        isAnswered("demo-7", SECOND_SIM, LONG.substring(160));
    }

    @Test
    void aFileAnswers() {
        ask("demo-8", SECOND_SIM, "prices");

        isAnswered("demo-8", SECOND_SIM, "Bread 20");
    }

    @Test
    void aNameOfKannelsIsTheChannelThatSends() {
        assertThat(api.raw(
                                "/cgi-bin/sendsms?username=demo&password=demo&smsc=G24_1&text=through+G24_1&to=%2B380501234503")
                        .body())
                .isEqualTo("0: Accepted for delivery");

        isAnswered("demo-3", FIFTH_SIM, "through G24_1");
    }

    @Test
    void thePasswordOpensTheStatusPages() {
        assertThat(api.raw("/status.txt?password=status").body()).contains("demo-8[demo-8]");
        assertThat(api.raw("/status.txt?password=demo").body()).isEqualTo("Denied");
    }

    /** The SIM of one channel writes to another. */
    private void ask(String channel, String to, String text) {
        assertThat(api.post("/v1/messages", Map.of("to", to, "text", text, "channel", channel))
                        .status())
                .isEqualTo(202);
    }

    private void isAnswered(String channel, String from, String text) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers(channel, from)).contains(text));
    }

    /** The texts that a SIM has sent to that of a channel. */
    private List<String> answers(String channel, String from) {
        JsonNode inbound = api.get("/v1/inbound?channel=" + channel + "&from=%2B" + from.substring(1))
                .json();
        return inbound.findValuesAsText("text");
    }
}
