package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.modem.SendError.Kind;
import io.polygator.gsm.modem.SendOutcome.Accepted;
import io.polygator.gsm.modem.SendOutcome.Refused;
import io.polygator.gsm.modem.SendOutcome.Unconfirmed;
import io.polygator.gsm.sms.tpdu.MessageReference;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message without a clear result, and what the SIM's count of messages says of it. */
class DoubtsTest {
    private static final int BEFORE = 12;
    /** From Ctrl-Z to the moment from which no answer is awaited any more. */
    private static final Duration OVER = Duration.ofMinutes(6).plusSeconds(30);

    private final ModemRig rig = new ModemRig();
    private final CountingSim sim = new CountingSim(rig.module);

    /** What can happen after Ctrl-Z. */
    enum Trouble {
        SILENCE,
        LINK_CUT,
        RESTART;

        void strike(ModemRig rig) {
            switch (this) {
                case SILENCE -> rig.pass(Duration.ofSeconds(119));
                case LINK_CUT -> rig.module.cut();
                case RESTART -> rig.module.say("RDY");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void aCountThatHasNotGrownSaysThatTheMessageWasNotSent(Trouble trouble) {
        CompletableFuture<SendOutcome> outcome = doubtful("a");
        trouble.strike(rig);
        rig.until(outcome::isDone);

        rig.pass(Duration.ofMinutes(3));
        assertThat(rig.listener.late).isEmpty();
        rig.pass(OVER);

        assertThat(outcome.join()).isInstanceOf(Unconfirmed.class);
        assertThat(rig.listener.late)
                .singleElement()
                .asString()
                .startsWith("a Refused")
                .contains("NOT_SENT", "has not grown");
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void aCountThatHasGrownByOneTellsTheReferenceAndLeavesTheDoubt(Trouble trouble) {
        CompletableFuture<SendOutcome> outcome = doubtful("a");
        sim.holds(BEFORE + 1);
        trouble.strike(rig);
        rig.until(outcome::isDone);

        rig.pass(Duration.ofMinutes(3));

        assertThat(rig.listener.late)
                .singleElement()
                .asString()
                .startsWith("a Unconfirmed")
                .contains(reference(BEFORE + 1).toString());
        rig.pass(OVER);
        assertThat(rig.listener.late).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"SILENCE, 14", "LINK_CUT, 0", "RESTART, 11", "RESTART, 255"})
    void anyOtherCountSaysNothing(Trouble trouble, int now) {
        CompletableFuture<SendOutcome> outcome = doubtful("a");
        sim.holds(now);
        trouble.strike(rig);
        rig.until(outcome::isDone);

        rig.pass(OVER);

        assertThat(outcome.join()).isEqualTo(new Unconfirmed(reason(outcome), Optional.empty()));
        assertThat(rig.listener.late).isEmpty();
    }

    @Test
    void theReferenceAfter255Is0() {
        sim.holds(254);
        rig.ready();
        sim.accepts(255);
        rig.beginSend("proof");
        rig.module.nextSend();
        CompletableFuture<SendOutcome> outcome = rig.send("a");
        sim.holds(0);

        rig.until(outcome::isDone);
        rig.pass(OVER);

        assertThat(rig.listener.late)
                .singleElement()
                .asString()
                .contains(reference(0).toString());
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void aModuleThatWasNotSeenToCountProvesNothing(Trouble trouble) {
        sim.holds(BEFORE);
        rig.ready().module.nextSend();
        CompletableFuture<SendOutcome> outcome = rig.send("a");
        trouble.strike(rig);
        rig.until(outcome::isDone);

        rig.pass(OVER);

        assertThat(outcome.join()).isInstanceOf(Unconfirmed.class);
        assertThat(rig.listener.late).isEmpty();
    }

    @Test
    void aModuleThatNeverWritesTheFileProvesNothing() {
        sim.holds(BEFORE);
        rig.ready()
                .module
                .nextSend("+CMGS: 13", "OK")
                .nextSend("+CMGS: 14", "OK")
                .nextSend();
        rig.beginSend("one");
        rig.beginSend("two");
        CompletableFuture<SendOutcome> outcome = rig.send("a");
        rig.until(outcome::isDone);

        rig.pass(OVER);

        assertThat(outcome.join()).isInstanceOf(Unconfirmed.class);
        assertThat(rig.listener.late).isEmpty();
    }

    @Test
    void aModuleThatCountsAnewAfterItsStartProvesNothing() {
        sim.holds(0);
        rig.ready().module.nextSend(); // sent with reference 0, as was the last one before the start
        CompletableFuture<SendOutcome> outcome = rig.send("a");
        rig.until(outcome::isDone);

        rig.pass(OVER);

        assertThat(rig.listener.late).isEmpty();
    }

    @Test
    void aModuleThatTellsAlwaysTheSameReferenceIsNotBelieved() {
        sim.holds(253);
        rig.ready();
        sim.accepts(254);
        rig.beginSend("proof");
        sim.holds(255);
        rig.module.nextSend("+CMGS: 0", "OK");
        rig.beginSend("told wrong");
        rig.module.nextSend();
        CompletableFuture<SendOutcome> outcome = rig.send("a");
        sim.holds(0); // sent; what the module told before would make it look unsent

        rig.until(outcome::isDone);
        rig.pass(OVER);

        assertThat(rig.listener.late).singleElement().asString().startsWith("a Unconfirmed");
    }

    @Test
    void aMessageThatLeavesLateIsNotTakenForUnsent() {
        CompletableFuture<SendOutcome> outcome = doubtful("a");
        rig.until(outcome::isDone);
        rig.pass(Duration.ofMinutes(1));
        assertThat(rig.module.count(CountingSim.READ)).isEqualTo(3);

        sim.holds(BEFORE + 1);
        rig.pass(OVER);

        assertThat(rig.listener.late).singleElement().asString().startsWith("a Unconfirmed");
    }

    @Test
    void theNextMessageWaitsUntilTheDoubtIsSettled() {
        CompletableFuture<SendOutcome> first = doubtful("a");
        CompletableFuture<SendOutcome> second = rig.send("b");
        rig.until(first::isDone);
        rig.pass(Duration.ofMinutes(3));
        assertThat(second).isNotDone();

        sim.accepts(BEFORE + 1);
        sim.holds(BEFORE);
        rig.until(second::isDone);

        assertThat(rig.listener.late).singleElement().asString().contains("NOT_SENT");
        assertThat(second.join()).isInstanceOf(Accepted.class);
    }

    @Test
    void aChannelWithoutNetworkSettlesTheDoubtBeforeItsNextMessage() {
        CompletableFuture<SendOutcome> outcome = doubtful("a");
        rig.module.say("+CREG: 2");
        rig.module.answer("AT+CREG?", "+CREG: 1,2", "OK");
        rig.until(outcome::isDone);
        rig.pass(Duration.ofMinutes(4).plusSeconds(30));
        assertThat(rig.modem.status().state()).isEqualTo(ModemState.NOT_REGISTERED);
        assertThat(rig.listener.late).isEmpty();

        rig.module.answer("AT+CREG?", "+CREG: 1,1", "OK").say("+CREG: 1");
        rig.until(ModemState.READY);

        assertThat(sent("b")).isInstanceOf(Accepted.class);
        assertThat(rig.listener.late).singleElement().asString().contains("NOT_SENT");
    }

    @Test
    void everybodySeesThatItWaitsForAnAnswer() {
        assertThat(rig.modem.status().awaitsAnswer()).isFalse();
        CompletableFuture<SendOutcome> outcome = doubtful("a");
        rig.until(outcome::isDone);
        rig.pass(Duration.ofMinutes(3));
        assertThat(rig.modem.status().awaitsAnswer()).isTrue();
        rig.pass(OVER);
        assertThat(rig.modem.status().awaitsAnswer()).isFalse();
    }

    @Test
    void aLateAnswerEndsTheWait() {
        CompletableFuture<SendOutcome> outcome = doubtful("a");
        rig.until(outcome::isDone);
        CompletableFuture<SendOutcome> next = rig.send("b");

        sim.accepts(BEFORE + 2);
        rig.module.say("+CMGS: 13", "OK");
        rig.until(next::isDone);

        assertThat(rig.modem.status().awaitsAnswer()).isFalse();
        assertThat(next.join()).isInstanceOf(Accepted.class);
    }

    @Test
    void aLateReferenceWins() {
        CompletableFuture<SendOutcome> outcome = doubtful("a");
        rig.until(outcome::isDone);
        rig.pass(Duration.ofMinutes(1));

        rig.module.say("+CMGS: 13", "OK");
        rig.pass(OVER);

        assertThat(rig.listener.late).containsExactly("a " + new Accepted(Optional.of(reference(13))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "restart"})
    void whatBreaksTheReadingOffOnlyDelaysIt(String trouble) {
        CompletableFuture<SendOutcome> outcome = doubtful("a");
        rig.module.answer(CountingSim.READ, () -> {
            sim.answer();
            if (trouble.equals("cut")) {
                rig.module.cut();
                return new String[0];
            }
            return new String[] {"RDY"};
        });
        rig.until(outcome::isDone);
        rig.pass(Duration.ofMinutes(2));
        assertThat(rig.module.count(CountingSim.READ)).isEqualTo(4); // start-up, proof, broken off, start-up
        assertThat(rig.listener.late).isEmpty();

        rig.pass(OVER);

        assertThat(outcome.join()).isInstanceOf(Unconfirmed.class);
        assertThat(rig.listener.late).singleElement().asString().contains("NOT_SENT");
        assertThat(sent("b")).isInstanceOf(Accepted.class);
    }

    @Test
    void aModuleThatDoesNotLetItselfBeAskedLeavesTheDoubt() {
        CompletableFuture<SendOutcome> outcome = doubtful("a");
        rig.module.silentOn(CountingSim.READ);
        rig.until(outcome::isDone);

        rig.pass(OVER);

        assertThat(outcome.join()).isInstanceOf(Unconfirmed.class);
        assertThat(rig.listener.late).isEmpty();
        assertThat(sent("b")).isInstanceOf(Accepted.class);
    }

    @Test
    void theCountOfAnotherSimSaysNothing() {
        CompletableFuture<SendOutcome> outcome = doubtful("a");
        rig.module.answer("AT+QCCID", "8938003991234567999", "OK").say("+CPIN: NOT INSERTED", "RDY");
        rig.until(outcome::isDone);

        rig.pass(OVER);

        assertThat(rig.modem.status().lastReference()).contains(reference(BEFORE));
        assertThat(rig.listener.late).isEmpty();
    }

    @Test
    void aSimThatIsGoneLeavesTheDoubtUntilItIsBack() {
        CompletableFuture<SendOutcome> outcome = doubtful("a");
        rig.module.answer("AT+CPIN?", "+CME ERROR: 10").say("RDY");
        rig.until(outcome::isDone);
        rig.pass(OVER);
        assertThat(rig.modem.status().state()).isEqualTo(ModemState.SIM_UNAVAILABLE);
        assertThat(rig.listener.late).isEmpty();

        rig.module.answer("AT+CPIN?", "+CPIN: READY", "OK");
        rig.until(ModemState.READY);

        assertThat(rig.listener.late).singleElement().asString().contains("NOT_SENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+CMS ERROR: 332", "+CMS ERROR: 500", "+CMS ERROR: 513", "+CME ERROR: 31"})
    void anErrorThatLeavesDoubtTellsTheReferenceOfAMessageThatLeft(String error) {
        proven();
        rig.module.nextSend(error);
        sim.holds(BEFORE + 1);

        SendOutcome outcome = sent("a");

        assertThat(outcome).isInstanceOfSatisfying(Unconfirmed.class, unconfirmed -> assertThat(unconfirmed.reference())
                .contains(reference(BEFORE + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+CMS ERROR: 332", "+CMS ERROR: 500", "+CMS ERROR: 513", "+CME ERROR: 31"})
    void suchAnErrorIsARefusalWhenTheModuleCountsFailuresAndHasNotCounted(String error) {
        proven();
        rig.module.nextSend("+CMS ERROR: 41").nextSend(error);
        sim.holds(BEFORE + 1);
        rig.beginSend("counted though it failed");

        SendOutcome outcome = sent("a");

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.error().kind()).isEqualTo(Kind.TEMPORARY);
            assertThat(refused.error().description()).contains("was not sent", error);
        });
    }

    @Test
    void suchAnErrorLeavesTheDoubtWhenTheModuleMayCountOnlyWhatSucceeds() {
        proven();
        rig.module.nextSend("+CMS ERROR: 41").nextSend("+CMS ERROR: 332");
        rig.beginSend("not counted");

        assertThat(sent("a")).isInstanceOf(Unconfirmed.class);
    }

    @Test
    void anUnknownErrorAgainAndAgainIsNotTheSimsFaultWhenTheMessageLeft() {
        String unknown = "+CMS ERROR: 500";
        proven();
        rig.module.nextSend(unknown).nextSend(unknown).nextSend(unknown).nextSend(unknown);
        for (int count = 1; count <= 3; count++) {
            sim.holds(BEFORE + count);
            assertThat(sent("a" + count)).isInstanceOf(Unconfirmed.class);
        }

        assertThat(sent("b")) // not counted
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.error().kind()).isEqualTo(Kind.SIM));
    }

    @Test
    void aCutDuringTheReadingAfterAnErrorLeavesTheDoubt() {
        proven();
        rig.module.nextSend("+CMS ERROR: 332").answer(CountingSim.READ, () -> {
            rig.module.cut();
            return new String[0];
        });

        CompletableFuture<SendOutcome> outcome = rig.send("a");
        rig.until(outcome::isDone);

        assertThat(outcome.join()).isEqualTo(new Unconfirmed(reason(outcome), Optional.empty()));
    }

    /** The module is seen to count what it sends; then a message goes without an answer. */
    private CompletableFuture<SendOutcome> doubtful(String token) {
        proven();
        rig.module.nextSend();
        return rig.send(token);
    }

    private void proven() {
        sim.holds(BEFORE - 1);
        rig.ready();
        sim.accepts(BEFORE);
        rig.beginSend("proof");
        rig.settle();
    }

    private static String reason(CompletableFuture<SendOutcome> outcome) {
        return ((Unconfirmed) outcome.join()).reason();
    }

    private static MessageReference reference(int value) {
        return new MessageReference(value);
    }

    /** Waits for the outcome. */
    private SendOutcome sent(String token) {
        CompletableFuture<SendOutcome> outcome = rig.send(token);
        rig.until(outcome::isDone);
        return outcome.join();
    }
}
