package io.polygator.camel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.store.StoreFullException;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.http.MessageAccepted;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class HttpMessagesTest {
    private static final Exception DISK_FULL =
            new StoreUnavailableException("the disk of data/polygator.db is full", new IOException("ENOSPC"));

    private final HttpMessages messages = new HttpMessages();
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final Message message = exchange.getMessage();

    @Test
    void aMessageThatTheStoreDoesNotTakeIsNotAcceptedAndMayComeAgain() throws Exception {
        MessageAccepted refused = refused(DISK_FULL);

        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> messages.answer(List.of(refused), false, message));

        assertThat(problem.problem().status()).isEqualTo(503);
        assertThat(problem.problem().detail())
                .isEqualTo("the message was not accepted: the disk of data/polygator.db is full");
        HttpAnswer.write(message, problem.problem());
        assertThat(message.getHeaders())
                .containsEntry("Retry-After", 5)
                .containsEntry("Content-Type", Problem.MEDIA_TYPE)
                .containsEntry(Exchange.HTTP_RESPONSE_CODE, 503);
    }

    @Test
    void aFullStoreIsToBeAskedLater() throws Exception {
        assertThat(refused(new StoreFullException("the store holds its maximum"))
                        .problem())
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(503))
                .satisfies(problem -> assertThat(problem.retryAfter()).isEqualTo(60));
    }

    @Test
    void severalRecipientsOfWhichTheStoreTookNoneMayComeAgain() throws Exception {
        MessageAccepted wrong = refused(new SubmitRefusedException("to", "to is no phone number"));

        messages.answer(List.of(refused(DISK_FULL), wrong), true, message);

        assertThat(message.getHeaders())
                .containsEntry("Retry-After", 5)
                .containsEntry(Exchange.HTTP_RESPONSE_CODE, 503);
    }

    @Test
    void severalRecipientsThatAreAllWrongNeedNotComeAgain() throws Exception {
        messages.answer(List.of(refused(new SubmitRefusedException("to", "to is no phone number"))), true, message);

        assertThat(message.getHeaders())
                .containsEntry(Exchange.HTTP_RESPONSE_CODE, 400)
                .doesNotContainKey("Retry-After");
    }

    @Test
    void whatElseTheStoreDoesNotDoIsSaidSo() {
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, DISK_FULL);

        new HttpProblems().answer(exchange);

        assertThat(message.getHeaders()).containsEntry(Exchange.HTTP_RESPONSE_CODE, 503);
        assertThat(message.getBody(String.class))
                .contains("the request was not carried out: the disk of data/polygator.db is full");
    }

    @Test
    void theUserIsTheSubmitter() throws ProblemException {
        messages.prepare(order("{\"to\":\"777\",\"text\":\"x\",\"doubt\":\"fail\"}"), "crm", message);

        assertThat(message.getHeaders())
                .containsEntry(PolygatorConstants.SUBMITTER, "http crm")
                .containsEntry(PolygatorConstants.DOUBT, "FAIL");
    }

    @Test
    void aReplacementTakesTheIdFromThePath() throws ProblemException {
        messages.readReplacement("{\"data\":\"CAFE\"}", "17", message);

        assertThat(message.getHeaders()).containsOnlyKeys(PolygatorConstants.MESSAGE_ID);
        assertThat(message.getBody()).isEqualTo(new byte[] {(byte) 0xCA, (byte) 0xFE});
        assertThat(catchThrowableOfType(ProblemException.class, () -> messages.readReplacement("{}", "17", message))
                        .problem()
                        .detail())
                .startsWith("give either text, or data");
    }

    private HttpMessages.Order order(String json) throws ProblemException {
        return messages.read(json, null, exchange).get(0);
    }

    private MessageAccepted refused(Exception failure) throws Exception {
        message.setHeader(PolygatorConstants.TO, "+79000000001");
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        return messages.refused(exchange);
    }
}
