package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.modem.UssdReply.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UssdTest {
    private static final String BALANCE = "AT+CUSD=1,\"*100#\",15";

    private final ModemRig rig = new ModemRig();

    @BeforeEach
    void start() {
        rig.ready();
    }

    @Test
    void theAnswerComesAfterTheOk() {
        CompletableFuture<UssdReply> reply = ask("*100#");
        assertThat(rig.module.heard).contains(BALANCE);
        assertThat(reply).isNotDone();

        rig.module.say("+CUSD: 0,\"Balance 12.50\",15");
        rig.settle();

        assertThat(reply).isCompletedWithValue(new UssdReply(Status.FINAL, "Balance 12.50"));
    }

    @Test
    void theAnswerComesBeforeTheOk() {
        rig.module.answer(BALANCE, "+CUSD: 2,\"Balance\",15", "OK");

        assertThat(ask("*100#")).isCompletedWithValue(new UssdReply(Status.TERMINATED, "Balance"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, FINAL",
        "1, ACTION_REQUIRED",
        "2, TERMINATED",
        "3, OTHER_CLIENT",
        "4, NOT_SUPPORTED",
        "5, NETWORK_TIMEOUT"
    })
    void everyStatusIsTold(int number, Status status) {
        CompletableFuture<UssdReply> reply = ask("*100#");

        rig.module.say("+CUSD: " + number);
        rig.settle();

        assertThat(reply).isCompletedWithValue(new UssdReply(status, ""));
    }

    @Test
    void aTextOfSeveralLinesWithQuotesIsOneAnswer() {
        CompletableFuture<UssdReply> reply = ask("*100#");

        rig.module.say("+CUSD:1,\"Menu \"A\":\r\n> 1 more\r\n0 exit\", 15 ");
        rig.settle();

        assertThat(reply).isCompletedWithValue(new UssdReply(Status.ACTION_REQUIRED, "Menu \"A\":\n> 1 more\n0 exit"));
    }

    @Test
    void aRequestThatIsCancelledIsOverForTheNetworkAndForWhoAsked() {
        CompletableFuture<UssdReply> reply = ask("*100#");

        cancel();

        assertThat(rig.module.heard).endsWith("AT+CUSD=2");
        assertThat(reply).isCompletedWithValue(new UssdReply(Status.TERMINATED, ""));
    }

    @Test
    void aDialogueThatIsCancelledIsOverForTheNetwork() {
        begin("*100#");
        rig.module.say("+CUSD: 1,\"1 or 2?\",15");
        rig.settle();

        cancel();
        assertThat(rig.module.heard).endsWith("AT+CUSD=2");

        cancel();
        assertThat(rig.module.count("AT+CUSD=2"))
                .as("there is nothing to cancel any more")
                .isEqualTo(1);
    }

    private void cancel() {
        assertThat(rig.modem.cancelUssd()).isNotNull();
        rig.settle();
    }

    @Test
    void aDialogueIsAnsweredAndLeftWhenNobodyAnswers() {
        begin("*100#");
        rig.module.say("+CUSD: 1,\"1 or 2?\",15");
        rig.settle();

        CompletableFuture<UssdReply> second = ask("1");
        rig.module.say("+CUSD: 1,\"sure?\",15");
        rig.settle();
        assertThat(second).isCompletedWithValue(new UssdReply(Status.ACTION_REQUIRED, "sure?"));
        assertThat(rig.module.heard).contains("AT+CUSD=1,\"1\",15").doesNotContain("AT+CUSD=2");

        rig.pass(Duration.ofSeconds(61));
        assertThat(rig.module.count("AT+CUSD=2")).isOne();
    }

    @Test
    void aServiceCodeEndsAnOpenDialogueFirst() {
        begin("*100#");
        rig.module.say("+CUSD: 1,\"1 or 2?\",15");
        rig.settle();

        begin("*101#");

        assertThat(rig.module.heard).containsSubsequence("AT+CUSD=2", "AT+CUSD=1,\"*101#\",15");
    }

    @Test
    void withoutAnAnswerTheRequestIsCancelled() {
        CompletableFuture<UssdReply> reply = ask("*100#");

        rig.pass(Duration.ofSeconds(91));

        assertThat(reply).isCompletedWithValue(new UssdReply(Status.NETWORK_TIMEOUT, ""));
        assertThat(rig.module.count("AT+CUSD=2")).isOne();
    }

    @Test
    void aModuleThatRefusesPlainCodesGetsThemInUcs2() {
        String ucs2 = "AT+CUSD=1,\"002A0031003000300023\",15";
        rig.module.answer(BALANCE, "ERROR");
        CompletableFuture<UssdReply> reply = ask("*100#");

        rig.module.say("+CUSD: 0,\"00420061006C\",15");
        rig.settle();

        assertThat(reply).isCompletedWithValue(new UssdReply(Status.FINAL, "Bal"));
        assertThat(rig.module.heard).containsSubsequence(BALANCE, "AT+CSCS=\"UCS2\"", ucs2, "AT+CSCS=\"GSM\"");
        begin("*100#");
        assertThat(rig.module.count(BALANCE)).isOne();
        assertThat(rig.module.count(ucs2)).isEqualTo(2);
    }

    @Test
    void aRefusalThatIsNotAboutTheSpellingIsTold() {
        rig.module.answer(BALANCE, "+CME ERROR: 30");

        assertThat(ask("*100#"))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(UssdFailedException.class)
                .withMessageContainingAll("+CME ERROR: 30", "channel g8-1");
        assertThat(rig.module.heard).doesNotContain("AT+CSCS=\"UCS2\"");
    }

    @Test
    void aTextThatNobodyAskedForIsAnEvent() {
        rig.module.say("+CUSD: 0,\"You won\",15");
        rig.settle();

        assertThat(rig.listener.ussd).containsExactly(new UssdReply(Status.FINAL, "You won"));
    }

    @Test
    void messagesWaitForTheNetworksWord() {
        begin("*100#");
        CompletableFuture<SendOutcome> outcome = rig.send("a");
        assertThat(outcome).isNotDone();
        assertThat(rig.module.heard).noneMatch(line -> line.startsWith("AT+CMGS"));

        rig.module.say("+CUSD: 0,\"done\",15");
        rig.settle();

        assertThat(outcome).isDone();
    }

    @Test
    void aLostLinkEndsTheRequest() {
        CompletableFuture<UssdReply> reply = ask("*100#");

        rig.module.cut();
        rig.settle();

        assertThat(reply).isCompletedExceptionally();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 183})
    void aCodeOfNoFitLengthIsRefused(int length) {
        assertThat(ask("1".repeat(length)))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .withMessageContaining("`code` must have 1 to 182");
    }

    private void begin(String code) {
        assertThat(ask(code)).isNotCompletedExceptionally();
    }

    private CompletableFuture<UssdReply> ask(String code) {
        CompletableFuture<UssdReply> reply = rig.modem.ussd(code).toCompletableFuture();
        rig.settle();
        return reply;
    }
}
