package io.polygator.camel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.store.DeadLetter;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.http.BasicCredentials;
import io.polygator.http.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDeadLettersTest {
    private final HttpDeadLetters letters = new HttpDeadLetters();
    private final Message message = new DefaultExchange(new DefaultCamelContext()).getMessage();

    @Test
    void theListShowsNeitherNumbersNorText() {
        letters.list(List.of(letter()), message);

        assertThat(message.getBody(String.class))
                .isEqualTo("{\"deadLetters\":[{\"subscription\":\"crm\",\"number\":7,\"failures\":3,"
                        + "\"reason\":\"answered 500\",\"givenUpAt\":\"1970-01-01T00:00:00Z\",\"event\":{"
                        + "\"event\":\"inbound\",\"id\":\"17\",\"channel\":\"g8-1\",\"from\":\"**********02\","
                        + "\"to\":\"**********01\",\"text\":\"(16 characters)\",\"encoding\":\"gsm7\",\"segments\":1,"
                        + "\"complete\":true,\"receivedAt\":\"1970-01-01T00:00:00Z\"}}]}");
    }

    @Test
    void thoseWhoMaySeeItGetAll() {
        Caller.of(new HttpUser(new BasicCredentials("crm", ""), Set.of(HttpScope.UNMASKED)))
                .enter(message.getExchange());

        letters.list(List.of(letter()), message);

        assertThat(message.getBody(String.class))
                .contains("\"from\":\"+79000000002\"", "\"text\":\"the code is 4711\"");
    }

    @Test
    void theQueryBecomesHeaders() throws ProblemException {
        letters.readQuery("subscription=crm&after=7&limit=10", message);

        assertThat(message.getHeaders())
                .containsEntry(PolygatorConstants.SUBSCRIPTION, "crm")
                .containsEntry(PolygatorConstants.AFTER, 7L)
                .containsEntry(PolygatorConstants.LIMIT, 10);
    }

    @ParameterizedTest
    @CsvSource({
        "after=-1, after must be a number from 0 on",
        "limit=0, limit must be a number from 1 to 1000",
        "limit=x, limit must be a number from 1 to 1000",
        "limit=1&limit=1, limit stands in the query twice",
        "limit=%2, limit is not encoded as URLs are: a percent sign needs two digits",
        "offset=1, '\"offset\" is unknown: known are after, limit, subscription'"
    })
    void aWrongQueryIsExplained(String query, String detail) {
        ProblemException wrong = catchThrowableOfType(ProblemException.class, () -> letters.readQuery(query, message));

        assertThat(wrong.problem().status()).isEqualTo(400);
        assertThat(wrong.problem().detail()).isEqualTo(detail);
    }

    @Test
    void aLetterThatIsGoneIsNotFound() {
        message.setHeader(PolygatorConstants.SUBSCRIPTION, "crm");
        message.setHeader(PolygatorConstants.NUMBER, 7);
        message.setHeader(PolygatorConstants.RESULT, "unknown");

        ProblemException gone = catchThrowableOfType(ProblemException.class, () -> letters.replayed(message));

        assertThat(gone.problem().status()).isEqualTo(404);
        assertThat(gone.problem().detail()).startsWith("subscription crm has no dead letter 7");
    }

    private static DeadLetter letter() {
        InboundMessage inbound = new InboundMessage(
                new MessageId("17"),
                "g8-1",
                Optional.empty(),
                "+79000000002",
                Optional.of("+79000000001"),
                "the code is 4711",
                Octets.empty(),
                Alphabet.GSM7,
                OptionalInt.empty(),
                0,
                Optional.empty(),
                1,
                true,
                Optional.empty(),
                Instant.EPOCH);
        return new DeadLetter("crm", 7, new GatewayEvent.Inbound(inbound), 3, "answered 500", Instant.EPOCH);
    }
}
