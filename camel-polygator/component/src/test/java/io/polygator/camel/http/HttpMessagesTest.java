package io.polygator.camel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.RateLimiter;
import io.polygator.gateway.quota.BudgetExhaustedException;
import io.polygator.gateway.quota.BudgetPeriod;
import io.polygator.gateway.store.StoreFullException;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.http.BasicCredentials;
import io.polygator.http.MessageAccepted;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class HttpMessagesTest {
    private static final Exception DISK_FULL =
            new StoreUnavailableException("the disk of data/polygator.db is full", new IOException("ENOSPC"));

    private static final Exception OUR_FAULT = new IllegalStateException("a secret of ours");

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
    void aFailureOfOurOwnForOneRecipientTakesNothingFromTheOthers() throws Exception {
        MessageAccepted stored = MessageAccepted.of("+79000000002", "17", 1, "gsm7", Optional.empty());

        messages.answer(List.of(stored, refused(OUR_FAULT)), true, message);

        assertThat(message.getHeaders()).containsEntry(Exchange.HTTP_RESPONSE_CODE, 202);
        assertThat(message.getBody(String.class))
                .contains("\"id\":\"17\"", "\"status\":500")
                .doesNotContain("secret of ours");
    }

    @Test
    void aFailureOfOurOwnForAllRecipientsIsOurs() throws Exception {
        MessageAccepted wrong = refused(new SubmitRefusedException("to", "to is no phone number"));

        messages.answer(List.of(wrong, refused(OUR_FAULT)), true, message);

        assertThat(message.getHeaders())
                .containsEntry(Exchange.HTTP_RESPONSE_CODE, 500)
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
        Caller.of(new HttpUser(new BasicCredentials("crm", ""), Set.of())).enter(exchange);

        messages.prepare(order("{\"to\":\"777\",\"text\":\"x\",\"doubt\":\"fail\"}"), message);

        assertThat(message.getHeaders())
                .containsEntry(PolygatorConstants.SUBMITTER, "http crm")
                .doesNotContainKey(PolygatorConstants.ACCOUNT)
                .containsEntry(PolygatorConstants.DOUBT, "FAIL");
    }

    @Test
    void keysOfTwoAccountsAreNotTheSameAndThoseOfTheOneUserStayAsTheyAre() {
        assertThat(caller("acme").ownKey("order-1")).isEqualTo("acme order-1");
        assertThat(Caller.of(new HttpUser(new BasicCredentials("crm", ""), Set.of()))
                        .ownKey("order-1"))
                .isEqualTo("order-1");
    }

    private static Caller caller(String account) {
        return new Caller(account, Set.of(), Optional.of(account), segments -> Duration.ZERO);
    }

    @Test
    void aBudgetThatIsUsedUpSaysWhenItBeginsAnew() throws Exception {
        BudgetExhaustedException exhausted = new BudgetExhaustedException(
                "acme",
                BudgetPeriod.DAY,
                10,
                10,
                Instant.parse("2026-11-22T23:00:00.500Z"),
                Instant.parse("2026-11-23T00:00:00Z"));

        assertThat(refused(exhausted).problem())
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(429))
                .satisfies(problem -> assertThat(problem.retryAfter()).isEqualTo(3600))
                .satisfies(problem ->
                        assertThat(problem.detail()).startsWith("account acme has submitted 10 of the 10 segments"));
    }

    @Test
    void severalRecipientsThatAreAllTooManyMayComeAgain() {
        MessageAccepted tooMany = MessageAccepted.refused("777", Problem.tooMany("rate_exceeded", "too fast", 7));

        assertThatCode(() -> messages.answer(List.of(tooMany, tooMany), true, message))
                .doesNotThrowAnyException();

        assertThat(message.getHeaders())
                .containsEntry("Retry-After", 7)
                .containsEntry(Exchange.HTTP_RESPONSE_CODE, 429);
    }

    @Test
    void aLongTextTakesAllOfItsSegmentsAndOneThatIsTooLongNone() throws ProblemException {
        assertThat(segments("\"text\":\"" + "x".repeat(161) + "\"")).isEqualTo(2);
        assertThat(segments("\"text\":\"" + "x".repeat(1530) + "\"")).isEqualTo(10);
        assertThat(segments("\"text\":\"" + "x".repeat(1531) + "\"")).isEqualTo(1);
        assertThat(segments("\"text\":\"" + "x".repeat(9000) + "\"")).isEqualTo(1);
        assertThat(segments("\"data\":\"" + "AB".repeat(141) + "\"")).isEqualTo(2);
        assertThat(segments("\"data\":\"" + "AB".repeat(2000) + "\"")).isEqualTo(1);
    }

    private int segments(String body) throws ProblemException {
        return SegmentCount.of(order("{\"to\":\"777\"," + body + "}").body());
    }

    @Test
    void nothingIsCountedOfAnAccountWithoutARate() {
        Account free =
                SomeAccounts.account("free", AccountAccess.fromThisMachine(Set.of(Door.HTTP)), Set.of(HttpScope.SEND));
        RateLimiter rates = new RateLimiter(new MemoryAccounts(List.of(free)), InstantSource.system());

        assertThatCode(() -> Caller.of(free, rates).spend(() -> {
                    throw new AssertionError("counted");
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void aReplacementTakesTheIdFromThePath() throws ProblemException {
        message.setBody("{\"data\":\"CAFE\"}");
        messages.readReplacement("17", message);

        assertThat(message.getHeaders()).containsOnlyKeys(PolygatorConstants.MESSAGE_ID);
        assertThat(message.getBody()).isEqualTo(new byte[] {(byte) 0xCA, (byte) 0xFE});
        message.setBody("{}");
        assertThat(catchThrowableOfType(ProblemException.class, () -> messages.readReplacement("17", message))
                        .problem()
                        .detail())
                .startsWith("give either text, or data");
    }

    private HttpMessages.Order order(String json) throws ProblemException {
        message.setBody(json);
        return messages.read(null, message).get(0);
    }

    private MessageAccepted refused(Exception failure) {
        message.setHeader(PolygatorConstants.TO, "+79000000001");
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        return messages.refused(exchange);
    }
}
