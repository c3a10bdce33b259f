package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.modem.SendError.Kind;
import io.polygator.gsm.modem.SendOutcome.Accepted;
import io.polygator.gsm.modem.SendOutcome.Refused;
import io.polygator.gsm.modem.SendOutcome.Unconfirmed;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.ValidityPeriod;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendTest {
    private final ModemRig rig = new ModemRig();

    @Test
    void anAcceptedMessageHasTheReferenceOfTheModule() {
        rig.ready().module.nextSend("+CMGS: 66", "OK");

        CompletableFuture<SendOutcome> outcome = rig.send("a");

        assertThat(outcome).isCompletedWithValue(accepted(66));
        assertThat(rig.module.submitted)
                .singleElement()
                .asString()
                .startsWith("00") // no service centre: the module uses its own
                .endsWith("E8329BFD06");
        assertThat(rig.module.heard)
                .contains("AT+CMGS=" + (rig.module.submitted.get(0).length() / 2 - 1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/modem/send-errors.csv", delimiter = '|', useHeadersInDisplayName = true)
    void everyErrorHasItsClass(String answer, String outcome, Kind kind) {
        rig.ready().module.nextSend(answer);

        SendOutcome result = rig.send("a").join();

        assertThat(result.getClass().getSimpleName()).isEqualTo(outcome);
        if (result instanceof Refused refused) {
            assertThat(refused.error().kind()).isEqualTo(kind);
            assertThat(refused.error().description()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+CMS ERROR: 332", "+CMS ERROR: 500", "+CMS ERROR: 513", "+CMS ERROR: 197", "+CME ERROR: 31"})
    void anErrorInsteadOfThePromptLeavesNothingSent(String error) {
        rig.ready().module.insteadOfPrompt(error);

        assertThat(kindOf(rig.send("a"))).isEqualTo(Kind.TEMPORARY);
        assertThat(rig.module.submitted).isEmpty();
        assertThat(rig.send("b").join()).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({"528, SIMCOM_SIM900, PERMANENT", "528, Quectel_M10, TEMPORARY", "528, Unheard-of, PERMANENT"})
    void numbersOfTheVendorsOwnMeanWhatTheModuleMeans(int code, String model, Kind kind) {
        rig.module.answer("AT+CGMM", model, "OK").answer("AT+CCID", ModemRig.ICCID, "OK");
        rig.ready().module.nextSend("+CMS ERROR: " + code);

        assertThat(kindOf(rig.send("a"))).isEqualTo(kind);
    }

    @Test
    void aReferenceThatIsNoneIsNoReference() {
        rig.ready().module.nextSend("+CMGS: -1", "OK").nextSend("OK");

        assertThat(rig.send("a")).isCompletedWithValue(new Accepted(Optional.empty()));
        assertThat(rig.send("b")).isCompletedWithValue(new Accepted(Optional.empty()));
    }

    @Test
    void withoutPromptNothingIsSent() {
        rig.ready().module.promptWorks = false;

        CompletableFuture<SendOutcome> outcome = rig.send("a");
        rig.pass(Duration.ofSeconds(30));

        assertThat(kindOf(outcome)).isEqualTo(Kind.NOT_SENT);
        assertThat(rig.module.submitted).isEmpty();
        rig.module.promptWorks = true;
        assertThat(rig.send("b").join()).isInstanceOf(Accepted.class);
    }

    @Test
    void aLostOkAfterTheReferenceIsNoDoubt() {
        rig.ready().module.nextSend("+CMGS: 9");

        CompletableFuture<SendOutcome> outcome = rig.send("a");
        rig.pass(Duration.ofSeconds(125));

        assertThat(outcome).isCompletedWithValue(accepted(9));
    }

    @Test
    void silenceAfterTheTextIsUnconfirmed() {
        rig.ready().module.nextSend();

        CompletableFuture<SendOutcome> outcome = rig.send("a");
        rig.pass(Duration.ofSeconds(119));
        assertThat(outcome).isNotDone();
        rig.pass(Duration.ofSeconds(2));

        assertThat(outcome.join()).isInstanceOf(Unconfirmed.class);
    }

    @Test
    void aLateReferenceSettlesTheMessage() {
        rig.ready().module.nextSend();
        CompletableFuture<SendOutcome> outcome = rig.send("a");
        rig.pass(Duration.ofSeconds(121));
        assertThat(outcome.join()).isInstanceOf(Unconfirmed.class);

        rig.module.say("+CMGS: 12", "OK");
        rig.pass(Duration.ofSeconds(10));

        assertThat(rig.listener.late).containsExactly("a " + accepted(12));
    }

    @Test
    void aLateRefusalSettlesTheMessage() {
        rig.ready().module.nextSend();
        CompletableFuture<SendOutcome> outcome = rig.send("a");
        rig.until(outcome::isDone);

        rig.module.say("+CMS ERROR: 30");
        rig.pass(Duration.ofSeconds(10));

        assertThat(rig.listener.late)
                .singleElement()
                .asString()
                .startsWith("a Refused")
                .contains("PERMANENT");
    }

    @Test
    void aLateAnswerIsNotCreditedToTheNextMessage() {
        rig.ready().module.nextSend().nextSend("+CMGS: 13", "OK");
        CompletableFuture<SendOutcome> first = rig.send("a");
        CompletableFuture<SendOutcome> second = rig.send("b");
        rig.until(first::isDone);

        rig.module.say("+CMGS: 12", "OK");
        rig.until(second::isDone);

        assertThat(rig.listener.late).containsExactly("a " + accepted(12));
        assertThat(second).isCompletedWithValue(accepted(13));
    }

    @Test
    void theNextMessageWaitsWhileALateAnswerCouldBeTakenForItsOwn() {
        rig.ready().module.nextSend().nextSend();
        CompletableFuture<SendOutcome> first = rig.send("a");
        CompletableFuture<SendOutcome> second = rig.send("b");
        rig.until(first::isDone);
        rig.pass(Duration.ofMinutes(1));

        rig.module.say("+CMGS: 12", "OK"); // three minutes after Ctrl-Z
        rig.until(second::isDone);

        assertThat(rig.listener.late).containsExactly("a " + accepted(12));
        assertThat(second.join()).isInstanceOf(Unconfirmed.class);
    }

    @Test
    void aLinkCutBeforeTheTextLeavesNothingSent() {
        rig.ready().module.promptWorks = false;
        CompletableFuture<SendOutcome> outcome = rig.send("a");

        rig.module.cut();
        rig.settle();

        assertThat(kindOf(outcome)).isEqualTo(Kind.NOT_SENT);
    }

    @Test
    void aLinkCutAfterTheTextIsUnconfirmed() {
        rig.ready().module.nextSend();
        CompletableFuture<SendOutcome> outcome = rig.send("a");

        rig.module.cut();
        rig.settle();

        assertThat(outcome.join()).isInstanceOf(Unconfirmed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RDY", "START"})
    void aRestartAfterTheTextIsUnconfirmed(String boot) {
        rig.ready().module.nextSend();
        CompletableFuture<SendOutcome> outcome = rig.send("a");

        rig.module.say(boot);
        rig.settle();

        assertThat(outcome.join()).isInstanceOf(Unconfirmed.class);
        assertThat(rig.modem.status().state()).isEqualTo(ModemState.STARTING);
        rig.until(ModemState.READY);
        assertThat(rig.module.count("AT+CNMI=2,1,0,1,0")).isEqualTo(2);
        assertThat(rig.module.count("AT+CMGL=4")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void aRestartBeforeTheTextLeavesNothingSent() {
        rig.ready().module.promptWorks = false;
        CompletableFuture<SendOutcome> outcome = rig.send("a");

        rig.module.say("RDY");
        rig.settle();

        assertThat(kindOf(outcome)).isEqualTo(Kind.NOT_SENT);
    }

    @Test
    void messagesGoOneAfterTheOther() {
        rig.ready().module.nextSend();
        rig.beginSend("a");
        CompletableFuture<SendOutcome> second = rig.send("b");
        rig.pass(Duration.ofSeconds(60));

        assertThat(rig.module.submitted).hasSize(1);
        rig.module.say("+CMGS: 1", "OK");
        rig.settle();
        assertThat(second).isCompletedWithValue(accepted(0));
        assertThat(rig.module.submitted).hasSize(2);
    }

    @Test
    void nothingIsSentBelowRegistered() {
        rig.module.answer("AT+CREG?", "+CREG: 1,2", "OK");
        rig.start().until(ModemState.NOT_REGISTERED);

        CompletableFuture<SendOutcome> outcome = rig.send("a");

        assertThat(kindOf(outcome)).isEqualTo(Kind.NOT_SENT);
        assertThat(((Refused) outcome.join()).error().description()).contains("NOT_REGISTERED", "antenna", "g8-1");
    }

    @Test
    void theSameRefusalInARowBecomesTheSimsFault() {
        rig.ready().module.nextSend("+CMS ERROR: 38").nextSend("+CMS ERROR: 38").nextSend("+CMS ERROR: 38");

        assertThat(kindOf(rig.send("a"))).isEqualTo(Kind.TEMPORARY);
        assertThat(kindOf(rig.send("b"))).isEqualTo(Kind.TEMPORARY);
        assertThat(kindOf(rig.send("c"))).isEqualTo(Kind.SIM);
    }

    @Test
    void anUnknownErrorAgainAndAgainIsTheSimsFault() {
        String unknown = "+CMS ERROR: 500";
        rig.ready().module.nextSend(unknown).nextSend(unknown).nextSend(unknown).nextSend("+CMGS: 1", "OK");
        rig.module.nextSend(unknown);

        assertThat(rig.send("a").join()).isInstanceOf(Unconfirmed.class);
        assertThat(rig.send("b").join()).isInstanceOf(Unconfirmed.class);
        assertThat(kindOf(rig.send("c"))).isEqualTo(Kind.SIM);
        assertThat(rig.send("d")).isCompletedWithValue(accepted(1));
        assertThat(rig.send("e").join()).isInstanceOf(Unconfirmed.class);
    }

    @Test
    void anInterworkingErrorIsFinalTheSecondTimeForTheSameMessage() {
        rig.ready()
                .module
                .nextSend("+CMS ERROR: 127")
                .nextSend("+CMS ERROR: 127")
                .nextSend("+CMS ERROR: 127");

        assertThat(kindOf(rig.send("a"))).isEqualTo(Kind.TEMPORARY);
        assertThat(kindOf(rig.send("b"))).isEqualTo(Kind.TEMPORARY);
        assertThat(kindOf(rig.send("a"))).isEqualTo(Kind.PERMANENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {198, 199})
    void aRefusedValidityPeriodIsLeftToTheServiceCentre(int code) {
        rig.ready().module.nextSend("+CMS ERROR: " + code).nextSend("+CMGS: 3", "OK");
        SmsSubmit h = ModemRig.hello();
        SmsSubmit limited = new SmsSubmit(
                h.rejectDuplicates(),
                h.statusReportRequested(),
                h.replyPath(),
                h.reference(),
                h.destination(),
                h.protocolIdentifier(),
                h.dataCodingScheme(),
                ValidityPeriod.of(Duration.ofHours(1)),
                h.userData());

        CompletableFuture<SendOutcome> outcome = rig.modem.send("a", limited).toCompletableFuture();
        rig.settle();

        assertThat(outcome).isCompletedWithValue(accepted(3));
        assertThat(rig.module.submitted).hasSize(2);
        assertThat(rig.module.submitted.get(1))
                .hasSize(rig.module.submitted.get(0).length() - 2);
    }

    @Test
    void fullStorageIsRead() {
        rig.ready().module.nextSend("+CMS ERROR: 322");
        rig.module.stored.put(1, ModemRig.HELLO);

        rig.beginSend("a");
        rig.settle();

        assertThat(rig.listener.received).hasSize(1);
        assertThat(rig.module.stored).isEmpty();
    }

    @Test
    void tooManyAtOnceAreRefused() {
        rig.ready().module.nextSend();
        for (int i = 0; i < 65; i++) {
            rig.beginSend("token " + i);
        }

        assertThat(kindOf(rig.send("one more"))).isEqualTo(Kind.NOT_SENT);
    }

    @Test
    void stoppingLetsTheRunningMessageFinishAndSendsNoOther() {
        rig.ready().module.nextSend();
        CompletableFuture<SendOutcome> running = rig.send("a");
        CompletableFuture<SendOutcome> waiting = rig.send("b");
        CompletableFuture<Void> stopped = rig.modem.stop().toCompletableFuture();
        rig.settle();
        assertThat(stopped).isNotDone();

        rig.module.say("+CMGS: 5", "OK");
        rig.settle();

        assertThat(running).isCompletedWithValue(accepted(5));
        assertThat(kindOf(waiting)).isEqualTo(Kind.NOT_SENT);
        assertThat(stopped).isDone();
        assertThat(rig.modem.status().state()).isEqualTo(ModemState.STOPPED);
    }

    private static Accepted accepted(int reference) {
        return new Accepted(Optional.of(new MessageReference(reference)));
    }

    private static Kind kindOf(CompletableFuture<SendOutcome> outcome) {
        return ((Refused) outcome.join()).error().kind();
    }
}
