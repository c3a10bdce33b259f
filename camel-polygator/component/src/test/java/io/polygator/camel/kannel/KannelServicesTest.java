package io.polygator.camel.kannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.http.kannel.SmsService;
import io.polygator.http.kannel.SmsService.Action;
import io.polygator.http.kannel.SmsService.AnswerHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inbound messages that services answer. */
class KannelServicesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SOMEBODY = "+380677654321";

    private KannelDoor door;
    private Receiver receiver;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        receiver = new Receiver();
        door = KannelDoor.of(folder, 2).callingThisMachine();
    }

    @AfterEach
    void close() {
        door.close();
        receiver.close();
    }

    private static SmsService service(String name, List<String> keywords, Action action, int maxMessages) {
        return service(name, keywords, action, maxMessages, AnswerHeaders.IGNORED);
    }

    private static SmsService service(
            String name, List<String> keywords, Action action, int maxMessages, AnswerHeaders headers) {
        return new SmsService(name, keywords, true, action, maxMessages, true, true, List.of(), true, headers);
    }

    private void receive(int channel, String text) {
        door.awaitRegistered();
        door.channel(channel).receiveFrom(SOMEBODY, text);
    }

    @Test
    void whatTheUrlAnswersGoesBackThroughTheChannelOfTheQuestion() throws Exception {
        receiver.answering("/weather", "text/plain", "Sunny, 21 \u00b0C");
        door.with(service(
                        "weather",
                        List.of("weather", "w"),
                        new Action.Get(receiver.url("/weather?q=%q&a=%a&s=%s&i=%i&k=%k")),
                        1))
                .start();

        receive(1, "Weather Ky\u00efv & more");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(door.texts()).containsExactly("Sunny, 21 \u00b0C"));
        assertThat(receiver.targets())
                .containsExactly(
                        "/weather?q=%2B380677654321&a=Weather+Ky%C3%AFv+%26+more&s=Ky%C3%AFv&i=g1-2&k=Weather");
        assertThat(receiver.requests().get(0).headers()).containsEntry("X-kannel-from", List.of(SOMEBODY));
        assertThat(door.air().get(0).destination().display()).isEqualTo(SOMEBODY);
    }

    @Test
    void aServiceMayAnswerByItselfAndTheDefaultOneTakesTheRest() throws Exception {
        door.with(service("help", List.of("help"), new Action.Answer("Write INFO to %P. 100%% free + easy"), 1))
                .with(service("other", List.of(), new Action.Get(receiver.url("/other?a=%a")), 0))
                .start();

        receive(0, "help");
        receive(0, "anything else");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.targets()).containsExactly("/other?a=anything+else"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(door.texts())
                .singleElement()
                .asString()
                .startsWith("Write INFO to +38050")
                .endsWith(". 100% free + easy"));
    }

    @Test
    void aServiceMayAnswerWithWhatAFileHoldsAtTheTime(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("prices.txt");
        door.with(service("prices", List.of("prices"), new Action.File(file), 1))
                .start();

        Files.writeString(file, "Bread %a 20\n");
        receive(0, "prices");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(door.texts()).containsExactly("Bread %a 20"));

        Files.writeString(file, "\u0425\u043b\u0456\u0431 21");
        receive(1, "prices");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(door.texts())
                .containsExactly("Bread %a 20", "\u0425\u043b\u0456\u0431 21"));
    }

    @Test
    void aServiceMayBePostedTo() throws Exception {
        receiver.answering("/post", "text/html", "<html><b>Thank</b> you &amp; bye</html>");
        door.with(service("post", List.of("buy"), new Action.Post(receiver.url("/post?id=%I")), 1))
                .start();

        receive(0, "buy \u0445\u043b\u0456\u0431");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(door.texts()).containsExactly("Thank you & bye"));
        Receiver.Request request = receiver.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.headers())
                .containsEntry("Content-type", List.of("text/plain; charset=\"UTF-8\""))
                .containsEntry("X-kannel-smsc", List.of("g1-1"))
                .containsEntry("X-kannel-coding", List.of("0"))
                .containsEntry("X-kannel-service", List.of("post"))
                .containsKeys("X-kannel-to", "X-kannel-time", "Date");
        assertThat(request.body()).isEqualTo("buy \u00d1\u0085\u00d0\u00bb\u00d1\u0096\u00d0\u00b1");
    }

    @Test
    void aServiceThatMaySaysHowItsAnswerIsSent() throws Exception {
        receiver.answering("/call", "text/plain", "your taxi is here")
                .withHeaders(
                        "/call",
                        Map.of(
                                "X-Kannel-To", "+380671112233",
                                "X-Kannel-SMSC", "g1-2",
                                "X-Kannel-MClass", "0",
                                "X-Kannel-DLR-Mask", "1",
                                "X-Kannel-DLR-URL", receiver.url("/report?type=%d"),
                                "X-Kannel-Coding", "2",
                                "X-Other", "passed over"));
        door.with(service("taxi", List.of("taxi"), new Action.Get(receiver.url("/call")), 1, AnswerHeaders.ACCEPTED))
                .withRoute("kannel-dlr")
                .start();

        receive(0, "taxi");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(door.texts()).containsExactly("your taxi is here"));
        assertThat(door.air().get(0).destination().display()).isEqualTo("+380671112233");
        assertThat(door.air().get(0).submit().dataCodingScheme().messageClass()).hasValue(0);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.targets()).containsExactly("/call", "/report?type=1"));
        assertThat(door.air().get(0).sender()).as("the number of g1-2").isEqualTo("+380501234502");
    }

    @Test
    void whatAServiceSaysIsPassedOverUnlessItMay() throws Exception {
        receiver.answering("/call", "text/plain", "hello")
                .withHeaders("/call", Map.of("X-Kannel-To", "+380671112233", "X-Kannel-MClass", "zero"));
        door.with(service("taxi", List.of("taxi"), new Action.Get(receiver.url("/call")), 1))
                .start();

        receive(0, "taxi");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(door.texts()).containsExactly("hello"));
        assertThat(door.air().get(0).destination().display()).isEqualTo(SOMEBODY);
    }

    @Test
    void wishesThatCannotBeHeededAreAFailureAndNothingIsSent() throws Exception {
        receiver.answering("/call", "text/plain", "hello").withHeaders("/call", Map.of("X-Kannel-SMSC", "nowhere"));
        door.with(service("taxi", List.of("taxi"), new Action.Get(receiver.url("/call")), 1, AnswerHeaders.ACCEPTED))
                .start();

        receive(0, "taxi");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.targets()).startsWith("/call", "/call"));
        assertThat(door.texts()).isEmpty();
    }

    @Test
    void aUrlThatFailsIsAskedAgainAndItsAnswerGoesBackOnce() throws Exception {
        receiver.failing(500, 500).answering("/slow", "text/plain", "at last");
        door.with(service("slow", List.of("slow"), new Action.Get(receiver.url("/slow")), 1))
                .start();

        receive(0, "slow");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(door.texts()).containsExactly("at last"));
        assertThat(receiver.targets()).containsExactly("/slow", "/slow", "/slow");
    }

    @Test
    void messagesOfOtherChannelsAreNotTaken() throws Exception {
        door.with(new SmsService(
                        "second",
                        List.of(),
                        true,
                        new Action.Get(receiver.url("/second?i=%i")),
                        0,
                        true,
                        true,
                        List.of("g1-2"),
                        false,
                        AnswerHeaders.IGNORED))
                .start();

        receive(0, "to the first");
        receive(1, "to the second");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.targets()).containsExactly("/second?i=g1-2"));
    }
}
